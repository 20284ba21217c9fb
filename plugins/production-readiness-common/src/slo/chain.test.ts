import fc from 'fast-check';
import { AlertFact, alertReviewDueAt } from './alert';
import { alertFactsOf } from './alertFacts';
import { AlertRule, responseOfSeverity, watchingOf } from './alertRule';
import { ChainFacts, findChainHoles } from './chain';

const DAY = 86_400_000;
const SLO_IDS = [
  '6a0c2f9e-6f3a-4d0c-9a60-0b7d6a2f0c11',
  '6a0c2f9e-6f3a-4d0c-9a60-0b7d6a2f0c12',
] as const;

const alert = fc.record<AlertFact>({
  id: fc.uuid(),
  name: fc.constantFrom('Burn', 'Down', 'Slow', 'Full'),
  sloId: fc.option(fc.uuid()),
  response: fc.constantFrom('page', 'ticket'),
  runbookUrl: fc.option(fc.webUrl()),
  createdAt: fc.integer({ min: 0, max: 400 * DAY }),
  reviewedAt: fc.option(fc.integer({ min: 0, max: 400 * DAY })),
});

const chain: fc.Arbitrary<ChainFacts> = fc
  .record({
    journeyIds: fc.uniqueArray(fc.uuid(), { maxLength: 4 }),
    sloIds: fc.uniqueArray(fc.uuid(), { maxLength: 4 }),
    picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    flags: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    alerts: fc.array(alert, { maxLength: 5 }),
  })
  .map(({ journeyIds, sloIds, picks, flags, alerts }) => ({
    journeyIds,
    slos: sloIds.map((id, index) => ({
      id,
      journeyId: journeyIds[picks[index] % (journeyIds.length + 1)] ?? 'gone',
      owned: flags[index],
      measured: flags[index + 4],
    })),
    alerts: alerts.map((one, index) => ({
      ...one,
      sloId:
        one.sloId && sloIds.length > 0
          ? sloIds[picks[index] % sloIds.length]
          : null,
    })),
  }));

describe('the chain from users to runbooks', () => {
  it('has no hole exactly when every link is there', () => {
    fc.assert(
      fc.property(chain, fc.nat(900 * DAY), (facts, now) => {
        const whole =
          facts.journeyIds.length > 0 &&
          facts.journeyIds.every(id =>
            facts.slos.some(slo => slo.journeyId === id),
          ) &&
          facts.slos.every(
            slo =>
              slo.owned &&
              slo.measured &&
              facts.journeyIds.includes(slo.journeyId) &&
              facts.alerts.some(one => one.sloId === slo.id),
          ) &&
          facts.alerts.every(
            one =>
              one.sloId !== null &&
              one.runbookUrl !== null &&
              now < (one.reviewedAt ?? one.createdAt) + 180 * DAY,
          );
        expect(findChainHoles(facts, now).length === 0).toBe(whole);
      }),
    );
  });

  it('names each hole once', () => {
    fc.assert(
      fc.property(chain, fc.nat(900 * DAY), (facts, now) => {
        const names = findChainHoles(facts, now).map(
          one => `${one.hole} ${one.id}`,
        );
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('counts alerts as it names them', () => {
    fc.assert(
      fc.property(
        fc.array(alert, { minLength: 1, maxLength: 9 }),
        fc.nat(900 * DAY),
        (alerts, now) => {
          const facts = alertFactsOf(alerts, now)!;
          const holes = findChainHoles(
            { journeyIds: [], slos: [], alerts },
            now,
          );
          const named = (hole: string) =>
            holes.filter(one => one.hole === hole).length;
          expect(facts.alertsNotReviewed).toBe(named('alert_review_stale'));
          expect(facts.alertsWithoutSlo).toBe(named('alert_without_slo'));
          expect(facts.pagingAlertsWithoutRunbook).toBeLessThanOrEqual(
            Math.min(facts.pagingAlerts, named('alert_without_runbook')),
          );
        },
      ),
    );
  });

  it('finds a rule at most once, and takes it for what is written down', () => {
    const rule = fc.record<AlertRule>({
      sloId: fc.constantFrom(...SLO_IDS),
      name: fc.constantFrom('burn', 'Down', 'Else'),
      response: fc.constantFrom('page', 'ticket'),
      runbookUrl: fc.option(fc.webUrl()),
    });
    const alerts = fc.uniqueArray(
      fc
        .tuple(alert, fc.constantFrom(...SLO_IDS, null))
        .map(([one, sloId]) => ({ ...one, sloId })),
      { maxLength: 5, selector: one => one.id },
    );
    fc.assert(
      fc.property(alerts, fc.array(rule, { maxLength: 6 }), (known, rules) => {
        const watching = watchingOf(known, rules);
        // Monitoring adds to what people wrote, and takes nothing from it.
        expect(watching.known.map(one => one.id)).toEqual(
          known.map(one => one.id),
        );
        for (const [index, one] of watching.known.entries()) {
          const before = known[index];
          if (before.runbookUrl) expect(one.runbookUrl).toBe(before.runbookUrl);
          if (before.response === 'page') expect(one.response).toBe('page');
          if (before.sloId) expect(one.sloId).toBe(before.sloId);
        }
        const names = watching.found.map(
          one => `${one.sloId} ${one.name.toLowerCase()}`,
        );
        expect(new Set(names).size).toBe(names.length);
        // A rule is either written down, by name and SLO, or found.
        for (const { sloId, name } of rules) {
          const written = known.some(
            one =>
              one.name.toLowerCase() === name.toLowerCase() &&
              (one.sloId === sloId || one.sloId === null),
          );
          expect(names.includes(`${sloId} ${name.toLowerCase()}`)).toBe(
            !written,
          );
        }
        const facts = alertFactsOf(known, 0, rules);
        expect(facts?.pagingAlertsWithoutRunbook ?? 0).toBeLessThanOrEqual(
          facts?.pagingAlerts ?? 0,
        );
      }),
    );
  });

  it('asks for a runbook of a rule that pages, and to write it down', () => {
    const rule: AlertRule = {
      sloId: SLO_IDS[0],
      name: 'Burn',
      response: 'page',
      runbookUrl: null,
    };
    const slos = [
      { id: rule.sloId, journeyId: 'j', owned: true, measured: true },
    ];
    const facts = { journeyIds: ['j'], slos, alerts: [] };
    expect(findChainHoles(facts, 0).map(one => one.hole)).toEqual([
      'slo_without_alert',
    ]);
    expect(findChainHoles({ ...facts, rules: [rule] }, 0)).toEqual([
      { hole: 'rule_without_runbook', id: rule.sloId, rule: 'Burn' },
      { hole: 'rule_not_recorded', id: rule.sloId, rule: 'Burn' },
    ]);
    expect(alertFactsOf([], 0, [rule])).toMatchObject({
      pagingAlerts: 1,
      pagingAlertsWithoutRunbook: 1,
    });
  });

  it.each([
    ['page', 'page'],
    ['Critical', 'page'],
    ['SEV1', 'page'],
    ['ticket', 'ticket'],
    ['warning', 'ticket'],
    ['', 'ticket'],
  ])('takes the severity "%s" for a %s', (severity, response) => {
    expect(responseOfSeverity(severity)).toBe(response);
  });

  it('takes no list of alerts for no count at all', () => {
    expect(alertFactsOf([], 0)).toBeUndefined();
  });

  it('has a review hold for 180 days from the last one', () => {
    expect(alertReviewDueAt({ createdAt: 5, reviewedAt: null })).toBe(
      5 + 180 * DAY,
    );
    expect(alertReviewDueAt({ createdAt: 5, reviewedAt: DAY })).toBe(181 * DAY);
  });
});
