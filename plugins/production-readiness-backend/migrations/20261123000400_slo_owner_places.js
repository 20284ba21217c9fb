// In which System and Domain an entity was, and until when. Owners are taken
// over from there, so that who held a role in March is answered with the
// System of March, not with today's.
//
// What stands today is written down as the first line, since the entity was
// first seen: where it was before that is not known any more. The release
// before this one moves entities without a line here; the next change of the
// same entity mends that.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_owner_places', table => {
    table.comment('Where an entity takes its owners over from, and until when');
    table.bigIncrements('id');
    table.bigInteger('entity_id').notNullable();
    table.text('system_ref');
    table.text('domain_ref');
    table.bigInteger('from_at').notNullable();
    table.bigInteger('until_at').comment('Null: still');
    table.index(['entity_id', 'id'], 'slo_owner_places_entity_idx');
  });
  await knex.raw(
    `insert into slo_owner_places (entity_id, system_ref, domain_ref, from_at)
     select id, system_ref, domain_ref, adopted_at from directory_entities
     where deleted_at is null
       and (system_ref is not null or domain_ref is not null)`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_owner_places');
};
