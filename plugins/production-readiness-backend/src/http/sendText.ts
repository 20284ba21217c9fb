import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { RouteDefinition } from '@prodready/backstage-plugin-production-readiness-common';
import { Response } from 'express';

/** A text that is sent while it is being made. */
export class TextAnswer {
  constructor(
    readonly parts: AsyncIterable<string>,
    /** Offered when somebody saves it. */
    readonly fileName: string,
  ) {}
}

/** Sends a text; the first part is awaited, so that refusals have a status. */
export async function sendText(
  route: RouteDefinition,
  res: Response,
  { parts, fileName }: TextAnswer,
): Promise<void> {
  const iterator = parts[Symbol.asyncIterator]();
  const first = await iterator.next();
  res.status(route.status);
  res.setHeader('Content-Type', `${route.produces}; charset=utf-8`);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  async function* all() {
    if (!first.done) yield first.value;
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
  await pipeline(Readable.from(all()), res);
}
