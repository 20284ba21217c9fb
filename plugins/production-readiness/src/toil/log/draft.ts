import {
  isHttpUrl,
  type ToilCategory,
  type ToilEntryInput,
  type ToilEntryView,
  type ToilNature,
  type ToilTrigger,
} from '@prodready/backstage-plugin-production-readiness-common';
import { parseDuration } from './duration';

/** What a person has typed and chosen so far. @internal */
export interface Draft {
  time: string;
  category: string | null;
  trigger: ToilTrigger | null;
  nature: ToilNature | null;
  note: string;
  ticketUrl: string;
  carriedBy: NonNullable<ToilEntryView['carriedBy']> | null;
  occurrences: string;
  /** Handed over to another team or shift. */
  handover: boolean;
  /** The journey that it was about, of the entity that it was for. */
  journeyId: string | null;
}

/** Fields of the form that may have something wrong. @internal */
export type DraftField =
  | 'time'
  | 'trigger'
  | 'nature'
  | 'note'
  | 'ticketUrl'
  | 'occurrences';

/** What is wrong with a field, as the end of its message's key. @internal */
export type DraftProblem =
  | 'time'
  | 'timeTooLong'
  | 'trigger'
  | 'nature'
  | 'note'
  | 'ticket'
  | 'occurrences';

/** An empty form. @internal */
export const EMPTY_DRAFT: Draft = {
  time: '',
  category: null,
  trigger: null,
  nature: null,
  note: '',
  ticketUrl: '',
  carriedBy: null,
  occurrences: '',
  handover: false,
  journeyId: null,
};

/** A form with what an entry says. @internal */
export function draftOf(entry: Omit<ToilEntryInput, 'week' | 'date'>): Draft {
  return {
    time: String(entry.minutes),
    category: entry.category ?? null,
    trigger: entry.trigger,
    nature: entry.nature,
    note: entry.note ?? '',
    ticketUrl: entry.ticketUrl ?? '',
    carriedBy: entry.carriedBy ?? null,
    occurrences: entry.occurrences ? String(entry.occurrences) : '',
    handover: entry.handover ?? false,
    journeyId: entry.journeyId ?? null,
  };
}

/**
 * The form after a category was chosen: with its usual axes, or, where it has
 * none, with the question open again.
 *
 * @internal
 */
export function withCategory(
  draft: Draft,
  category: ToilCategory | undefined,
): Draft {
  if (!category) return { ...draft, category: null };
  return {
    ...draft,
    category: category.id,
    trigger: category.trigger ?? null,
    nature: category.nature ?? null,
  };
}

/** What is wrong with a form. @internal */
export function problemsOf(
  draft: Draft,
  minutesCap: number,
): Partial<Record<DraftField, DraftProblem>> {
  const minutes = parseDuration(draft.time);
  const times = draft.occurrences.trim().normalize('NFKC');
  return {
    ...(minutes === undefined && { time: 'time' as const }),
    ...(minutes !== undefined &&
      minutes > minutesCap && { time: 'timeTooLong' as const }),
    ...(!draft.trigger && { trigger: 'trigger' as const }),
    ...(!draft.nature && { nature: 'nature' as const }),
    ...(draft.note.length > 200 && { note: 'note' as const }),
    ...(draft.ticketUrl.trim() &&
      !isHttpUrl(draft.ticketUrl.trim()) && { ticketUrl: 'ticket' as const }),
    ...(times &&
      !/^([1-9]\d{0,3}|10000)$/.test(times) && {
        occurrences: 'occurrences' as const,
      }),
  };
}

/**
 * The entry that a form without problems says.
 *
 * @param kept - what an entry that is being changed says beside the form
 * @internal
 */
export function entryOf(
  draft: Draft,
  week: string,
  kept: Partial<ToilEntryInput> = {},
): ToilEntryInput {
  const minutes = parseDuration(draft.time);
  if (!minutes || !draft.trigger || !draft.nature) {
    throw new TypeError('A form with problems is no entry');
  }
  const note = draft.note.trim() ? draft.note : undefined;
  const ticketUrl = draft.ticketUrl.trim() || undefined;
  const times = draft.occurrences.trim().normalize('NFKC');
  return {
    ...kept,
    week,
    minutes,
    trigger: draft.trigger,
    nature: draft.nature,
    category: draft.category ?? undefined,
    note,
    ticketUrl,
    carriedBy: draft.carriedBy ?? undefined,
    occurrences: times ? Number(times) : undefined,
    handover: draft.handover || undefined,
    journeyId: draft.journeyId ?? undefined,
  };
}

/** What an entry says, to send it again. @internal */
export function inputOf(entry: ToilEntryView): ToilEntryInput {
  const { id, version, date, source, ...rest } = entry;
  return rest;
}
