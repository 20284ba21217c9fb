import {
  AlertInput,
  AlertVerdict,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/** What the last review of an alert said. */
export interface StoredReview {
  verdict: AlertVerdict;
  /** User reference. */
  by: string;
  note: string | null;
}

type Alert = Omit<AlertInput, 'sloId'> & {
  /** The database's id of the SLO. */
  sloId: string | null;
  editorRef: string;
};

/** Adds an alert. */
export async function insertAlert(
  tx: Knex.Transaction,
  alert: Alert & { publicId: string; entityId: string; at: number },
): Promise<void> {
  await tx('slo_alerts').insert({
    public_id: alert.publicId,
    entity_id: alert.entityId,
    ...columnsOf(alert),
    version: 1,
    created_at: alert.at,
  });
}

/**
 * Replaces what is written down of an alert.
 *
 * @returns false when somebody was faster
 */
export async function replaceAlert(
  tx: Knex.Transaction,
  id: string,
  expected: number,
  alert: Alert,
): Promise<boolean> {
  const written = await tx('slo_alerts')
    .where({ id, version: expected })
    .whereNull('removed_at')
    .update({ ...columnsOf(alert), version: expected + 1 });
  return written > 0;
}

/**
 * Notes what somebody thinks of an alert. One that can go is kept, out of
 * sight, so that what was removed can still be counted.
 *
 * @returns false when somebody was faster
 */
export async function saveReview(
  tx: Knex.Transaction,
  id: string,
  expected: number,
  review: StoredReview,
  at: number,
): Promise<boolean> {
  const written = await tx('slo_alerts')
    .where({ id, version: expected })
    .whereNull('removed_at')
    .update({
      review: JSON.stringify(review),
      reviewed_at: at,
      removed_at: review.verdict === 'delete' ? at : null,
      version: expected + 1,
    });
  return written > 0;
}

function columnsOf(alert: Alert) {
  return {
    slo_id: alert.sloId,
    name: alert.name,
    severity: alert.severity,
    response: alert.response,
    runbook_url: alert.runbookUrl,
    editor_ref: alert.editorRef,
  };
}
