// What teams record of their work, and its sums by week.
//
// No column tells who recorded an entry, and none may ever be added: the team
// is the smallest unit that toil knows. That is also why an entry carries a
// day and no moment.
//
// toil_weeks and toil_week_categories are sums of toil_entries, rewritten in
// the transaction that changes an entry, so that a team page, a roll-up and a
// checklist fact read a handful of rows however many entries there are. A week
// without entries has no row: "recorded" is the same as "there is a row".
// reactive + proactive = toil + engineering in each of them.
//
// Weeks are ISO weeks as text (2026-W47); text order is time order.

const SUMS = [
  'toil',
  'engineering',
  'overhead',
  'unsure',
  'reactive',
  'proactive',
];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('toil_entries', table => {
    table.comment('Work that a team recorded; never who did');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.string('group_ref', 600).notNullable();
    table.string('week', 8).notNullable();
    table.string('day', 10).notNullable().comment('Done on, or recorded on');
    table.integer('version').notNullable();
    table.integer('minutes').notNullable();
    table.string('trigger_axis', 12).notNullable();
    table.string('nature_axis', 12).notNullable();
    table.string('category', 40).notNullable().comment('Empty: none');
    table.string('entity_ref', 600);
    table.integer('occurrences');
    table.string('automatable', 8);
    table.string('carried_by', 6).comment('1, 2 or 3plus people');
    table.text('ticket_url');
    table.text('note').comment('For members only; never exported');
    table.boolean('handover').notNullable();
    table.string('journey_id', 36);
    table.string('source', 12).notNullable();
    table.index(['group_ref', 'week', 'id'], 'toil_entries_week_idx');
  });

  await knex.schema.createTable('toil_weeks', table => {
    table.comment('Minutes of a team and week; its row lock orders writers');
    table.string('group_ref', 600).notNullable();
    table.string('week', 8).notNullable();
    for (const sum of SUMS) table.bigInteger(sum).notNullable();
    table.integer('entries').notNullable();
    table.integer('carried_by_one').notNullable().comment('Entries saying 1');
    table.integer('carried_by_more').notNullable();
    table.primary(['group_ref', 'week'], 'toil_weeks_pk');
  });

  await knex.schema.createTable('toil_week_categories', table => {
    table.comment('Minutes of a team, week and category');
    table.string('group_ref', 600).notNullable();
    table.string('week', 8).notNullable();
    table.string('category', 40).notNullable();
    for (const sum of SUMS) table.bigInteger(sum).notNullable();
    table.primary(['group_ref', 'week', 'category'], 'toil_week_categories_pk');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('toil_week_categories');
  await knex.schema.dropTable('toil_weeks');
  await knex.schema.dropTable('toil_entries');
};
