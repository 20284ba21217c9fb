// What telemetry providers, such as a Prometheus server, say about SLOs.
//
// Pages never ask a provider: a scheduled collection writes here, and pages
// read from here, so a provider that is slow or down costs a reader nothing.
// Values are decimal texts, as the provider printed them, never floats.
//
// slo_telemetry_states keeps the last good values beside the outcome of the
// last look, so that a provider that fails leaves a value with its age, and
// nothing turns healthy for want of data.
//
// slo_budget_days holds the error ratio of the SLO's whole window at the end
// of each day. From it follows, for any target that somebody tries, on how
// many days the budget would have been gone.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_telemetry_objectives', table => {
    table.comment('SLOs that providers run, found by discovery');
    table.string('provider', 60).notNullable();
    table.string('external_id', 300).notNullable();
    table.string('source', 30).notNullable().comment('sloth, pyrra, …');
    table.string('service', 300).notNullable();
    table.string('name', 300).notNullable();
    table.string('objective', 40).comment('Percent, as a text');
    table.bigInteger('window_seconds');
    table.bigInteger('seen_at').notNullable();
    table.primary(['provider', 'external_id'], 'slo_telemetry_objectives_pk');
    table.index(['service'], 'slo_telemetry_objectives_service_idx');
  });

  await knex.schema.createTable('slo_telemetry_bindings', table => {
    table.comment('Which running SLO measures which of ours; people confirm');
    table.bigInteger('slo_id').notNullable().primary();
    table.string('provider', 60).comment('Null: was bound, and taken back');
    table.string('external_id', 300);
    table.integer('version').notNullable().comment('Counts edits, for ETags');
    table.string('bound_by', 600).notNullable();
    table.bigInteger('bound_at').notNullable();
    table.index(
      ['provider', 'external_id'],
      'slo_telemetry_bindings_external_idx',
    );
  });

  await knex.schema.createTable('slo_telemetry_states', table => {
    table.comment('The last look at a bound SLO, and its last good values');
    table.bigInteger('slo_id').notNullable().primary();
    table.string('state', 20).notNullable();
    table.string('objective', 40).comment('Percent that runs, as a text');
    table.string('remaining', 40).comment('Share of the budget; can be < 0');
    table.string('burn_rate', 40);
    table.bigInteger('sampled_at').comment('Of the last good values');
    table.bigInteger('checked_at').notNullable();
    table.string('problem', 40).comment('Why there is no new value');
  });

  await knex.schema.createTable('slo_telemetry_samples', table => {
    table.comment('One sample for each hour, for charts; kept for five weeks');
    table.bigInteger('slo_id').notNullable();
    table.bigInteger('at').notNullable();
    table.string('remaining', 40);
    table.string('burn_rate', 40);
    table.primary(['slo_id', 'at'], 'slo_telemetry_samples_pk');
  });

  await knex.schema.createTable('slo_budget_days', table => {
    table.comment('Error ratio of the whole window at the end of each day');
    table.bigInteger('slo_id').notNullable();
    table.bigInteger('day').notNullable().comment('Midnight UTC, ms');
    table.string('error_ratio', 40).notNullable();
    table.primary(['slo_id', 'day'], 'slo_budget_days_pk');
  });

  await knex.schema.createTable('slo_telemetry_alerts', table => {
    table.comment('Alert rules of running SLOs, and whether they fire');
    table.string('provider', 60).notNullable();
    table.string('external_id', 300).notNullable();
    table.string('name', 300).notNullable();
    table.string('severity', 60).notNullable();
    table.text('runbook_url');
    table.boolean('firing').notNullable();
    table.bigInteger('firing_since');
    table.bigInteger('seen_at').notNullable();
    table.primary(
      ['provider', 'external_id', 'name', 'severity'],
      'slo_telemetry_alerts_pk',
    );
  });

  await knex.schema.createTable('slo_telemetry_runs', table => {
    table.comment('The last collection from each provider');
    table.string('provider', 60).notNullable().primary();
    table.integer('fence').notNullable().comment('Older runs write nothing');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('succeeded_at');
    table.string('problem', 500);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_telemetry_runs');
  await knex.schema.dropTable('slo_telemetry_alerts');
  await knex.schema.dropTable('slo_budget_days');
  await knex.schema.dropTable('slo_telemetry_samples');
  await knex.schema.dropTable('slo_telemetry_states');
  await knex.schema.dropTable('slo_telemetry_bindings');
  await knex.schema.dropTable('slo_telemetry_objectives');
};
