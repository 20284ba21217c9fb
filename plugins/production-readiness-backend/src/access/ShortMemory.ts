/**
 * Keeps answers for a short time, and asks only once while an answer is on its
 * way. Failures are not kept.
 */
export class ShortMemory<T> {
  private readonly kept = new Map<
    string,
    { until: number; value: Promise<T> }
  >();

  /**
   * @param milliseconds - how long an answer is kept
   * @param most - how many answers are kept, the oldest go first
   * @param now - the process's time in milliseconds; only for ageing
   */
  constructor(
    private readonly milliseconds: number,
    private readonly most = 5000,
    private readonly now: () => number = Date.now,
  ) {}

  /** The kept answer, or what `ask` gives. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const found = this.kept.get(key);
    if (found && found.until > this.now()) return found.value;
    const value = ask();
    this.kept.delete(key);
    this.kept.set(key, { until: this.now() + this.milliseconds, value });
    value.catch(() => {
      if (this.kept.get(key)?.value === value) this.kept.delete(key);
    });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return value;
  }
}
