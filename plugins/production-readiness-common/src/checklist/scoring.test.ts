import fc from 'fast-check';
import { adoptionUntil } from './adoption';
import type { AssessedItem } from './assessment';
import { blockersOf } from './blockers';
import { PHASES, WEIGHTS } from './document';
import { levelOf } from './level';
import { nextStepsOf } from './nextStep';
import { phaseOf } from './phase';
import { scoreOf } from './score';
import { DAY, ITEM_STATES, ItemState } from './states';
import { tierOf } from './tier';

const LEVELS = [
  { id: 'bronze', phases: ['design' as const] },
  { id: 'silver', phases: ['design' as const, 'pre-production' as const] },
  { id: 'gold', phases: [...PHASES] },
];

const COUNTING: ItemState[] = ['accepted', 'passed'];

function assessed(
  id: string,
  state: ItemState,
  more: {
    weight?: 'high' | 'normal';
    phase?: (typeof PHASES)[number];
    required?: boolean;
    move?: AssessedItem['move'];
    due?: boolean;
    satisfied?: boolean;
  } = {},
): AssessedItem {
  const satisfied = more.satisfied ?? COUNTING.includes(state);
  return {
    item: {
      id,
      weight: more.weight ?? 'normal',
      phase: more.phase ?? 'design',
      kind: 'manual',
    } as AssessedItem['item'],
    required: more.required ?? true,
    move: more.move ?? (satisfied ? 'nobody' : 'team'),
    standing: {
      state,
      satisfied,
      due: more.due ?? false,
      dueFrom: null,
      staleSince: null,
      waiting: state === 'attested',
      requested: false,
      validUntil: null,
      changesAt: null,
    },
  };
}

const anyItem = fc
  .record({
    state: fc.constantFrom(...ITEM_STATES),
    weight: fc.constantFrom(...WEIGHTS),
    phase: fc.constantFrom(...PHASES),
    required: fc.boolean(),
  })
  .map(({ state, ...more }) => assessed('X-1', state, more));

describe('the score', () => {
  it('is in tenths of a percent, rounded down', () => {
    expect(
      scoreOf([
        assessed('A-1', 'accepted', { weight: 'high' }),
        assessed('A-2', 'open', { weight: 'high' }),
        assessed('A-3', 'open'),
      ]),
    ).toEqual({ required: 3, satisfied: 1, score: 428 });
    expect(scoreOf([])).toEqual({ required: 0, satisfied: 0, score: null });
    expect(
      scoreOf([assessed('A-1', 'open', { required: false })]).score,
    ).toBeNull();
  });

  it('stays within its bounds, and is whole only when all counts', () => {
    fc.assert(
      fc.property(fc.array(anyItem), items => {
        const { required, satisfied, score } = scoreOf(items);
        expect(satisfied).toBeLessThanOrEqual(required);
        expect(score === null).toBe(required === 0);
        expect(Number.isInteger(score ?? 0)).toBe(true);
        expect(score ?? 0).toBeGreaterThanOrEqual(0);
        expect((score ?? 1000) === 1000).toBe(satisfied === required);
      }),
    );
  });

  it('never falls when one more item counts', () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { minLength: 1 }),
        fc.nat(),
        (items, pick) => {
          const index = pick % items.length;
          const better = items.map((item, at) =>
            at === index
              ? { ...item, standing: { ...item.standing, satisfied: true } }
              : item,
          );
          expect(scoreOf(better).score ?? 0).toBeGreaterThanOrEqual(
            scoreOf(items).score ?? 0,
          );
          expect(levelOf(LEVELS, better).rank).toBeGreaterThanOrEqual(
            levelOf(LEVELS, items).rank,
          );
        },
      ),
    );
  });
});

describe('the level', () => {
  it('is the highest without a gap below it', () => {
    const design = assessed('A-1', 'accepted');
    const before = assessed('A-2', 'accepted', { phase: 'pre-production' });
    const live = assessed('A-3', 'open', { phase: 'general-availability' });
    expect(levelOf(LEVELS, [design, before, live])).toEqual({
      id: 'silver',
      rank: 2,
    });
    expect(levelOf(LEVELS, [design, before])).toEqual({ id: 'gold', rank: 3 });
    expect(levelOf(LEVELS, [assessed('A-1', 'exempt'), before, live])).toEqual({
      id: 'none',
      rank: 0,
    });
    expect(levelOf(LEVELS, [])).toEqual({ id: 'none', rank: 0 });
  });
});

describe('blockers', () => {
  const high = { weight: 'high' as const };
  const items = [
    assessed('A-1', 'open', high),
    assessed('A-2', 'attested', { ...high, move: 'reviewer' }),
    assessed('A-3', 'exempt', high),
    assessed('A-4', 'accepted', high),
    assessed('A-5', 'open'),
    assessed('A-6', 'open', { ...high, phase: 'general-availability' }),
    assessed('A-7', 'open', { ...high, required: false }),
    assessed('A-8', 'regressed', high),
    assessed('A-9', 'attested', { ...high, satisfied: true, move: 'reviewer' }),
  ];
  const ids = (blockers: AssessedItem[]) => blockers.map(({ item }) => item.id);

  it('are of high weight, required and of a phase that is reached', () => {
    expect(ids(blockersOf(items, 'pre-production', false))).toEqual([
      'A-8',
      'A-1',
      'A-2',
    ]);
    expect(ids(blockersOf(items, 'general-availability', false))).toContain(
      'A-6',
    );
  });

  it('do not block while an entity is being adopted', () => {
    expect(blockersOf(items, 'general-availability', true)).toEqual([]);
  });
});

describe('the next steps', () => {
  const steps = (items: AssessedItem[], inAdoption = false) =>
    nextStepsOf({ startHere: ['A-3', 'A-5'] }, items, {
      phase: 'pre-production',
      inAdoption,
    }).map(({ assessed: { item }, action }) => `${item.id} ${action}`);

  it('put one’s own move first, then weight, then what got worse', () => {
    expect(
      steps([
        assessed('A-1', 'attested', { weight: 'high', move: 'reviewer' }),
        assessed('A-2', 'open'),
        assessed('A-3', 'open'),
        assessed('REL-9', 'open'),
        assessed('A-4', 'open', { weight: 'high' }),
        assessed('A-5', 'lapsed', { weight: 'high' }),
        assessed('A-6', 'returned'),
        assessed('A-7', 'accepted', { due: true, move: 'team' }),
        assessed('A-8', 'accepted'),
        assessed('A-9', 'open', { phase: 'general-availability' }),
      ]),
    ).toEqual([
      'A-5 reconfirm',
      'A-4 answer',
      'A-6 answer-again',
      'A-3 answer',
      'REL-9 answer',
      'A-2 answer',
      'A-7 reconfirm',
      'A-1 wait',
    ]);
  });

  it('are only the ones to start with during adoption', () => {
    expect(
      steps([assessed('A-2', 'open'), assessed('A-3', 'open')], true),
    ).toEqual(['A-3 answer']);
  });
});

describe('what an entity says of itself', () => {
  it.each([
    [{ annotations: { 'production-readiness.io/tier': '1' } }, 1, 'annotation'],
    [{ annotations: { 'production-readiness.io/tier': '4' } }, 2, 'default'],
    [{ lifecycle: 'Experimental' }, 3, 'lifecycle'],
    [{ lifecycle: 'production' }, 2, 'lifecycle'],
    [{ lifecycle: 'beta' }, 2, 'default'],
    // Words that every object answers to are no lifecycles.
    [{ lifecycle: 'constructor' }, 2, 'default'],
    [{ lifecycle: '__proto__' }, 2, 'default'],
    [
      { annotations: { 'production-readiness.io/tier': 'constructor' } },
      2,
      'default',
    ],
    [{}, 2, 'default'],
  ])('gives %j the tier %i by %s', (source, tier, origin) => {
    expect(tierOf(source)).toEqual({ tier, origin });
  });

  it.each([
    [{ lifecycle: 'experimental' }, 'design'],
    [{ lifecycle: 'production' }, 'general-availability'],
    [{}, 'general-availability'],
    [
      {
        lifecycle: 'production',
        annotations: { 'production-readiness.io/phase': 'Pre-Production' },
      },
      'pre-production',
    ],
  ])('gives %j the phase %s', (source, phase) => {
    expect(phaseOf(source)).toBe(phase);
  });

  it('gives what is live a time of adoption, and nothing else', () => {
    const live = { phase: 'general-availability' as const, adoptedAt: 0 };
    expect(adoptionUntil(live, 90 * DAY - 1)).toBe(90 * DAY);
    expect(adoptionUntil(live, 90 * DAY)).toBeNull();
    expect(adoptionUntil({ phase: 'design', adoptedAt: 0 }, 1)).toBeNull();
  });
});
