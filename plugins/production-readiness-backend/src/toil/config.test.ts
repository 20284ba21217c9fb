import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readToilConfig } from './config';

const read = (toil?: JsonObject) =>
  readToilConfig(
    new ConfigReader(toil ? { productionReadiness: { toil } } : {}),
  );

describe('readToilConfig', () => {
  it('needs no configuration', () => {
    expect(read()).toMatchObject({
      minimumTeamSize: 5,
      timeZone: 'UTC',
      capacityMinutesPerMember: 2400,
      minutesCap: 10_080,
      targets: { toil: 50, reactive: 50 },
      denominator: 'service',
    });
    expect(read().categories).toHaveLength(16);
  });

  it('takes what an organisation sets', () => {
    const category = { id: 'gym', label: { en: 'Gym', ja: '体操' } };
    expect(
      read({
        minimumTeamSize: 3,
        timeZone: 'Asia/Tokyo',
        targets: { toil: 47.5 },
        denominator: 'total',
        categories: [category],
      }),
    ).toMatchObject({
      minimumTeamSize: 3,
      timeZone: 'Asia/Tokyo',
      targets: { toil: 47.5, reactive: 50 },
      denominator: 'total',
      categories: [category],
    });
  });

  it.each([
    [{ minimumTeamSize: 2 }, 'toil.minimumTeamSize is 2'],
    [{ minimumTeamSize: 4.5 }, 'whole number from 3'],
    [{ timeZone: 'Mars/Phobos' }, 'an IANA name such as Asia/Tokyo'],
    [{ targets: { toil: 101 } }, 'toil.targets.toil is 101'],
    [{ denominator: 'all' }, 'takes service'],
    [{ categories: [] }, 'toil.categories: must name at least one'],
    [{ categories: [{ id: 'A' }] }, 'toil.categories.0.id'],
  ])('stops the start on %j', (toil, message) => {
    expect(() => read(toil as JsonObject)).toThrow(message);
  });
});
