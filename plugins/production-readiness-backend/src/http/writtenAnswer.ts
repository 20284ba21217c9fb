import { createHash } from 'node:crypto';

/** An answer as it is sent. */
export interface WrittenAnswer {
  content: Buffer;
  /** For the ETag; the moment of reading is left out. */
  digest(): string;
}

/** Writes an answer as JSON. */
export function write(answer: unknown): WrittenAnswer {
  const text = JSON.stringify(answer);
  let digest: string | undefined;
  return {
    content: Buffer.from(text),
    digest: () => (digest ??= digestOf(text)),
  };
}

// What is remembered for many callers is one object, and written once.
const writtenBefore = new WeakMap<object, WrittenAnswer>();

/** The same; an object that was written before is not written again. */
export function writeOnce(answer: unknown): WrittenAnswer {
  if (typeof answer !== 'object' || answer === null) return write(answer);
  const written = writtenBefore.get(answer) ?? write(answer);
  writtenBefore.set(answer, written);
  return written;
}

/**
 * The moment of reading is no change of what was read. In JSON a quote right
 * before a colon ends a name, so that no value is taken for one.
 */
function digestOf(text: string): string {
  return createHash('sha256')
    .update(text.replace(/"asOf":\d+,?/g, ''))
    .digest('base64url')
    .slice(0, 22);
}
