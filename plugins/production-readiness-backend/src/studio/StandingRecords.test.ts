import {
  DAY,
  deriveStanding,
  ITEM_KINDS,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import fc from 'fast-check';
import { answerColumns, factColumns, ItemRow } from '../checklist/itemRow';
import { toStandingRecord } from './StandingRecords';

const NOW = Date.UTC(2026, 10, 22);
const moment = fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY });
const person = fc.record({ ref: fc.string(), name: fc.string() });
const evidence = fc.record({
  kind: fc.constant('text' as const),
  text: fc.string(),
});
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });
const waiver = fc.oneof(
  fc.record({
    kind: fc.constant('exemption' as const),
    reason: fc.string(),
    compensatingControl: fc.string(),
    until: moment,
  }),
  fc.record({
    kind: fc.constant('not_applicable' as const),
    reason: fc.string(),
  }),
);
const asked = fc.record({ requestedBy: person, requestedAt: moment });

const record: fc.Arbitrary<ItemRecord> = fc.record({
  version: fc.nat(),
  answer: maybe(
    fc.record({
      evidence,
      by: person,
      at: moment,
      decision: fc.constantFrom('waiting', 'accepted', 'returned'),
    }),
  ),
  acceptance: maybe(
    fc.record({
      evidence,
      attestedBy: person,
      attestedAt: moment,
      acceptedBy: person,
      acceptedAt: moment,
      basis: fc.constantFrom('second_person', 'reconfirmation'),
      until: fc.option(moment),
    }),
  ),
  fact: maybe(
    fc.record({
      value: fc.constantFrom('passed', 'failed', null),
      since: moment,
      dueAt: maybe(moment),
      until: maybe(moment),
      unreadSince: maybe(moment),
      hasPassed: fc.boolean(),
      error: maybe(fc.string()),
    }),
  ),
  waiver: maybe(
    fc
      .tuple(
        waiver,
        asked,
        fc.record({ approvedBy: person, approvedAt: moment }),
      )
      .map(([one, by, approved]) => ({ ...one, ...by, ...approved })),
  ),
  waiverRequest: maybe(
    fc
      .tuple(
        waiver,
        asked,
        fc.record({ decision: fc.constantFrom('waiting', 'returned') }),
      )
      .map(([one, by, decided]) => ({ ...one, ...by, ...decided })),
  ),
}) as fc.Arbitrary<ItemRecord>;

it('stand where the whole rows would', () => {
  fc.assert(
    fc.property(record, fc.constantFrom(...ITEM_KINDS), (whole, kind) => {
      const row = {
        entity_id: '1',
        checklist_id: 'default',
        item_id: 'OPS-3',
        ...answerColumns(whole, null),
        ...factColumns(whole.fact),
        state: 'open',
        updated_at: NOW,
      } as ItemRow;
      expect(deriveStanding({ kind }, toStandingRecord(row), NOW)).toEqual(
        deriveStanding({ kind }, whole, NOW),
      );
    }),
    { numRuns: 300 },
  );
});
