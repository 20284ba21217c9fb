import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  OPENSLO_LARGEST,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';

const TIMEOUT = 20_000;

/** What is imported: a text, or where the text is. */
export type UploadSource =
  | { kind: 'text'; text: string }
  | { kind: 'url'; url: string };

/**
 * The text of an upload. URLs are read by the URL reader alone, which asks only
 * hosts of `backend.reading.allow` and of the integrations.
 *
 * @throws ReadinessError 400 when it can't be read, or is no text in UTF-8
 */
export async function readUpload(
  source: UploadSource,
  urlReader?: Pick<UrlReaderService, 'readUrl'>,
): Promise<string> {
  if (source.kind === 'text') return source.text;
  const buffer = await fetchUrl(source.url, urlReader);
  if (buffer.byteLength > OPENSLO_LARGEST) {
    throw ReadinessError.tooLarge(
      'UPLOAD_TOO_LARGE',
      `${source.url} has ${buffer.byteLength} bytes; at most ${OPENSLO_LARGEST} are taken. Import it in parts.`,
      { field: 'body.source.url' },
    );
  }
  try {
    // The byte order mark belongs to what an export gives back.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      buffer,
    );
  } catch {
    throw ReadinessError.badInput(
      'UPLOAD_NOT_UTF8',
      `${source.url} is no text in UTF-8. Save it as UTF-8, then import it again.`,
      { field: 'body.source.url' },
    );
  }
}

async function fetchUrl(
  url: string,
  urlReader?: Pick<UrlReaderService, 'readUrl'>,
): Promise<Buffer> {
  try {
    if (!urlReader) throw new Error('This process has no URL reader');
    const answer = await urlReader.readUrl(url, {
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return await answer.buffer();
  } catch (cause) {
    // What the host answered is not for whoever guesses at inner addresses.
    throw ReadinessError.badInput(
      'URL_NOT_READ',
      `${url} could not be read. Check the link; its host has to be among backend.reading.allow or the integrations of this Backstage. You can also upload the file, or paste it.`,
      { field: 'body.source.url', cause },
    );
  }
}
