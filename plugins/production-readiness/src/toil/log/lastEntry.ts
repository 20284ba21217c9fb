import {
  toilEntrySchema,
  MINUTES_CAP_LIMIT,
  type ToilEntryInput,
} from '@prodready/backstage-plugin-production-readiness-common';

// In this browser and not in Backstage's user settings: those are kept on the
// server by person, and nobody there is to know who logged what.

const PREFIX = 'production-readiness.toil.last';
const schema = toilEntrySchema(MINUTES_CAP_LIMIT);

/**
 * What was logged last for a team in this browser, without its note.
 *
 * @internal
 */
export function readLastEntry(team: string): ToilEntryInput | undefined {
  try {
    const text = window.localStorage.getItem(`${PREFIX}.${team}`);
    const parsed = schema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Storage that is off or full costs a convenience and no more.
    return undefined;
  }
}

/** Remembers what was logged. @internal */
export function rememberEntry(team: string, entry: ToilEntryInput): void {
  const { note, ticketUrl, ...rest } = entry;
  try {
    window.localStorage.setItem(`${PREFIX}.${team}`, JSON.stringify(rest));
  } catch {
    // As above.
  }
}
