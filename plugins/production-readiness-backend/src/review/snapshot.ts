import { z } from 'zod';
import {
  evidenceView,
  ITEM_STATES,
} from '@prodready/backstage-plugin-production-readiness-common';
import { JudgedSubject } from '../checklist/subject';
import { recordOf } from '../checklist/acts';
import { ReviewPlan } from './plan';

const person = z.object({ ref: z.string(), name: z.string() });

const snapshotSchema = z.array(
  z.object({
    itemId: z.string(),
    state: z.enum(ITEM_STATES),
    satisfied: z.boolean(),
    evidence: evidenceView.nullable(),
    answeredBy: person.nullable(),
    answeredAt: z.number().nullable(),
    acceptedBy: person.nullable(),
    acceptedAt: z.number().nullable(),
    basis: z.string().nullable(),
    validUntil: z.number().nullable(),
    waiver: z
      .object({
        kind: z.string(),
        reason: z.string(),
        compensatingControl: z.string().nullable(),
        until: z.number().nullable(),
        approvedBy: person,
      })
      .nullable(),
  }),
);

/** The required items of a review as they stood at a moment. */
export type ReviewSnapshot = z.output<typeof snapshotSchema>;

/** What the items of a plan stand at. */
export function snapshotOf(
  plan: ReviewPlan,
  { records }: Pick<JudgedSubject, 'records'>,
): ReviewSnapshot {
  return plan.items.map(({ item, standing }) => {
    const { acceptance, answer, waiver } = recordOf(records, item.id);
    return {
      itemId: item.id,
      state: standing.state,
      satisfied: standing.satisfied,
      evidence: acceptance?.evidence ?? answer?.evidence ?? null,
      answeredBy: acceptance?.attestedBy ?? answer?.by ?? null,
      answeredAt: acceptance?.attestedAt ?? answer?.at ?? null,
      acceptedBy: acceptance?.acceptedBy ?? null,
      acceptedAt: acceptance?.acceptedAt ?? null,
      basis: acceptance?.basis ?? null,
      validUntil: standing.validUntil,
      waiver: waiver
        ? {
            kind: waiver.kind,
            reason: waiver.reason,
            compensatingControl:
              waiver.kind === 'exemption' ? waiver.compensatingControl : null,
            until: waiver.kind === 'exemption' ? waiver.until : null,
            approvedBy: waiver.approvedBy,
          }
        : null,
    };
  });
}

/** What was kept when a review was decided. */
export function parseSnapshot(text: string): ReviewSnapshot {
  return snapshotSchema.parse(JSON.parse(text));
}
