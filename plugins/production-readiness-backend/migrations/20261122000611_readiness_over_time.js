// How readiness came to be what it is, and where in a checklist it lacks.
//
// readiness_changes holds, for each entity and day on which its summary changed,
// by how much: the sum of all rows up to a day is how things stood at its end,
// for one entity or for any set of them. Days without a change need no row, so
// days on which nothing ran are no holes; what time alone changed meanwhile is
// booked on the day that it changed on. `day` counts days since 1970 in UTC.
// What stands now is booked on the day of its last change, or today's summaries
// would be missing from every sum.
//
// readiness_summary_sections says for each section of the checklist how much of
// what is required is in place. It fills as entities are judged the next time.
//
// The index lets "next due, latest first" begin with what is due at all:
// 9007199254740991 stands for never.

const COUNTS = [
  'entities',
  'required',
  'satisfied',
  'blocked',
  'level_1',
  'level_2',
  'level_3',
];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('readiness_changes', table => {
    table.comment('By how much the summary of an entity changed on a day');
    table.bigInteger('entity_id').notNullable();
    table.integer('day').notNullable().comment('Days since 1970, UTC');
    for (const count of COUNTS) table.integer(count).notNullable();
    table.primary(['entity_id', 'day'], 'readiness_changes_pk');
    table.index(['day'], 'readiness_changes_day_idx');
  });
  await knex.raw(`
    insert into readiness_changes
      (entity_id, day, ${COUNTS.join(', ')})
    select entity_id, cast(updated_at / 86400000 as integer), 1,
      required_count, satisfied_count,
      case when blocker_count > 0 then 1 else 0 end,
      case when level_rank >= 1 then 1 else 0 end,
      case when level_rank >= 2 then 1 else 0 end,
      case when level_rank >= 3 then 1 else 0 end
    from readiness_summaries`);

  await knex.schema.createTable('readiness_summary_sections', table => {
    table.comment('Required items of a section, and those that are in place');
    table.bigInteger('entity_id').notNullable();
    table.string('checklist_id', 100).notNullable();
    table.string('section', 63).notNullable();
    table.integer('required').notNullable();
    table.integer('satisfied').notNullable();
    table.primary(
      ['entity_id', 'checklist_id', 'section'],
      'readiness_summary_sections_pk',
    );
    table.index(
      ['section', 'entity_id'],
      'readiness_summary_sections_section_idx',
    );
  });

  await knex.schema.raw(
    `create index readiness_summaries_next_due_last_idx on readiness_summaries
     ((case when next_due = 9007199254740991 then -1 else next_due end), entity_id)`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.raw('drop index readiness_summaries_next_due_last_idx');
  await knex.schema.dropTable('readiness_summary_sections');
  await knex.schema.dropTable('readiness_changes');
};
