// What an SLO is called and where it is filed: its display name, description,
// labels and links. None of it is in a signed content, so an edit makes no
// version and voids no signature; it has a version of its own for ETags.
//
// Adding columns that are null or have a default takes no long lock and changes
// nothing for the release before this one.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slos', table => {
    table.text('editorial').comment('JSON; null while nothing was written');
    table.integer('editorial_version').notNullable().defaultTo(0);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slos', table => {
    table.dropColumn('editorial');
    table.dropColumn('editorial_version');
  });
};
