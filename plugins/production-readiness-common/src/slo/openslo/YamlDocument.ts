import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  ParsedNode,
  parseDocument,
} from 'yaml';
import {
  countYamlAliases,
  MOST_YAML_ALIASES,
  tooDeepYamlLine,
  YAML_DEPTH,
  YamlPath,
  yamlOffsetOf,
} from '../../yaml';
import { Segment } from './segments';

export { type YamlPath } from '../../yaml';

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
  const tooDeep = tooDeepYamlLine(segment.text);
  if (tooDeep !== undefined) {
    return {
      faults: [
        {
          code: 'YAML_TOO_DEEP',
          message: `This is nested more than ${YAML_DEPTH} levels deep; flatten it.`,
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
        message: `The aliases of this document multiply each other, or are more than ${MOST_YAML_ALIASES}; write the repeated parts out.`,
        ...place(document.contents?.range?.[0] ?? 0),
      },
    ],
  });
  // Most documents have no alias, which begins with an asterisk.
  if (
    segment.text.includes('*') &&
    countYamlAliases(document) > MOST_YAML_ALIASES
  ) {
    return bomb();
  }
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: MOST_YAML_ALIASES });
  } catch {
    return bomb();
  }
  return {
    document,
    json,
    locate: path => place(yamlOffsetOf(document, path)),
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
