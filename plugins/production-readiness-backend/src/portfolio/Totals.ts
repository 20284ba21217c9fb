/** Fewer are counted in a moment. */
const MANY = 5000;
const KEPT_MILLISECONDS = 2000;
const MOST = 200;

/** A number of entities, and of when it is. */
export interface Total {
  total: number;
  asOf: number;
}

/**
 * Keeps the totals of large lists for a moment: counting is the one part of a
 * page that grows with the catalog.
 */
export class Totals {
  private readonly kept = new Map<string, Total>();

  /**
   * The total at a moment, counted or kept.
   *
   * @param key - what is counted; undefined where it is one person's alone
   */
  async at(
    asOf: number,
    key: string | undefined,
    count: () => Promise<Total>,
  ): Promise<Total> {
    const kept = key === undefined ? undefined : this.kept.get(key);
    if (kept && kept.asOf > asOf - KEPT_MILLISECONDS) {
      return { total: kept.total, asOf };
    }
    const counted = await count();
    if (key !== undefined && counted.total >= MANY) this.keep(key, counted);
    return { total: counted.total, asOf };
  }

  private keep(key: string, counted: Total): void {
    this.kept.delete(key);
    this.kept.set(key, counted);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST) break;
      this.kept.delete(oldest);
    }
  }
}
