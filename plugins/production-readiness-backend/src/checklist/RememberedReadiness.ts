import { ReadinessView } from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access';
import { DatedAnswer } from '../http';
import type { Permitted } from './capabilities';
import type { SubjectLook } from './subjectLook';

/** For how long an answer is worth a look; `rowVersion` says why not longer. */
const KEPT_MILLISECONDS = 60_000;
/** Each has some 20 KB. */
const MOST_KEPT = 2_000;
/** Clocks of a process and a database drift apart by less in a minute. */
const CLOCK_MARGIN = 1_000;

/** The readiness of an entity as somebody was answered. */
export interface RememberedAnswer {
  answer: DatedAnswer<ReadinessView>;
  /** What the permission framework said of the person. */
  permitted: Permitted;
  checklistDigest: string;
  look: SubjectLook;
  /** From then on time alone may have changed it. */
  until: number;
}

interface Kept {
  answer: RememberedAnswer;
  /** The process's time after which it is not worth a look. */
  lookUntil: number;
}

/**
 * The last answers on the readiness of entities. None is given again before
 * the database was asked whether the rows that it rests on are as they were, so
 * that what another replica wrote shows at once.
 */
export class RememberedReadiness {
  private readonly kept = new Map<string, Kept>();

  /** @param now - the process's time in milliseconds; only for ageing */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The last answer to a person that may still be right. */
  find(caller: Caller, ref: string): RememberedAnswer | undefined {
    const key = keyOf(caller, ref);
    const found = this.kept.get(key);
    if (!found) return undefined;
    if (found.lookUntil > this.now()) return found.answer;
    this.kept.delete(key);
    return undefined;
  }

  /**
   * Keeps an answer.
   *
   * @param asOf - when it was read
   */
  keep(
    caller: Caller,
    ref: string,
    asOf: number,
    answer: RememberedAnswer,
  ): void {
    const worth = Math.min(
      KEPT_MILLISECONDS,
      answer.until - asOf - CLOCK_MARGIN,
    );
    const key = keyOf(caller, ref);
    this.kept.delete(key);
    if (worth <= 0) return;
    this.kept.set(key, { answer, lookUntil: this.now() + worth });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT) this.kept.delete(oldest);
  }
}

/** All that a view says differently to different people, but permissions. */
function keyOf(caller: Caller, ref: string): string {
  const { kind, userRef, onBehalfOf, isAdmin, principals } = caller;
  return JSON.stringify([ref, kind, userRef, onBehalfOf, isAdmin, principals]);
}
