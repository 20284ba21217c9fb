import {
  Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import { Segment } from './segments';

/** Anchors are a convenience; a document that needs more is a bomb. */
const MOST_ALIASES = 100;
const DEEPEST = 40;

/** The way to a part of a document. */
export type YamlPath = readonly (string | number)[];

/** A fault of the YAML itself. */
export interface YamlFault {
  code: string;
  message: string;
  line: number;
  column: number;
}

/** A document that was parsed, with the place of each of its parts. */
export interface YamlDocument {
  readonly document: Document.Parsed<ParsedNode>;
  /** Plain data; numbers in it are floats, see `source`. */
  readonly json: unknown;
  /** From 1, in the whole upload. */
  locate(path: YamlPath): { line: number; column: number };
  /** A scalar exactly as it was written, such as `0.9990`; without quotes. */
  source(path: YamlPath): string | undefined;
}

/**
 * Parses one document. One that is too deep, or that multiplies itself by
 * aliases, is refused before it is expanded.
 *
 * @returns undefined for a document without content
 */
export function parseYaml(
  segment: Segment,
): YamlDocument | { faults: YamlFault[] } | undefined {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return {
      line: segment.line + Math.max(line, 1),
      column: Math.max(col, 1),
    };
  };
  const tooDeep = deepLine(segment.text);
  if (tooDeep !== undefined) {
    return {
      faults: [
        {
          code: 'YAML_TOO_DEEP',
          message: `This is nested more than ${DEEPEST} levels deep; flatten it.`,
          line: segment.line + tooDeep + 1,
          column: 1,
        },
      ],
    };
  }
  const document = parseDocument(segment.text, {
    lineCounter: lines,
    uniqueKeys: true,
    merge: true,
    prettyErrors: false,
  });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map(error => ({
        code: `YAML_${error.code}`,
        message: explain(error.code, error.message),
        ...place(error.pos[0]),
      })),
    };
  }
  if (document.contents === null || isNothing(document.contents)) {
    return undefined;
  }
  const bomb = (): { faults: YamlFault[] } => ({
    faults: [
      {
        code: 'YAML_ALIASES',
        message: `The aliases of this document multiply each other, or are more than ${MOST_ALIASES}; write the repeated parts out.`,
        ...place(document.contents?.range?.[0] ?? 0),
      },
    ],
  });
  if (countAliases(document) > MOST_ALIASES) return bomb();
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return bomb();
  }
  return {
    document,
    json,
    locate: path => place(offsetOf(document, path)),
    source(path) {
      const node = nodeAt(document, path);
      if (!isScalar(node)) return undefined;
      return node.source ?? String(node.value);
    },
  };
}

/** Faults that people make often, in words that say what to do. */
function explain(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') {
    return 'YAML takes no tabs for indentation; indent with spaces.';
  }
  if (code === 'DUPLICATE_KEY') {
    return 'This key is there twice; remove one of them.';
  }
  const [first] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

function countAliases(document: Document.Parsed): number {
  let count = 0;
  visit(document, {
    Alias: () => {
      count += 1;
    },
  });
  return count;
}

/**
 * The parser descends once for each level, so depth is bounded before it
 * starts: brackets of flow collections by count, blocks by their indentation.
 *
 * @returns the line that is too deep, from 0
 */
function deepLine(text: string): number | undefined {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.length - line.trimStart().length;
    const dashes = /^\s*((?:[-?][ \t]+)+)/.exec(line)?.[1].length ?? 0;
    // Text in a block may be indented at will, structure not.
    if (dashes / 2 > DEEPEST || (indent + dashes) / 2 > 10 * DEEPEST) {
      return index;
    }
    for (const character of line) {
      if (character === '[' || character === '{') open += 1;
      else if (character === ']' || character === '}') {
        open = Math.max(open - 1, 0);
      }
      if (open > DEEPEST) return index;
    }
    // Brackets in comments and texts are rarely closed on another line.
    if (/^[^\s#-][^[{]*:/.test(line)) open = 0;
  }
  return undefined;
}

/** The part at a path, through aliases; undefined when nothing is there. */
export function nodeAt(document: Document, path: YamlPath): unknown {
  let node: unknown = document.contents;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      node = node.items.find(
        item => isScalar(item.key) && String(item.key.value) === part,
      )?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
    } else {
      return undefined;
    }
  }
  return isAlias(node) ? node.resolve(document) : node;
}

/** The deepest part of the path that was written, as an offset in the text. */
function offsetOf(document: Document.Parsed, path: YamlPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        item =>
          isPair(item) && isScalar(item.key) && String(item.key.value) === part,
      );
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(part)];
      if (next === undefined) break;
      offset = (next as Node).range?.[0] ?? offset;
    } else {
      break;
    }
    // A plain value is pointed at itself, anything larger at its name.
    if (isScalar(next) && next.value !== null) {
      offset = next.range?.[0] ?? offset;
    }
    node = next;
  }
  return offset;
}
