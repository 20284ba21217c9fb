// What the catalog says of entities, users and groups, kept beside our own
// records so that lists, counts and visibility are one SQL statement.
//
// An entity is a surrogate id with unique (ref, uid): a name that is used again
// by another entity has another uid and gets a row of its own, so it inherits
// nothing. At most one row of a ref is live. Rows are marked as deleted, never
// removed, since the journal and the records of an entity hang on its id.
//
// directory_search holds the values that the catalog's permission rules ask
// for; the rows are the catalog's own search rows of metadata and spec, but
// with long annotations and labels as digests, which its rules compare whole.
//
// directory_memberships is the transitive closure of who belongs to which
// group, so that "is this person in that team" is one look-up at any depth.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('directory_entities', table => {
    table.comment('The entities that the catalog has or had');
    table.bigIncrements('id');
    table.text('ref').notNullable().comment('Canonical lower case');
    table.text('uid').notNullable().comment('metadata.uid of the catalog');
    table.string('kind', 63).notNullable().comment('Lower case');
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title').comment('metadata.title or spec.profile.displayName');
    table.text('search_text').notNullable().comment('Lower case, for finding');
    table.text('type');
    table.text('lifecycle');
    table.integer('tier').notNullable();
    table.string('tier_origin', 20).notNullable();
    table.string('phase', 30).notNullable();
    table.text('owner_ref').comment('Target of ownedBy; null: nobody');
    table.boolean('owner_exists').notNullable();
    table.text('system_ref');
    table.text('domain_ref').comment('Own, else of the System');
    table.text('entity').notNullable().comment('JSON; long texts are cut');
    table.string('digest', 64).notNullable();
    table
      .integer('missed')
      .notNullable()
      .comment('Sweeps without it, in a row');
    table.bigInteger('adopted_at').notNullable().comment('First seen, ms');
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('deleted_at');
    table.unique(['ref', 'uid'], { indexName: 'directory_entities_ref_uid' });
    table.index(['owner_ref'], 'directory_entities_owner_idx');
    table.index(['system_ref'], 'directory_entities_system_idx');
  });
  await knex.schema.raw(
    'create unique index directory_entities_live on directory_entities (ref) where deleted_at is null',
  );

  await knex.schema.createTable('directory_entity_owners', table => {
    table.comment('Targets of the ownedBy relations of live entities');
    table.bigInteger('entity_id').notNullable();
    table.text('owner_ref').notNullable();
    table.primary(['entity_id', 'owner_ref'], 'directory_entity_owners_pk');
    table.index(
      ['owner_ref', 'entity_id'],
      'directory_entity_owners_owner_idx',
    );
  });

  await knex.schema.createTable('directory_relations', table => {
    table.comment('Outgoing relations of live entities, to find dependants');
    table.bigInteger('entity_id').notNullable();
    table.string('type', 100).notNullable();
    table.text('target_ref').notNullable();
    table.primary(
      ['entity_id', 'type', 'target_ref'],
      'directory_relations_pk',
    );
    table.index(['target_ref', 'entity_id'], 'directory_relations_target_idx');
  });

  await knex.schema.createTable('directory_search', table => {
    table.comment('Values that the catalog rules compare; lower case');
    table.bigInteger('entity_id').notNullable();
    table.text('key').notNullable();
    table.text('value').comment('Null: there is no value, or a long one');
    table.index(['entity_id', 'key', 'value'], 'directory_search_entity_idx');
  });

  await knex.schema.createTable('directory_memberships', table => {
    table.comment('User to groups and group to ancestors, transitively');
    table.text('member_ref').notNullable();
    table.text('group_ref').notNullable();
    table.integer('depth').notNullable().comment('0: the group itself');
    table.primary(['member_ref', 'group_ref'], 'directory_memberships_pk');
    table.index(['group_ref', 'member_ref'], 'directory_memberships_group_idx');
  });

  // Whoever writes the directory locks this row. A sweep takes a new token and
  // writes only while the token is still its own: the scheduler may start the
  // next sweep while an expired one is still running.
  await knex.schema.createTable('directory_sweeps', table => {
    table.integer('id').primary();
    table.bigInteger('token').notNullable();
    table.bigInteger('completed_at');
  });
  await knex('directory_sweeps').insert({ id: 1, token: 0 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('directory_sweeps');
  await knex.schema.dropTable('directory_memberships');
  await knex.schema.dropTable('directory_search');
  await knex.schema.dropTable('directory_relations');
  await knex.schema.dropTable('directory_entity_owners');
  await knex.schema.dropTable('directory_entities');
};
