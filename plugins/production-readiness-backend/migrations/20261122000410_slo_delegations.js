// An owner who is away has somebody else decide. A delegation is made by the
// owner alone, ends by itself, and is kept after it has ended: signatures refer
// to it. What was signed by it says for whom, so that both names are read from
// one row. Both columns stay empty for signatures that people give in their own
// name, also for those of the previous release.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_delegations', table => {
    table.comment('Who decides on SLOs in whose place, and until when');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.string('delegator_ref', 600).notNullable();
    table.string('delegate_ref', 600).notNullable();
    table.string('scope_ref', 600).comment('Null: all that the owner owns');
    table.text('reason').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('valid_until').notNullable();
    table.bigInteger('revoked_at').comment('Ended before its time');
    table.integer('version').notNullable().comment('Counts edits, for ETags');
    table.index(['delegate_ref', 'valid_until'], 'slo_delegations_to_idx');
    table.index(['delegator_ref', 'valid_until'], 'slo_delegations_from_idx');
  });
  await knex.schema.alterTable('slo_signatures', table => {
    table.string('on_behalf_of', 600).comment('Holder of the role, if another');
    table.string('delegation_id', 36).comment('Public id of the delegation');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_signatures', table => {
    table.dropColumn('on_behalf_of');
    table.dropColumn('delegation_id');
  });
  await knex.schema.dropTable('slo_delegations');
};
