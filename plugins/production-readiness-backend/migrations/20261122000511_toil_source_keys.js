// Tells imported entries again, so that a file imported twice adds nothing.
//
// The key is a digest: of the ticket's link or the row's id, else of what the
// row says beside its note. Neither it nor any other column tells who imported
// or did the work. Entries that people made have none, and several of these
// stand beside each other (NULLs differ, on both databases).
//
// The index over notes is for their deletion after 400 days. Both indexes are
// made while the table is still short of its later size; a release before this
// one writes entries without the column, which is what it means.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('toil_entries', table => {
    table.string('source_key', 43).comment('Set for imported entries');
    table.unique(['group_ref', 'source_key'], {
      indexName: 'toil_entries_source_uq',
    });
  });
  await knex.raw(
    'create index toil_entries_notes_idx on toil_entries (day) where note is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index toil_entries_notes_idx');
  await knex.schema.alterTable('toil_entries', table => {
    table.dropUnique(['group_ref', 'source_key'], 'toil_entries_source_uq');
    table.dropColumn('source_key');
  });
};
