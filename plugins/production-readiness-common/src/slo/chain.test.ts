import fc from 'fast-check';
import { AlertFact, alertFactsOf, alertReviewDueAt } from './alert';
import { ChainFacts, findChainHoles } from './chain';

const DAY = 86_400_000;

const alert = fc.record<AlertFact>({
  id: fc.uuid(),
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
