import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';

/** An object of a JSON array, and the line on which it begins. */
export interface JsonObjectText {
  line: number;
  text: string;
}

/**
 * The objects of a JSON array one by one, so that a large export is never
 * whole in memory as objects.
 *
 * @throws ReadinessError 400 FILE_NOT_READABLE when the array does not end
 */
export function* jsonObjects(
  chunks: Iterable<string>,
): Generator<JsonObjectText> {
  let line = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let object = '';
  let began = 1;
  let ended = false;
  for (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk[at];
      if (sign === '\n') line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (sign === '\\') escaped = true;
        else if (sign === '"') inString = false;
      } else if (sign === '"') {
        inString = true;
      } else if (sign === '{' || sign === '[') {
        depth += 1;
        // Depth 1 is the array itself.
        if (depth === 2) {
          from = at;
          began = line;
          object = '';
        }
      } else if (sign === '}' || sign === ']') {
        depth -= 1;
        if (depth === 1) {
          yield { line: began, text: object + chunk.slice(from, at + 1) };
          object = '';
        }
        ended = depth === 0;
      }
    }
    if (depth >= 2) object += chunk.slice(from);
  }
  if (!ended) {
    throw ReadinessError.badInput(
      'FILE_NOT_READABLE',
      `The JSON of the file does not end; it was read up to line ${line}. Export it again.`,
      { field: 'body', details: { line } },
    );
  }
}
