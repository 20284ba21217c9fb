import fc from 'fast-check';
import { DAY } from '../checklist/states';
import { isBareConfirmation, namesDay } from '../checklist/upkeep';
import {
  alignedUntil,
  isInSession,
  KEEPS_FOR_SESSION,
  SESSION_EVERY,
  sessionAround,
} from './session';

const moment = fc.integer({ min: 0, max: 4e12 });

describe('sessions', () => {
  it('come every quarter, and the one around a moment is not over', () => {
    fc.assert(
      fc.property(moment, moment, (anchor, now) => {
        const session = sessionAround(anchor, now);
        expect((session.at - anchor) % SESSION_EVERY).toBe(0);
        expect(session.at).toBeGreaterThanOrEqual(anchor);
        expect(session.at + DAY).toBeGreaterThan(now);
        if (session.at > anchor) {
          expect(session.at - SESSION_EVERY + DAY).toBeLessThanOrEqual(now);
        }
      }),
    );
  });

  it('never cut an answer short, stretch it little, and what blocks never', () => {
    fc.assert(
      fc.property(
        moment,
        fc.option(moment, { nil: undefined }),
        fc.constantFrom('high' as const, 'normal' as const),
        (until, anchor, weight) => {
          const aligned = alignedUntil(until, { weight }, anchor)!;
          expect(aligned).toBeGreaterThanOrEqual(until);
          expect(aligned - until).toBeLessThanOrEqual(KEEPS_FOR_SESSION);
          if (weight === 'high' || anchor === undefined) {
            expect(aligned).toBe(until);
          }
          // Whatever was moved ends with a session's day.
          if (aligned !== until) {
            expect((aligned - DAY - anchor!) % SESSION_EVERY).toBe(0);
          }
        },
      ),
    );
  });

  it.each([90, 180, 365])(
    'meet an answer for %d days that was accepted in one',
    days => {
      const until = alignedUntil(days * DAY, { weight: 'normal' }, 0)!;
      expect((until - DAY) % SESSION_EVERY).toBe(0);
    },
  );

  it('ask once for what was given in them', () => {
    fc.assert(
      fc.property(moment, moment, moment, (anchor, now, until) => {
        const session = sessionAround(anchor, now);
        const given = { until, acceptedAt: Math.max(session.opensAt, 0) };
        if (now < session.opensAt) return;
        expect(isInSession(given, session, now)).toBe(false);
      }),
    );
    expect(isInSession({ until: null, acceptedAt: 0 }, undefined, 9e11)).toBe(
      false,
    );
  });
});

describe('a day in words', () => {
  it.each([
    'Rolled back on 2026-11-03',
    'Rolled back on 3 November, nine minutes',
    'Nov 3rd: rolled back in nine minutes',
    'on the 3rd of November',
    '11月3日にロールバックを実施',
    '２０２６年１１月に実施',
    'tested 3/11',
  ])('is found in %j', text => expect(namesDay(text)).toBe(true));

  it.each([
    'It took 9 minutes, version 1.24.0.3',
    'Still true, nothing has changed since',
    'maybe 40 people may do so',
    '前回と変わりありません',
  ])('is not found in %j', text => expect(namesDay(text)).toBe(false));

  it('is asked for only where an answer is confirmed that can block', () => {
    const by = { ref: 'user:default/olga', name: 'Olga' };
    const evidence = { kind: 'url' as const, url: 'https://ci.example.com/7' };
    const acceptance = {
      evidence,
      attestedBy: by,
      attestedAt: 0,
      acceptedBy: by,
      acceptedAt: 0,
      basis: 'second_person' as const,
      until: null,
    };
    const before = { version: 2, acceptance };
    const bare = (weight: 'high' | 'normal', record: object, url: string) =>
      isBareConfirmation(
        { weight },
        { version: 2, ...record },
        {
          kind: 'url',
          url,
        },
      );
    expect(bare('high', before, evidence.url)).toBe(true);
    expect(bare('high', before, 'https://ci.example.com/8')).toBe(false);
    expect(bare('high', {}, evidence.url)).toBe(false);
    expect(bare('normal', before, evidence.url)).toBe(false);
  });
});
