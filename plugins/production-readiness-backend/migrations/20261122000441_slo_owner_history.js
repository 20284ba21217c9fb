// Who was named for a role, by whom, from when to when. It is kept for each
// entity that names somebody, by an annotation or by a choice made here; what
// an entity takes over from its System or Domain is derived when it is read, so
// that a change on a Domain is one row and not one for everything in it.
//
// What stands today is written down as the first line: a choice since it was
// made, an annotation since the entity was first seen.
//
// The index is for roles that an organisation adds: the partial index that is
// there names the two built-in ones. The release before this one writes
// slo_owners without a line here, and the next change of the same role mends
// that. Building the index locks the table against writes for moments.

const OWN_ANNOTATIONS =
  "substr(key, 1, 45) = 'metadata.annotations.production-readiness.io/'";

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_owner_history', table => {
    table.comment('Who was named for a role, and until when');
    table.bigIncrements('id');
    table.bigInteger('entity_id').notNullable();
    table.string('role', 20).notNullable();
    table.string('said_by', 10).notNullable().comment('annotation or set');
    table.string('user_ref', 600).notNullable();
    table.bigInteger('from_at').notNullable();
    table.bigInteger('until_at').comment('Null: still');
    table
      .string('changed_by', 600)
      .comment('Null: an edit of the catalog file');
    table.string('ended_by', 600).comment('Null as well');
    table.index(['entity_id', 'role', 'id'], 'slo_owner_history_entity_idx');
  });
  await knex.raw(
    `insert into slo_owner_history
       (entity_id, role, said_by, user_ref, from_at, changed_by)
     select entity_id, role, 'set', user_ref, set_at, set_by
     from slo_owners where user_ref is not null`,
  );
  const annotated = await knex('directory_search as s')
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .whereNull('e.deleted_at')
    .whereNotNull('s.value')
    .whereIn('s.key', [
      'metadata.annotations.production-readiness.io/product-owner',
      'metadata.annotations.production-readiness.io/cto',
    ])
    .select('s.entity_id', 's.key', 's.value', 'e.adopted_at');
  if (annotated.length > 0) {
    await knex.batchInsert(
      'slo_owner_history',
      annotated.map(row => ({
        entity_id: row.entity_id,
        role: row.key.slice(row.key.lastIndexOf('/') + 1),
        said_by: 'annotation',
        user_ref: userRefOf(row.value),
        from_at: row.adopted_at,
      })),
      100,
    );
  }
  await knex.raw(
    `create index directory_search_named_idx on directory_search (value, entity_id) where ${OWN_ANNOTATIONS}`,
  );
};

/** Annotations may leave out kind and namespace; values are lower case. */
function userRefOf(text) {
  const [, kind = 'user', namespace = 'default', name = text] =
    /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text.trim()) ?? [];
  return `${kind}:${namespace}/${name}`;
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index directory_search_named_idx');
  await knex.schema.dropTable('slo_owner_history');
};
