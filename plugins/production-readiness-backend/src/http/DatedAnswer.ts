/**
 * An answer that many are given, each with the moment at which it was looked
 * whether it still holds, as `asOf`. The rest is written to bytes once.
 */
export class DatedAnswer<T extends { asOf: number }> {
  constructor(readonly body: Omit<T, 'asOf'>, readonly asOf: number) {}
}
