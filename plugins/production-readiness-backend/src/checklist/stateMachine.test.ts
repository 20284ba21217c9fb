import {
  alignedUntil,
  AssessedItem,
  basisWithoutSecondPerson,
  ChecklistItem,
  DAY,
  deriveStanding,
  EMPTY_RECORD,
  EXEMPTION_DAYS_MAX,
  ItemRecord,
  KEEPS_FOR_SESSION,
  namesDay,
  ReadinessError,
  ReviewMode,
} from '@prodready/backstage-plugin-production-readiness-common';
import fc from 'fast-check';
import { NOW, personOf } from '../testing/checklist';
import { ACT_RULES } from './acts';
import { Standing } from './capabilities';
import {
  acceptance,
  attestation,
  Becoming,
  returning,
  selfAcceptance,
  withdrawal,
} from './changes';
import { refuseBareConfirmation } from './refusals';
import {
  waiverApproval,
  waiverRequest,
  waiverReturn,
  waiverRevocation,
  waiverWithdrawal,
} from './waiverChanges';

// Anybody calls anything in any order, while time goes on and facts come and
// go. What the rules refuse is not done; whatever is done must leave the item
// in a state that the rules allow.

type Act = keyof typeof ACT_RULES;

const REVIEWERS = 'group:default/sre';
const people = {
  owner: personOf('olga', 'payments'),
  colleague: personOf('colin', 'payments'),
  reviewer: personOf('remi', 'sre'),
  both: personOf('bo', 'payments', 'sre'),
  reader: personOf('rita', 'search'),
  administrator: personOf('adam', 'platform'),
  assistant: {
    ...personOf('olga', 'payments'),
    onBehalfOf: true,
    actingService: 'plugin:assistant',
  },
};

const texts = [
  'We tried it on 3 November',
  'We tried it on 9 November',
  'It works as it always did',
];
const step = fc.record({
  by: fc.constantFrom(...Object.keys(people)) as fc.Arbitrary<
    keyof typeof people
  >,
  act: fc.constantFrom(...Object.keys(ACT_RULES)) as fc.Arbitrary<Act>,
  text: fc.constantFrom(...texts),
  positive: fc.boolean(),
  isExemption: fc.boolean(),
  days: fc.integer({ min: -5, max: 200 }),
  later: fc.integer({ min: 0, max: 60 }),
  fact: fc.constantFrom('passed', 'failed', null, 'same'),
  sampled: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const item = fc.record({
  id: fc.constant('REL-3'),
  section: fc.constant('releases'),
  kind: fc.constantFrom('manual', 'automatic', 'hybrid'),
  weight: fc.constantFrom('high', 'normal'),
  precondition: fc.constantFrom('required', 'or-statement'),
  reattestDays: fc.constantFrom(90, 180, 'never'),
}) as unknown as fc.Arbitrary<ChecklistItem>;

function becomingOf(
  { act, text, positive, isExemption, days, sampled }: Step,
  context: {
    item: ChecklistItem;
    record: ItemRecord;
    assessed: AssessedItem;
    mode: ReviewMode;
    now: number;
    assisted: boolean;
  },
): Becoming {
  const evidence = { kind: 'text' as const, text };
  switch (act) {
    case 'attest': {
      refuseBareConfirmation(context.item, context.record, evidence);
      const basis = basisWithoutSecondPerson(context.item, {
        record: context.record,
        state: context.assessed.standing.state,
        evidence,
        mode: context.mode,
      });
      return basis && !sampled && !context.assisted
        ? selfAcceptance(evidence, basis)
        : attestation(evidence);
    }
    case 'accept':
      return positive ? acceptance : returning('Which release was it?');
    case 'withdraw':
      return withdrawal;
    case 'request_waiver':
      return waiverRequest(
        isExemption
          ? {
              kind: 'exemption',
              reason: text,
              compensatingControl: text,
              until: context.now + days * DAY,
            }
          : { kind: 'not_applicable', reason: text },
      );
    case 'withdraw_request':
      return waiverWithdrawal;
    case 'decide_request':
      return positive ? waiverApproval : waiverReturn('Show the plan first');
    default:
      return waiverRevocation('It is mended by now');
  }
}

function standingOf(by: keyof typeof people): Standing {
  const caller = people[by];
  return {
    caller,
    hasOwner: true,
    forOthers: false,
    isOwner: caller.principals.includes('group:default/payments'),
    mayAttest: true,
    mayAccept: true,
  };
}

function factAfter(
  { fact }: Step,
  before: ItemRecord['fact'],
  now: number,
): ItemRecord['fact'] {
  if (fact === 'same') return before;
  return {
    value: fact as 'passed' | 'failed' | null,
    since: now,
    hasPassed: before?.hasPassed === true || fact === 'passed',
  };
}

/** What must hold of an item whatever was called before. */
function check(
  { weight, kind, reattestDays }: ChecklistItem,
  record: ItemRecord,
  standing: ReturnType<typeof deriveStanding>,
  mode: ReviewMode,
  now: number,
) {
  const { acceptance: counting, answer, waiver, waiverRequest: asked } = record;
  if (counting) {
    const alone = counting.acceptedBy.ref === counting.attestedBy.ref;
    expect(alone).toBe(counting.basis !== 'second_person');
    if (counting.basis === 'reconfirmation') expect(weight).toBe('normal');
    if (counting.basis === 'self_certification') {
      expect(mode).toBe('self_certified');
    }
  }
  if (counting && counting.until !== null) {
    // A session stretches what is ordinary by a week at most.
    const stretched =
      counting.until - counting.acceptedAt - Number(reattestDays) * DAY;
    expect(stretched).toBeGreaterThanOrEqual(0);
    expect(stretched).toBeLessThanOrEqual(
      weight === 'high' ? 0 : KEEPS_FOR_SESSION,
    );
  }
  if (weight === 'high' && counting && answer?.evidence.kind === 'text') {
    const isNewer = answer.at > counting.acceptedAt;
    if (isNewer) expect(namesDay(answer.evidence.text)).toBe(true);
  }
  if (kind === 'automatic') expect(answer).toBeUndefined();
  if (answer?.decision === 'returned') expect(answer.comment).toBeTruthy();
  if (answer?.decision === 'accepted') expect(counting).toBeDefined();
  if (waiver) {
    expect(waiver.approvedBy.ref).not.toBe(waiver.requestedBy.ref);
    if (waiver.kind === 'exemption') {
      expect(waiver.until - waiver.approvedAt).toBeLessThanOrEqual(
        EXEMPTION_DAYS_MAX * DAY,
      );
    }
  }
  if (asked?.decision === 'returned') expect(asked.comment).toBeTruthy();
  if (standing.state === 'exempt') {
    expect(waiver?.kind === 'exemption' && waiver.until > now).toBe(true);
  }
  if (standing.satisfied && kind !== 'automatic') {
    expect(counting).toBeDefined();
    expect(counting!.until === null || counting!.until > now).toBe(true);
    expect(['exempt', 'not_applicable', 'lapsed']).not.toContain(
      standing.state,
    );
  }
}

describe('the life of an item', () => {
  it('reaches no state that the rules do not allow, whatever is called', () => {
    let done = 0;
    fc.assert(
      fc.property(
        item,
        fc.constantFrom<ReviewMode>('reviewers', 'peers', 'self_certified'),
        fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
        fc.array(step, { minLength: 10, maxLength: 60 }),
        (definition, mode, session, steps) => {
          const anchor =
            session === undefined ? undefined : NOW + session * DAY;
          let record: ItemRecord = EMPTY_RECORD;
          let now = NOW;
          for (const one of steps) {
            now += one.later * DAY;
            record = { ...record, fact: factAfter(one, record.fact, now) };
            const assessed: AssessedItem = {
              item: definition,
              standing: deriveStanding(definition, record, now),
              required: true,
              move: 'team',
            };
            const context = {
              standing: standingOf(one.by),
              assessed,
              record,
              reviewerRef: mode === 'reviewers' ? REVIEWERS : null,
              now,
            };
            check(definition, record, assessed.standing, mode, now);
            if (!ACT_RULES[one.act].capability(context).allowed) continue;
            const { userRef, displayName } = people[one.by];
            try {
              const become = becomingOf(one, {
                item: definition,
                record,
                assessed,
                mode,
                now,
                assisted: people[one.by].onBehalfOf,
              });
              record = become(record, {
                at: now,
                by: { ref: userRef!, name: displayName! },
                reattestDays: definition.reattestDays,
                align: until => alignedUntil(until, definition, anchor),
              }).record;
              done += 1;
            } catch (error) {
              // Only an exemption that ends too early or too late, and a bare
              // confirmation of what can block.
              expect(error).toBeInstanceOf(ReadinessError);
            }
            const standing = deriveStanding(definition, record, now);
            check(definition, record, standing, mode, now);
          }
        },
      ),
      { numRuns: 400 },
    );
    // Sequences that only were refused would prove nothing.
    expect(done).toBeGreaterThan(500);
  });
});
