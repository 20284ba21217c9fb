import { write, WrittenAnswer } from './writtenAnswer';

/**
 * An answer that is given more than once, each time with the moment at which it
 * was looked whether it still holds, as `asOf`. The rest is kept as bytes: the
 * objects would take three times as much memory.
 */
export class DatedAnswer<T extends { asOf: number }> {
  private constructor(
    private readonly undated: WrittenAnswer,
    readonly asOf: number,
  ) {}

  /** Writes an answer down. */
  static of<T extends { asOf: number }>({ asOf, ...body }: T): DatedAnswer<T> {
    return new DatedAnswer<T>(write(body), asOf);
  }

  /** The same answer, looked at again. */
  at(asOf: number): DatedAnswer<T> {
    return new DatedAnswer<T>(this.undated, asOf);
  }

  /** Whether it says the same, word for word, because it was written once. */
  isSameAs(other: DatedAnswer<T>): boolean {
    return this.undated === other.undated;
  }

  /** The answer as it was before it was written. */
  read(): T {
    const body = JSON.parse(this.undated.content.toString());
    return { ...body, asOf: this.asOf };
  }

  /** The bytes, with the moment in the place of the brace that closes them. */
  write(): WrittenAnswer {
    const { content, digest } = this.undated;
    const end = Buffer.from(`,"asOf":${this.asOf}}`);
    return {
      content: Buffer.concat([content.subarray(0, content.length - 1), end]),
      digest,
    };
  }
}
