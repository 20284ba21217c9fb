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
});
