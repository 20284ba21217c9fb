import { ConfigReader } from '@backstage/config';
import {
  DAY,
  DEFAULT_TIMING,
} from '@prodready/backstage-plugin-production-readiness-common';
import { readChecklistConfig } from './config';

const read = (checklist: object) =>
  readChecklistConfig(new ConfigReader({ productionReadiness: { checklist } }));

describe('the configuration of the checklist', () => {
  it('says after how many days a fact that cannot be read is unknown', () => {
    expect(read({}).timing).toEqual(DEFAULT_TIMING);
    expect(read({ unknownAfterDays: 2 }).timing).toEqual({
      ...DEFAULT_TIMING,
      unknownAfter: 2 * DAY,
    });
  });

  it.each([0, -1, 1.5])('refuses %p days', unknownAfterDays => {
    expect(() => read({ unknownAfterDays })).toThrow(
      'productionReadiness.checklist.unknownAfterDays must be a whole number of days, 1 or more',
    );
  });

  it.each([
    [{ blockTiers: 1 }, 'gate.blockTiers must be a list of tiers'],
    [{ blockTiers: ['1'] }, 'gate.blockTiers must be a list of tiers'],
    [{ blockTiers: [4] }, 'gate.blockTiers must be a list of tiers'],
    [{ graceDays: -1 }, 'gate.graceDays must be a whole number, 0 or more'],
    [{ passHours: 0 }, 'gate.passHours must be a whole number, 1 or more'],
  ])('refuses the gate %j, which would block nothing or never', (gate, why) => {
    expect(() =>
      readChecklistConfig(new ConfigReader({ productionReadiness: { gate } })),
    ).toThrow(`productionReadiness.${why}`);
  });

  it.each([2, ['2'], [0]])('refuses reviewers of the tiers %j', tiers => {
    const reviewers = [{ group: 'group:default/sre', tiers }];
    expect(() =>
      readChecklistConfig(
        new ConfigReader({ productionReadiness: { reviewers } }),
      ),
    ).toThrow('productionReadiness.reviewers[0].tiers must be a list of tiers');
  });
});
