import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Where the app was built to, with a source map beside each script. */
const BUILT = join(__dirname, '../../dist/static');
const OWN = /plugins\/production-readiness(-common)?\/src\//;
const BASE64 =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * How many bytes of loaded scripts are this project's own code, compressed as a
 * server would send it. The rest is the app's, Backstage's and the libraries'.
 *
 * @param urls - of the scripts that a page loaded
 */
export function ownScriptBytes(urls: readonly string[]): number {
  return gzipSync(builtFiles(urls).map(ownCodeOf).join('')).length;
}

/**
 * The own sources that a page loaded more than once: whatever several screens
 * share is copied into the script of each, since the build of the app shares
 * between scripts only what comes from libraries.
 *
 * @param urls - of the scripts that a page loaded
 */
export function copiedSources(urls: readonly string[]): string[] {
  const seen = new Set<string>();
  const copied = new Set<string>();
  for (const file of builtFiles(urls)) {
    for (const source of new Set(mapOf(file).sources)) {
      if (OWN.test(source) && seen.has(source)) copied.add(source);
      seen.add(source);
    }
  }
  return [...copied];
}

function builtFiles(urls: readonly string[]): string[] {
  return urls
    .map(url => new URL(url).pathname)
    .filter(path => path.startsWith('/static/') && path.endsWith('.js'))
    .map(path => join(BUILT, path.slice('/static/'.length)));
}

function mapOf(file: string): { sources: string[]; mappings: string } {
  return JSON.parse(textOf(`${file}.map`) || '{"sources":[],"mappings":""}');
}

/** The parts of a built script that come from this project's sources. */
function ownCodeOf(file: string): string {
  const map = mapOf(file);
  const isOwn = map.sources.map(source => OWN.test(source));
  if (!isOwn.includes(true)) return '';
  const lines = textOf(file).split('\n');
  const parts: string[] = [];
  let source = 0;
  map.mappings.split(';').forEach((line, row) => {
    let column = 0;
    const starts: { column: number; own: boolean }[] = [];
    for (const segment of line.split(',').filter(Boolean)) {
      const [columns, sources] = numbersOf(segment);
      column += columns;
      if (sources !== undefined) source += sources;
      starts.push({ column, own: sources !== undefined && isOwn[source] });
    }
    starts.forEach(({ column: from, own }, index) => {
      if (own) parts.push(lines[row].slice(from, starts[index + 1]?.column));
    });
  });
  return parts.join('');
}

/** The numbers of a segment of a source map: variable-length, in base 64. */
function numbersOf(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = BASE64.indexOf(character);
    value += (digit % 32) * 2 ** shift;
    shift += 5;
    if (digit < 32) {
      numbers.push(value % 2 ? -(value - 1) / 2 : value / 2);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A script that came ready-made has no map.
    return '';
  }
}
