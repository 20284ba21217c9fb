// The portfolio is narrowed by tags, which the directory keeps among the values
// that permission rules ask for. Only their rows are in this index: building it
// reads the table once and locks it against writes for that long, about a
// second for ten thousand entities.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.raw(
    "create index directory_search_tags_idx on directory_search (value, entity_id) where key = 'metadata.tags'",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.raw('drop index directory_search_tags_idx');
};
