import {
  type ImportLabel,
  type ImportMapping,
  importMappingSchema,
  MINUTES_CAP_LIMIT,
} from '@prodready/backstage-plugin-production-readiness-common';

/** A label as it stands in the form. @internal */
export interface LabelDraft {
  /** Tells rows apart while they are typed. */
  id: number;
  label: string;
  category: string | null;
  /** Null: as is usual for the category. */
  trigger: NonNullable<ImportLabel['trigger']> | null;
  nature: NonNullable<ImportLabel['nature']> | null;
  /** For tickets that don't say how long they took. */
  minutes: string;
}

/** What the form says of tickets. @internal */
export interface MappingDraft {
  labels: readonly LabelDraft[];
  /** For tickets of any label that don't say. */
  minutesPerTicket: string;
  /** Where a ticket is found by its key. */
  ticketBaseUrl: string;
}

/** What may be wrong with a row, or with what stands below the rows. @internal */
export type MappingProblem = 'label' | 'kind' | 'minutes' | 'url';

/** @internal */
export const EMPTY_MAPPING: MappingDraft = {
  labels: [],
  minutesPerTicket: '',
  ticketBaseUrl: '',
};

/** Another row. @internal */
export function withLabel(draft: MappingDraft): MappingDraft {
  const id = Math.max(0, ...draft.labels.map(label => label.id)) + 1;
  const empty = { label: '', category: null, trigger: null, nature: null };
  return { ...draft, labels: [...draft.labels, { id, ...empty, minutes: '' }] };
}

/** What is wrong with a row; a category says the kind of work, or both axes. @internal */
export function labelProblems(row: LabelDraft): MappingProblem[] {
  return [
    ...(row.label.trim() ? [] : ['label' as const]),
    ...(row.category || (row.trigger && row.nature) ? [] : ['kind' as const]),
    ...(minutesOf(row.minutes) === null ? ['minutes' as const] : []),
  ];
}

/** What is wrong below the rows. @internal */
export function restProblems(draft: MappingDraft): MappingProblem[] {
  const url = draft.ticketBaseUrl.trim();
  return [
    ...(minutesOf(draft.minutesPerTicket) === null ? ['minutes' as const] : []),
    ...(url && !importMappingSchema.safeParse({ ticketBaseUrl: url }).success
      ? ['url' as const]
      : []),
  ];
}

/** The mapping that a form without problems says; undefined for an empty one. @internal */
export function mappingOf(draft: MappingDraft): ImportMapping | undefined {
  const mapping: ImportMapping = {
    ...(draft.labels.length > 0 && {
      labels: draft.labels.map(row => ({
        label: row.label.trim(),
        ...(row.category && { category: row.category }),
        ...(row.trigger && { trigger: row.trigger }),
        ...(row.nature && { nature: row.nature }),
        ...(minutesOf(row.minutes) && { minutes: minutesOf(row.minutes)! }),
      })),
    }),
    ...(minutesOf(draft.minutesPerTicket) && {
      minutesPerTicket: minutesOf(draft.minutesPerTicket)!,
    }),
    ...(draft.ticketBaseUrl.trim() && {
      ticketBaseUrl: draft.ticketBaseUrl.trim(),
    }),
  };
  return Object.keys(mapping).length > 0 ? mapping : undefined;
}

/** The form of a mapping. @internal */
export function draftOfMapping(mapping: ImportMapping): MappingDraft {
  return {
    labels: (mapping.labels ?? []).map((label, index) => ({
      id: index + 1,
      label: label.label,
      category: label.category ?? null,
      trigger: label.trigger ?? null,
      nature: label.nature ?? null,
      minutes: label.minutes ? String(label.minutes) : '',
    })),
    minutesPerTicket: mapping.minutesPerTicket
      ? String(mapping.minutesPerTicket)
      : '',
    ticketBaseUrl: mapping.ticketBaseUrl ?? '',
  };
}

/** Undefined when nothing is written, null when it is no number of minutes. */
function minutesOf(text: string): number | undefined | null {
  const plain = text.trim().normalize('NFKC');
  if (plain === '') return undefined;
  const minutes = /^\d{1,7}$/.test(plain) ? Number(plain) : 0;
  return minutes >= 1 && minutes <= MINUTES_CAP_LIMIT ? minutes : null;
}
