import { createHash } from 'node:crypto';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WINDOW = 28 * DAY;
/** An incident about every four days; its hour is different each time. */
const APART = 4 * DAY;
/** What is lost between incidents, of all that is lost. */
const STEADY = 0.3;

/**
 * How much of an invented error budget is spent at a moment: a little all the
 * time, and much in incidents, which leave the window again after 28 days. The
 * same moment has the same answer always, wherever it is asked.
 *
 * @param id - of the SLO; each has incidents of its own
 * @param about - the share about which it goes up and down
 * @param at - milliseconds since the epoch
 */
export function spentBudget(id: string, about: number, at: number): number {
  const first = Math.floor((at - WINDOW) / APART) - 1;
  const last = Math.floor(at / APART);
  let incidents = 0;
  for (let slot = first; slot <= last; slot++) {
    const begins = slot * APART + chance(id, slot, 'hour') * (APART - 6 * HOUR);
    const lasts = (1 + 5 * chance(id, slot, 'length')) * HOUR;
    const weight = 0.6 + 0.8 * chance(id, slot, 'weight');
    incidents +=
      weight * (grown(begins, lasts, at) - grown(begins, lasts, at - WINDOW));
  }
  const usual = WINDOW / APART;
  return about * (STEADY + ((1 - STEADY) * incidents) / usual);
}

/** What share of an incident is over at a moment. */
function grown(begins: number, lasts: number, at: number): number {
  return Math.min(Math.max((at - begins) / lasts, 0), 1);
}

/** From 0 to 1, always the same for the same question. */
function chance(id: string, slot: number, of: string): number {
  const digest = createHash('sha256').update(`${id} ${slot} ${of}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
