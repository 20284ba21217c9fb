import fc from 'fast-check';
import type { ItemRecord } from './record';
import {
  DAY,
  DEFAULT_TIMING,
  deriveStanding,
  ITEM_STATES,
  ItemState,
  StateRules,
} from './states';

const NOW = 1_800_000_000_000;
const person = { ref: 'user:default/hanako', name: 'Hanako' };
const other = { ref: 'user:default/taro', name: 'Taro' };
const evidence = { kind: 'url' as const, url: 'https://wiki/x' };

const manual: StateRules = { kind: 'manual' };
const automatic: StateRules = { kind: 'automatic' };
const hybrid: StateRules = { kind: 'hybrid', precondition: 'required' };
const statement: StateRules = { kind: 'hybrid', precondition: 'or-statement' };

const waiting = {
  evidence,
  by: person,
  at: NOW - DAY,
  decision: 'waiting' as const,
};
const accepted = (until: number | null) => ({
  evidence,
  attestedBy: person,
  attestedAt: NOW - 100 * DAY,
  acceptedBy: other,
  acceptedAt: NOW - 99 * DAY,
  basis: 'second_person' as const,
  until,
});
const exempt = (until: number) => ({
  kind: 'exemption' as const,
  reason: 'The vendor mends this in the spring',
  compensatingControl: 'Somebody looks every morning',
  until,
  requestedBy: person,
  requestedAt: NOW - 50 * DAY,
  approvedBy: other,
  approvedAt: NOW - 49 * DAY,
});
const notApplicable = {
  kind: 'not_applicable' as const,
  reason: 'It keeps no data of its own',
  requestedBy: person,
  requestedAt: NOW - 50 * DAY,
  approvedBy: other,
  approvedAt: NOW - 49 * DAY,
};
const fact = (value: 'passed' | 'failed' | null, more = {}) => ({
  value,
  since: NOW - 10 * DAY,
  hasPassed: value === 'passed',
  ...more,
});

const moment = fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY });
const rules: fc.Arbitrary<StateRules> = fc.record(
  {
    kind: fc.constantFrom('manual', 'automatic', 'hybrid'),
    precondition: fc.constantFrom('required', 'or-statement'),
    startsAt: fc.constantFrom('2026-06-01', '2027-06-01'),
  },
  { requiredKeys: ['kind'] },
);
const record: fc.Arbitrary<ItemRecord> = fc.record(
  {
    version: fc.nat(9),
    answer: fc.record({
      evidence: fc.constant(evidence),
      by: fc.constant(person),
      at: moment,
      decision: fc.constantFrom('waiting', 'accepted', 'returned'),
    }),
    acceptance: fc.option(moment).map(until => accepted(until)),
    fact: fc.record(
      {
        value: fc.constantFrom('passed' as const, 'failed' as const, null),
        since: moment,
        dueAt: moment,
        until: moment,
        unreadSince: moment,
        hasPassed: fc.boolean(),
      },
      { requiredKeys: ['value', 'since', 'hasPassed'] },
    ),
    waiver: fc.oneof(moment.map(exempt), fc.constant(notApplicable)),
    waiverRequest: moment.map(until => ({
      ...exempt(until),
      decision: 'waiting' as const,
    })),
  },
  { requiredKeys: ['version'] },
);

describe('the state of an item', () => {
  it.each<[string, StateRules, ItemRecord | undefined, ItemState, boolean]>([
    ['nothing', manual, undefined, 'open', false],
    [
      'a waiting answer',
      manual,
      { version: 1, answer: waiting },
      'attested',
      false,
    ],
    [
      'an accepted answer',
      manual,
      { version: 2, acceptance: accepted(NOW + DAY) },
      'accepted',
      true,
    ],
    [
      'an answer that does not expire',
      manual,
      { version: 2, acceptance: accepted(null) },
      'accepted',
      true,
    ],
    [
      'an expired answer',
      manual,
      { version: 2, acceptance: accepted(NOW) },
      'lapsed',
      false,
    ],
    [
      'an expired answer with a newer one waiting',
      manual,
      { version: 3, answer: waiting, acceptance: accepted(NOW) },
      'lapsed',
      false,
    ],
    [
      'a newer answer beside one that counts',
      manual,
      { version: 3, answer: waiting, acceptance: accepted(NOW + DAY) },
      'attested',
      true,
    ],
    [
      'a newer answer that came back beside one that counts',
      manual,
      {
        version: 3,
        answer: { ...waiting, decision: 'returned' },
        acceptance: accepted(NOW + DAY),
      },
      'returned',
      true,
    ],
    [
      'an answer that came back',
      manual,
      { version: 2, answer: { ...waiting, decision: 'returned' } },
      'returned',
      false,
    ],
    ['a fact nobody read', automatic, undefined, 'unknown', false],
    [
      'a fact that holds',
      automatic,
      { version: 0, fact: fact('passed') },
      'passed',
      true,
    ],
    [
      'a fact that never held',
      automatic,
      { version: 0, fact: fact('failed') },
      'failed',
      false,
    ],
    [
      'a fact that no longer holds',
      automatic,
      { version: 0, fact: fact('failed', { hasPassed: true }) },
      'regressed',
      false,
    ],
    [
      'a fact unread for six days',
      automatic,
      { version: 0, fact: fact('passed', { unreadSince: NOW - 6 * DAY }) },
      'passed',
      true,
    ],
    [
      'a fact unread for seven days',
      automatic,
      { version: 0, fact: fact('passed', { unreadSince: NOW - 7 * DAY }) },
      'unknown',
      false,
    ],
    [
      'a fact that names its end',
      automatic,
      { version: 0, fact: fact('passed', { until: NOW }) },
      'lapsed',
      false,
    ],
    [
      'a confirmation whose precondition holds',
      hybrid,
      { version: 2, acceptance: accepted(NOW + DAY), fact: fact('passed') },
      'accepted',
      true,
    ],
    [
      'a confirmation whose precondition fails',
      hybrid,
      { version: 2, acceptance: accepted(NOW + DAY), fact: fact('failed') },
      'regressed',
      false,
    ],
    [
      'a failing precondition without a confirmation',
      hybrid,
      { version: 1, answer: waiting, fact: fact('failed') },
      'failed',
      false,
    ],
    [
      'a newer answer whose precondition fails',
      hybrid,
      {
        version: 3,
        answer: { ...waiting, decision: 'returned' },
        acceptance: accepted(NOW + DAY),
        fact: fact('failed'),
      },
      'regressed',
      false,
    ],
    [
      'an unread precondition',
      hybrid,
      { version: 1, answer: waiting },
      'unknown',
      false,
    ],
    [
      'a statement in place of a fact',
      statement,
      { version: 2, acceptance: accepted(NOW + DAY), fact: fact('failed') },
      'accepted',
      true,
    ],
    [
      'an item that starts later',
      { kind: 'manual', startsAt: '2030-01-01' },
      { version: 2, acceptance: accepted(NOW) },
      'upcoming',
      false,
    ],
    [
      'an exemption',
      manual,
      { version: 2, acceptance: accepted(NOW), waiver: exempt(NOW + 1) },
      'exempt',
      false,
    ],
    [
      'an exemption that is over',
      manual,
      { version: 2, acceptance: accepted(NOW), waiver: exempt(NOW) },
      'lapsed',
      false,
    ],
    [
      'what does not apply',
      manual,
      { version: 2, waiver: notApplicable, waiverRequest: undefined },
      'not_applicable',
      false,
    ],
  ])('%s', (_, definition, stored, state, satisfied) => {
    expect(deriveStanding(definition, stored, NOW)).toMatchObject({
      state,
      satisfied,
    });
  });

  it('is due thirty days before it expires, and counts', () => {
    const at = (until: number) =>
      deriveStanding(manual, { version: 2, acceptance: accepted(until) }, NOW);
    expect(at(NOW + 30 * DAY)).toMatchObject({ due: true, satisfied: true });
    expect(at(NOW + 30 * DAY + 1)).toMatchObject({ due: false });
    expect(at(NOW)).toMatchObject({ due: false, satisfied: false });
  });

  it('is due from the moment that a fact names', () => {
    const signed = fact('passed', { dueAt: NOW, until: NOW + 30 * DAY });
    expect(
      deriveStanding(automatic, { version: 0, fact: signed }, NOW),
    ).toMatchObject({ state: 'passed', due: true, changesAt: NOW + 30 * DAY });
  });

  it('is exactly one of the states, and one that never counts unless it should', () => {
    fc.assert(
      fc.property(rules, record, moment, (definition, stored, now) => {
        const standing = deriveStanding(definition, stored, now);
        expect(ITEM_STATES).toContain(standing.state);
        const counts = ['accepted', 'passed'].includes(standing.state);
        const mayCount = ['attested', 'returned'].includes(standing.state);
        expect([counts, counts || mayCount]).toContain(standing.satisfied);
        expect(standing.satisfied || !standing.due).toBe(true);
      }),
    );
  });

  it('changes with time only at the moment that was foretold', () => {
    fc.assert(
      fc.property(
        rules,
        record,
        moment,
        fc.nat(400 * DAY),
        (definition, stored, now, later) => {
          const before = deriveStanding(definition, stored, now);
          const end = before.changesAt ?? Number.MAX_SAFE_INTEGER;
          const until = Math.min(now + later, end - 1);
          const after = deriveStanding(definition, stored, until);
          expect(after.state).toBe(before.state);
          expect(after.satisfied).toBe(before.satisfied);
        },
      ),
    );
  });

  it('only wears out with time, once it is asked for', () => {
    const allowed: Partial<Record<ItemState, ItemState[]>> = {
      // A fact that is unknown says no longer that it does not hold; what a
      // newer answer came back with then shows.
      regressed: ['unknown', 'lapsed', 'returned'],
      returned: ['lapsed'],
      failed: ['unknown', 'lapsed'],
      unknown: ['lapsed'],
      attested: ['lapsed', 'unknown'],
      accepted: ['lapsed', 'unknown'],
      passed: ['lapsed', 'unknown'],
    };
    fc.assert(
      fc.property(
        rules,
        record,
        moment,
        fc.nat(800 * DAY),
        (definition, stored, now, later) => {
          const before = deriveStanding(definition, stored, now);
          const after = deriveStanding(definition, stored, now + later);
          fc.pre(!['upcoming', 'exempt'].includes(before.state));
          expect([before.state, ...(allowed[before.state] ?? [])]).toContain(
            after.state,
          );
          expect(before.satisfied || !after.satisfied).toBe(true);
        },
      ),
    );
  });

  it('shows an answer that came back once a failing fact is too old', () => {
    const stored: ItemRecord = {
      version: 3,
      answer: { ...waiting, decision: 'returned' },
      acceptance: accepted(null),
      fact: fact('failed', { unreadSince: NOW }),
    };
    const stateAt = (at: number) => deriveStanding(hybrid, stored, at).state;
    expect(stateAt(NOW + 7 * DAY - 1)).toBe('regressed');
    expect(stateAt(NOW + 7 * DAY)).toBe('returned');
  });

  it('takes its timing from the configuration', () => {
    const stored = {
      version: 0,
      fact: fact('passed', { unreadSince: NOW - 2 * DAY }),
    };
    const timing = { ...DEFAULT_TIMING, unknownAfter: DAY };
    expect(deriveStanding(automatic, stored, NOW, timing).state).toBe(
      'unknown',
    );
  });
});
