/**
 * Chance that falls the same way every time, so that every demo tells the same
 * story. (mulberry32; good enough for plausibility, never for secrets.)
 */
export class Chance {
  private state: number;

  /** @param name - another name, another sequence */
  constructor(name: string) {
    this.state = [...name].reduce(
      (hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193),
      0x811c9dc5,
    );
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in a range, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with this probability. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)];
  }
}
