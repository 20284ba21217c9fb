// Answers that many entities take over.
//
// An accepted answer of a System, a Domain or the Group at the top changes
// where everything beneath it stands: too much for the transaction that
// accepts it. Reading one entity looks at the answers above it and is right at
// once; the stored summaries follow by a sweep, which finds here below which
// entities it has to judge anew. A line goes when that is done, and stays when
// it was asked for again meanwhile.
//
// The table is new, and the previous release never reads it.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('checklist_ripples', table => {
    table.comment('Entities below which everything is to be judged anew');
    table.bigInteger('entity_id').primary();
    table.bigInteger('requested_at').notNullable();
    table.integer('times').notNullable().comment('Another one: asked again');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('checklist_ripples');
};
