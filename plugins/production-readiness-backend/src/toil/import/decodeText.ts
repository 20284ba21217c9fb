import { isUtf8 } from 'node:buffer';
import {
  ImportReport,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';

const CHUNK = 64 * 1024;

/** How the bytes of a file stand for characters. */
export type Encoding = ImportReport['encoding'];

/**
 * Finds out how a file is encoded: by its byte order mark, else UTF-8 when it
 * is that throughout, else Shift_JIS, in which Japanese spreadsheets save CSV.
 */
export function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'shift_jis';
}

/**
 * The text of a file in pieces, without a byte order mark.
 *
 * @throws ReadinessError 400 ENCODING_UNKNOWN when it is no text
 */
export function* decodeText(
  bytes: Buffer,
  encoding: Encoding,
): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const end = Math.min(bytes.length, start + CHUNK);
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(start, end), {
        stream: end < bytes.length,
      });
    } catch {
      throw notText();
    }
    if (text.includes('\u0000')) throw notText();
    yield text;
  }
}

function notText(): ReadinessError {
  return ReadinessError.badInput(
    'ENCODING_UNKNOWN',
    'The file is not text in UTF-8, UTF-16 or Shift_JIS. Save it as CSV, not as a spreadsheet.',
    { field: 'body' },
  );
}
