import { PassThrough } from 'node:stream';
import { Response } from 'express';
import { sendFile } from './sendFile';

/** An answer that takes a few bytes at a time. */
function slowResponse() {
  const stream = new PassThrough({ highWaterMark: 4 });
  const response = Object.assign(stream, {
    setHeader: () => response,
    attachment: () => response,
    type: () => response,
  });
  return response as unknown as Response & PassThrough;
}

async function* pieces(count: number) {
  for (let piece = 0; piece < count; piece++) yield `line ${piece}\n`;
}

const file = (chunks: AsyncIterable<string>) => ({
  type: 'text/csv',
  fileName: 'a.csv',
  chunks,
});

describe('sending a file', () => {
  it('waits for a slow reader without gathering listeners', async () => {
    const response = slowResponse();
    const atFirst = response.listenerCount('close');
    let most = 0;
    let text = '';
    response.on('data', part => {
      text += part;
      most = Math.max(most, response.listenerCount('close'));
    });
    await sendFile(response, file(pieces(40)));
    expect(text.split('\n')).toHaveLength(41);
    expect(most).toBeLessThanOrEqual(atFirst + 2);
  });

  it('stops reading when nobody listens any more', async () => {
    const response = slowResponse();
    let read = 0;
    async function* watched() {
      for await (const piece of pieces(1000)) {
        read += 1;
        yield piece;
      }
    }
    response.once('data', () => response.destroy());
    await sendFile(response, file(watched()));
    expect(read).toBeLessThan(10);
  });

  it('breaks off what fails half-way, and tells of what fails at once', async () => {
    async function* failing(after: number) {
      yield* pieces(after);
      throw new Error('gone');
    }
    const half = slowResponse();
    half.resume();
    await expect(sendFile(half, file(failing(2)))).rejects.toThrow('gone');
    expect(half.destroyed).toBe(true);
    const none = slowResponse();
    await expect(sendFile(none, file(failing(0)))).rejects.toThrow('gone');
    expect(none.destroyed).toBe(false);
  });
});
