import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { Request } from 'express';

/**
 * Takes the file of a request as it comes. It is whole before anything is done
 * with it, so that a slow line holds no transaction open.
 *
 * @param limit - `32mb`
 * @throws ReadinessError 413 as soon as it is larger than that
 */
export async function receiveFile(
  req: Request,
  limit: string,
): Promise<Buffer> {
  const most = Number.parseInt(limit, 10) * 1024 * 1024;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > most) {
      throw ReadinessError.tooLarge(
        'FILE_TOO_LARGE',
        `The file is larger than the ${limit} that are taken here. Split it into several.`,
        { field: 'body', details: { limit: most } },
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
