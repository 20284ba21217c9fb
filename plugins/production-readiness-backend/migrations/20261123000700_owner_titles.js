// The portfolio shows owners by their titles, and sorted them by reference:
// "Checkout team" (group:default/team-7) came long after "Payments".
//
// The directory now keeps the owner's title beside its reference, as it keeps
// whether the owner exists, and each line of the lists a form of it to sort by,
// with its index. Both are filled here: a few seconds for 100 000 entities. The
// previous release neither reads nor writes them: a line that it adds, or an
// owner that it changes, stands at the wrong place of this one sort until the
// entity is judged next.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isSqlite = /sqlite/.test(knex.client.config.client);
  await knex.schema.alterTable('directory_entities', table => {
    table.text('owner_title').comment('Null: nobody, or not in the catalog');
  });
  await knex.schema.alterTable('readiness_summaries', table => {
    table
      .text('owner_title')
      .notNullable()
      .defaultTo('')
      .comment('In lower case; empty: nobody');
  });
  await knex.raw(`update directory_entities set owner_title = (
    select coalesce(o.title, o.name) from directory_entities o
    where o.ref = directory_entities.owner_ref and o.deleted_at is null
  ) where owner_ref is not null and deleted_at is null`);
  const slash = isSqlite ? 'instr' : 'strpos';
  await knex.raw(`update readiness_summaries set owner_title = substr(lower(coalesce(
    (select e.owner_title from directory_entities e
     where e.id = readiness_summaries.entity_id and e.owner_ref = readiness_summaries.owner_ref),
    substr(owner_ref, ${slash}(owner_ref, '/') + 1)
  )), 1, 200) where owner_ref <> ''`);
  await knex.schema.alterTable('readiness_summaries', table => {
    table.index(
      ['owner_title', 'entity_id'],
      'readiness_summaries_owner_title_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('readiness_summaries', table => {
    table.dropIndex(
      ['owner_title', 'entity_id'],
      'readiness_summaries_owner_title_idx',
    );
    table.dropColumn('owner_title');
  });
  await knex.schema.alterTable('directory_entities', table => {
    table.dropColumn('owner_title');
  });
};
