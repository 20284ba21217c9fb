import {
  ItemRecord,
  ItemWaiver,
  ItemWaiverRequest,
  Person,
  Waiver,
  WaiverKind,
} from '@prodready/backstage-plugin-production-readiness-common';

type Stored = string | number | null;

/** The columns of a row of `item_states` that hold waivers. */
export interface WaiverRow {
  waiver_kind: WaiverKind | null;
  waiver_reason: string | null;
  waiver_control: string | null;
  waiver_until: Stored;
  waiver_requested_by: string | null;
  waiver_requested_by_name: string | null;
  waiver_requested_at: Stored;
  waiver_approved_by: string | null;
  waiver_approved_by_name: string | null;
  waiver_approved_at: Stored;
  request_kind: WaiverKind | null;
  request_reason: string | null;
  request_control: string | null;
  request_until: Stored;
  requested_by: string | null;
  requested_by_name: string | null;
  requested_at: Stored;
  request_decision: 'waiting' | 'returned' | null;
  request_decided_by: string | null;
  request_decided_by_name: string | null;
  request_decided_at: Stored;
  request_comment: string | null;
  request_reviewer_ref: string | null;
}

/** Every column of waivers. */
export const WAIVER_COLUMNS = [
  'waiver_kind',
  'waiver_reason',
  'waiver_control',
  'waiver_until',
  'waiver_requested_by',
  'waiver_requested_by_name',
  'waiver_requested_at',
  'waiver_approved_by',
  'waiver_approved_by_name',
  'waiver_approved_at',
  'request_kind',
  'request_reason',
  'request_control',
  'request_until',
  'requested_by',
  'requested_by_name',
  'requested_at',
  'request_decision',
  'request_decided_by',
  'request_decided_by_name',
  'request_decided_at',
  'request_comment',
  'request_reviewer_ref',
] as const satisfies readonly (keyof WaiverRow)[];

/** What the columns say. */
export function toWaivers(
  row: WaiverRow,
): Pick<ItemRecord, 'waiver' | 'waiverRequest'> {
  return { waiver: toWaiver(row), waiverRequest: toRequest(row) };
}

/** The columns of the waivers of an item. */
export function waiverColumns(
  { waiver, waiverRequest: request }: ItemRecord,
  reviewerRef: string | null,
): WaiverRow {
  return {
    waiver_kind: waiver?.kind ?? null,
    waiver_reason: waiver?.reason ?? null,
    waiver_control: controlOf(waiver),
    waiver_until: untilOf(waiver),
    waiver_requested_by: waiver?.requestedBy.ref ?? null,
    waiver_requested_by_name: waiver?.requestedBy.name ?? null,
    waiver_requested_at: waiver?.requestedAt ?? null,
    waiver_approved_by: waiver?.approvedBy.ref ?? null,
    waiver_approved_by_name: waiver?.approvedBy.name ?? null,
    waiver_approved_at: waiver?.approvedAt ?? null,
    request_kind: request?.kind ?? null,
    request_reason: request?.reason ?? null,
    request_control: controlOf(request),
    request_until: untilOf(request),
    requested_by: request?.requestedBy.ref ?? null,
    requested_by_name: request?.requestedBy.name ?? null,
    requested_at: request?.requestedAt ?? null,
    request_decision: request?.decision ?? null,
    request_decided_by: request?.decidedBy?.ref ?? null,
    request_decided_by_name: request?.decidedBy?.name ?? null,
    request_decided_at: request?.decidedAt ?? null,
    request_comment: request?.comment ?? null,
    request_reviewer_ref: request?.decision === 'waiting' ? reviewerRef : null,
  };
}

function toWaiver(row: WaiverRow): ItemWaiver | undefined {
  const content = toContent(
    row.waiver_kind,
    row.waiver_reason,
    row.waiver_control,
    row.waiver_until,
  );
  return (
    content && {
      ...content,
      requestedBy: toPerson(
        row.waiver_requested_by,
        row.waiver_requested_by_name,
      ),
      requestedAt: Number(row.waiver_requested_at),
      approvedBy: toPerson(row.waiver_approved_by, row.waiver_approved_by_name),
      approvedAt: Number(row.waiver_approved_at),
    }
  );
}

function toRequest(row: WaiverRow): ItemWaiverRequest | undefined {
  const content = toContent(
    row.request_kind,
    row.request_reason,
    row.request_control,
    row.request_until,
  );
  return (
    content && {
      ...content,
      requestedBy: toPerson(row.requested_by, row.requested_by_name),
      requestedAt: Number(row.requested_at),
      decision: row.request_decision ?? 'waiting',
      ...(row.request_decided_by !== null && {
        decidedBy: toPerson(
          row.request_decided_by,
          row.request_decided_by_name,
        ),
        decidedAt: Number(row.request_decided_at),
      }),
      ...(row.request_comment !== null && { comment: row.request_comment }),
    }
  );
}

function toContent(
  kind: WaiverKind | null,
  reason: string | null,
  control: string | null,
  until: Stored,
): Waiver | undefined {
  // A row that the release before wrote anew has no such columns at all.
  if (kind === null || kind === undefined) return undefined;
  return kind === 'exemption'
    ? {
        kind,
        reason: reason ?? '',
        compensatingControl: control ?? '',
        until: Number(until),
      }
    : { kind, reason: reason ?? '' };
}

function controlOf(waiver: Waiver | undefined): string | null {
  return waiver?.kind === 'exemption' ? waiver.compensatingControl : null;
}

function untilOf(waiver: Waiver | undefined): number | null {
  return waiver?.kind === 'exemption' ? waiver.until : null;
}

function toPerson(ref: string | null, name: string | null): Person {
  return { ref: ref ?? '', name: name ?? ref ?? '' };
}
