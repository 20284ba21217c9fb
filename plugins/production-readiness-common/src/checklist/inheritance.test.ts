import fc from 'fast-check';
import { ancestryOf, inheritedAnswers, withInherited } from './inheritance';
import type { ItemAcceptance, ItemRecord } from './record';
import { deriveStanding } from './states';

const NOW = 1_000_000;
const person = { ref: 'user:default/a', name: 'A' };
const acceptance = (until: number | null): ItemAcceptance => ({
  evidence: { kind: 'text', text: 'The table is in the handbook' },
  attestedBy: person,
  attestedAt: 1,
  acceptedBy: person,
  acceptedAt: 2,
  basis: 'second_person',
  until,
});
const manual = {
  id: 'OPS-3',
  kind: 'manual' as const,
  inheritable: ['system' as const, 'group' as const],
};
const answered = (until: number | null) =>
  new Map<string, ItemRecord>([
    ['OPS-3', { version: 1, acceptance: acceptance(until) }],
  ]);

describe('inheritance of answers', () => {
  it('takes the nearest accepted answer of a kind that the item names', () => {
    const found = inheritedAnswers(
      [manual],
      [
        { ref: 'system:default/shop', records: new Map() },
        { ref: 'domain:default/retail', records: answered(NOW + 5) },
        { ref: 'group:default/acme', records: answered(NOW + 9) },
      ],
    );
    expect(found.get('OPS-3')).toMatchObject({
      ref: 'group:default/acme',
      acceptance: { until: NOW + 9 },
    });
  });

  it('lets the nearest win also when it has expired', () => {
    const inherited = inheritedAnswers(
      [manual],
      [
        { ref: 'system:default/shop', records: answered(NOW - 1) },
        { ref: 'group:default/acme', records: answered(NOW + 9) },
      ],
    ).get('OPS-3');
    const record = withInherited({ version: 0 }, inherited);
    expect(deriveStanding(manual, record, NOW).state).toBe('lapsed');
  });

  it('gives nothing to automatic items', () => {
    const ancestors = [{ ref: 'system:default/s', records: answered(null) }];
    expect(
      inheritedAnswers([{ ...manual, kind: 'automatic' }], ancestors).size,
    ).toBe(0);
  });

  it.each([
    [{ version: 0 }, 'accepted', true],
    [
      {
        version: 1,
        answer: {
          evidence: acceptance(null).evidence,
          by: person,
          at: 3,
          decision: 'waiting' as const,
        },
      },
      'attested',
      true,
    ],
    [{ version: 2, acceptance: acceptance(NOW - 1) }, 'lapsed', false],
  ])('stands beside an own %j as %s', (own, state, satisfied) => {
    const record = withInherited(own, {
      ref: 'group:default/acme',
      acceptance: acceptance(NOW + 9),
    });
    expect(deriveStanding(manual, record, NOW)).toMatchObject({
      state,
      satisfied,
    });
  });

  it('ends in a cycle, and never names anybody twice or itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }),
        fc.nat(9),
        (parents, start) => {
          const chain = ancestryOf(String(start), ref =>
            String(parents[Number(ref)]),
          );
          expect(new Set(chain).size).toBe(chain.length);
          expect(chain).not.toContain(String(start));
        },
      ),
    );
  });
});
