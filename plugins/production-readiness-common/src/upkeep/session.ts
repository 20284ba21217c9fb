import type { ChecklistItem } from '../checklist/document';
import { DAY } from '../checklist/states';

/** A team's sessions are so far apart: thirteen weeks, a quarter. @public */
export const SESSION_EVERY = 91 * DAY;

/** So long before its day a session opens, in milliseconds. @public */
export const SESSION_NOTICE = 14 * DAY;

/**
 * So much longer an answer of ordinary weight may count when it would expire
 * just before a session, in milliseconds. With it, answers that count for 90,
 * 180 or 365 days are looked at in every first, second or fourth session.
 *
 * @public
 */
export const KEEPS_FOR_SESSION = 7 * DAY;

/** A quarterly session of a team. Milliseconds since the epoch. @public */
export interface UpkeepSession {
  /** The day on which it is held. */
  at: number;
  /** From then on the team can walk through it. */
  opensAt: number;
  /** The day of the one after it. */
  followingAt: number;
}

/**
 * The session that a team is in or has before it.
 *
 * @param anchor - the day of any of its sessions; milliseconds
 * @public
 */
export function sessionAround(anchor: number, now: number): UpkeepSession {
  // The whole day belongs to the session.
  const passed = Math.max(
    0,
    Math.ceil((now - DAY + 1 - anchor) / SESSION_EVERY),
  );
  const at = anchor + passed * SESSION_EVERY;
  return {
    at,
    opensAt: at - SESSION_NOTICE,
    followingAt: at + SESSION_EVERY,
  };
}

/**
 * Until when an answer counts that is accepted now: to the end of the team's
 * session when it would expire shortly before. What can block a release is
 * never stretched, and nothing is ever cut short.
 *
 * @param until - by the checklist; null when it does not expire
 * @param anchor - the day of any session; undefined: the team holds none
 * @public
 */
export function alignedUntil(
  until: number | null,
  item: Pick<ChecklistItem, 'weight'>,
  anchor: number | undefined,
): number | null {
  if (until === null || anchor === undefined || item.weight === 'high') {
    return until;
  }
  const end = sessionAround(anchor, until).at + DAY;
  return end - until <= KEEPS_FOR_SESSION ? end : until;
}

/**
 * Whether a session walks through an accepted answer: it would expire before
 * the session after it, and was not given in this one.
 *
 * @param session - undefined: the team holds none; then the next quarter
 * @public
 */
export function isInSession(
  acceptance: { until: number | null; acceptedAt: number },
  session: UpkeepSession | undefined,
  now: number,
): boolean {
  const { acceptedAt, until } = acceptance;
  const last = session?.followingAt ?? now + SESSION_EVERY;
  // Whoever renewed shortly before it opened has done their part as well.
  const given =
    session && now >= session.opensAt ? session.opensAt : now - SESSION_NOTICE;
  return until !== null && until < last && acceptedAt < given;
}
