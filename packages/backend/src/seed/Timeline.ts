import { FixedClock } from '@prodready/backstage-plugin-production-readiness-backend/services';
import { Progress } from './Progress';

interface Happening {
  at: number;
  work: () => Promise<unknown>;
}

/**
 * What happens when. The journal is written in the order of time, so all of it
 * is planned first and done in that order then.
 */
export class Timeline {
  private readonly happenings: Happening[] = [];

  constructor(private readonly clock: FixedClock) {}

  /** Plans work for a moment (ms); of equal moments the first planned is first. */
  at(moment: number, work: () => Promise<unknown>): void {
    this.happenings.push({ at: Math.round(moment), work });
  }

  /** Does everything, with the clock put to each moment. */
  async run(progress: Progress): Promise<void> {
    const ordered = [...this.happenings].sort((a, b) => a.at - b.at);
    for (const [index, { at, work }] of ordered.entries()) {
      this.clock.set(at);
      await work();
      progress.say(
        `history ${Math.floor(((index + 1) * 100) / ordered.length)} %`,
      );
    }
  }
}
