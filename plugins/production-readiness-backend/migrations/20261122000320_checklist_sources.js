// Where the checklists in use come from, one line for each configured target.
//
// A document is read by one replica and judged by all of them, so which
// version is in use has to be said in one place: here, by the digest of a line
// in checklist_versions. A version that can't be used leaves the digest as it
// is and says so in `error`, so that the last good one goes on working.
//
// No lock is taken on what exists: the table is new, and the previous release
// never reads it.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('checklist_sources', table => {
    table.comment('Which version of each configured checklist is in use');
    table.string('target', 1000).primary().comment('As configured');
    table.string('digest', 64).comment('Null: none could ever be used');
    table.bigInteger('changed_at').comment('Since when this version is used');
    table.bigInteger('read_at').notNullable().comment('Last looked at');
    table.text('error').comment('JSON of what is wrong with a newer version');
    table.bigInteger('error_at').comment('Since when');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('checklist_sources');
};
