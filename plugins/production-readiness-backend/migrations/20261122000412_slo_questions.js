// Whoever reads a number may ask about it, which decides nothing. A question
// takes one answer; what is still unclear is another question. It waits in the
// inbox of those who can answer, and then in the asker's until it was read.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_questions', table => {
    table.comment('Questions about SLOs, each with its answer');
    table.bigIncrements('id').comment('Their order');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('slo_id').notNullable();
    table.integer('version').notNullable().comment('That the asker read');
    table.string('asker_ref', 600).notNullable();
    table.string('asker_name', 300).notNullable().comment('As shown then');
    table.bigInteger('asked_at').notNullable();
    table.text('text').notNullable();
    table.string('answerer_ref', 600);
    table.string('answerer_name', 300).comment('As shown then');
    table.bigInteger('answered_at');
    table.text('answer');
    table.bigInteger('read_at').comment('When the asker had read the answer');
    table.index(['slo_id', 'id'], 'slo_questions_slo_idx');
    table.index(['asker_ref', 'read_at'], 'slo_questions_asker_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_questions');
};
