import { once } from 'node:events';
import { Response } from 'express';

/** A file that is sent while it is made. */
export interface FileAnswer {
  /** Media type, such as `text/csv`. */
  type: string;
  fileName: string;
  chunks: AsyncIterable<string>;
}

/** Sends a file; what fails before the first piece is an error answer like any other. */
export async function sendFile(
  res: Response,
  { type, fileName, chunks }: FileAnswer,
): Promise<void> {
  const pieces = chunks[Symbol.asyncIterator]();
  let piece = await pieces.next();
  res.setHeader('Cache-Control', 'no-store');
  res.attachment(fileName).type(type);
  while (!piece.done && !res.closed) {
    // As fast as the other end reads.
    if (!res.write(piece.value)) await drained(res);
    try {
      piece = await pieces.next();
    } catch (error) {
      // Half a file must not look like a whole one.
      res.destroy();
      throw error;
    }
  }
  res.end();
}

/** Waits for the other end, and leaves no listener behind. */
async function drained(res: Response): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([
    once(res, 'drain', { signal }),
    once(res, 'close', { signal }),
  ]);
  waiting.abort();
}
