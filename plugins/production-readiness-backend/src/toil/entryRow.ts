import { ToilEntryView } from '@prodready/backstage-plugin-production-readiness-common';

/** A row of toil_entries. */
export interface ToilEntryRow {
  public_id: string;
  group_ref: string;
  week: string;
  day: string;
  version: number;
  minutes: number;
  trigger_axis: ToilEntryView['trigger'];
  nature_axis: ToilEntryView['nature'];
  category: string;
  entity_ref: string | null;
  occurrences: number | null;
  automatable: ToilEntryView['automatable'] | null;
  carried_by: ToilEntryView['carriedBy'] | null;
  ticket_url: string | null;
  note: string | null;
  /** SQLite gives 0 and 1. */
  handover: boolean | number;
  journey_id: string | null;
  source: ToilEntryView['source'];
}

/** What people may change, as columns. */
export function toEntryColumns(
  entry: Omit<ToilEntryView, 'id' | 'version'>,
): Omit<ToilEntryRow, 'public_id' | 'group_ref' | 'version'> {
  return {
    week: entry.week,
    day: entry.date,
    minutes: entry.minutes,
    trigger_axis: entry.trigger,
    nature_axis: entry.nature,
    category: entry.category ?? '',
    entity_ref: entry.entityRef ?? null,
    occurrences: entry.occurrences ?? null,
    automatable: entry.automatable ?? null,
    carried_by: entry.carriedBy ?? null,
    ticket_url: entry.ticketUrl ?? null,
    note: entry.note ?? null,
    handover: entry.handover ?? false,
    journey_id: entry.journeyId ?? null,
    source: entry.source,
  };
}

/** The entry of a row; what was left out is left out again. */
export function fromEntryRow(row: ToilEntryRow): ToilEntryView {
  return {
    id: row.public_id,
    version: row.version,
    week: row.week,
    date: row.day,
    minutes: row.minutes,
    trigger: row.trigger_axis,
    nature: row.nature_axis,
    source: row.source,
    ...(row.category && { category: row.category }),
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    ...(row.occurrences && { occurrences: row.occurrences }),
    ...(row.automatable && { automatable: row.automatable }),
    ...(row.carried_by && { carriedBy: row.carried_by }),
    ...(row.ticket_url && { ticketUrl: row.ticket_url }),
    ...(row.note && { note: row.note }),
    ...(row.handover && { handover: true }),
    ...(row.journey_id && { journeyId: row.journey_id }),
  };
}
