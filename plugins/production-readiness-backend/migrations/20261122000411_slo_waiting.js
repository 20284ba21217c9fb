// An inbox looks for the versions that wait for a technical review, newest
// requests first, and for the entities that name somebody as an owner in an
// annotation. Without these indexes both read everything that there is. Only
// the two annotations are in the second one: the table holds every value of
// every entity. Building them locks the tables against writes for moments.

const OWNER_KEYS = `key in ('metadata.annotations.production-readiness.io/product-owner', 'metadata.annotations.production-readiness.io/cto')`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_versions', table => {
    table.index(['requested_at', 'slo_id'], 'slo_versions_requested_idx');
    table.index(['accountable_ref', 'slo_id'], 'slo_versions_owner_idx');
  });
  await knex.raw(
    `create index directory_search_owner_idx on directory_search (value, entity_id) where ${OWNER_KEYS}`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index directory_search_owner_idx');
  await knex.schema.alterTable('slo_versions', table => {
    table.dropIndex(['accountable_ref', 'slo_id'], 'slo_versions_owner_idx');
    table.dropIndex(['requested_at', 'slo_id'], 'slo_versions_requested_idx');
  });
};
