// The OpenSLO documents that SLOs were imported from, byte by byte, so that an
// export of what nobody edited is what was imported, comments and all.
//
// An upload is kept as its documents: joined in their order they are the
// upload. A document that several SLOs come from is kept once; supporting ones
// (SLI, DataSource, …) are kept beside them, since exports have to carry them.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_openslo_sources', table => {
    table.comment('Uploads of OpenSLO');
    table.bigIncrements('id');
    table.string('digest', 64).notNullable().comment('sha-256 of the upload');
    table.string('imported_by', 600).notNullable();
    table.bigInteger('imported_at').notNullable();
  });

  await knex.schema.createTable('slo_openslo_documents', table => {
    table.comment('Documents of uploads, exactly as they were written');
    table.bigIncrements('id');
    table.bigInteger('source_id').notNullable();
    table.integer('position').notNullable();
    table.text('text').notNullable();
    table.text('objects').notNullable().comment('JSON: kind and name of each');
    table.text('refs').notNullable().comment('JSON: what they refer to');
    table.unique(['source_id', 'position'], {
      indexName: 'slo_openslo_documents_position',
    });
  });

  await knex.schema.createTable('slo_openslo_objectives', table => {
    table.comment('Which objective of which document an SLO came from');
    table.bigInteger('slo_id').notNullable().primary();
    table.bigInteger('document_id').notNullable();
    table.integer('item').comment('In a document that is a list; else null');
    table.integer('objective').notNullable().comment('From 0');
    table.string('name', 63).notNullable().comment('metadata.name');
    table.integer('version').notNullable().comment('Of the SLO, as imported');
    table.index(['document_id'], 'slo_openslo_objectives_document_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_openslo_objectives');
  await knex.schema.dropTable('slo_openslo_documents');
  await knex.schema.dropTable('slo_openslo_sources');
};
