// When an administrator gives the records of an entity to another one, the
// signatures beneath them go on counting only if that is said. Where it is not,
// the last signature so far is noted here: it and those before it stay, and no
// longer count, until the owners sign anew.
//
// The column is null where nothing was moved. The release before this one does
// not read it: it would count such signatures until it is replaced.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slos', table => {
    table
      .bigInteger('unbound_signature_id')
      .comment('Signatures up to this one do not count; null: all count');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slos', table => {
    table.dropColumn('unbound_signature_id');
  });
};
