// How entities stood at any moment, for audits.
//
// The journal says what people did and what facts said, in words that are made
// to be read. To say exactly where each item of an entity stood at a moment
// takes the rows as they were then: whoever writes the present writes them here
// as well, in the same transaction, one line for an entity and a write. What a
// line does not name is as the line before left it. An unchanged sweep writes
// nothing here either.
//
// What is stored at the time of this migration becomes the first line of each
// entity. It only reads the old tables; the previous release goes on writing
// them and leaves a gap here until it is replaced.

const BATCH = 200;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('readiness_history', table => {
    table.comment('Item rows and summaries as they were written');
    table.bigIncrements('id');
    table.bigInteger('entity_id').notNullable();
    table.bigInteger('at').notNullable();
    table.text('items').comment('JSON list of whole item rows');
    table.text('summary').comment('JSON of the whole summary row');
    table.index(['entity_id', 'at'], 'readiness_history_entity_idx');
  });

  for (let after = '0'; ; ) {
    const summaries = await knex('readiness_summaries')
      .where('entity_id', '>', after)
      .orderBy('entity_id')
      .limit(BATCH);
    if (summaries.length === 0) break;
    const ids = summaries.map(row => row.entity_id);
    after = String(ids[ids.length - 1]);
    const items = new Map(ids.map(id => [String(id), []]));
    for (const row of await knex('item_states').whereIn('entity_id', ids)) {
      items.get(String(row.entity_id)).push(row);
    }
    await knex('readiness_history').insert(
      summaries.map(summary => {
        const rows = items.get(String(summary.entity_id));
        return {
          entity_id: summary.entity_id,
          at: Math.max(
            Number(summary.updated_at),
            ...rows.map(row => Number(row.updated_at)),
          ),
          items: JSON.stringify(rows),
          summary: JSON.stringify(summary),
        };
      }),
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('readiness_history');
};
