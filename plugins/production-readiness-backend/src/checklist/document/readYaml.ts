import {
  LineCounter,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
} from 'yaml';
import {
  ChecklistDocumentError,
  type ChecklistFileIssue,
} from './ChecklistDocumentError';

/** Many times the size of a checklist with hundreds of items. */
const MAX_BYTES = 1024 * 1024;
/** Anchors are a convenience; a document that needs more is a bomb. */
const MAX_ALIASES = 100;
const MAX_DEPTH = 40;

/**
 * A YAML file as plain data that still knows where each part was written.
 */
export interface YamlFile {
  json: unknown;
  /** Turns a path in the data into a place in the file. */
  locate(path: readonly (string | number)[]): { line: number; column: number };
}

/**
 * Reads one YAML document. Files that are far too large, too deep or that
 * multiply themselves by aliases are refused before they are expanded.
 *
 * @param file - name for messages
 * @throws ChecklistDocumentError
 */
export function readYaml(file: string, text: string): YamlFile {
  const refuse = (message: string, at = { line: 1, column: 1 }): never => {
    throw new ChecklistDocumentError(file, [{ ...at, path: '', message }]);
  };
  if (Buffer.byteLength(text) > MAX_BYTES) {
    refuse(
      `The file is larger than ${
        MAX_BYTES / 1024
      } KiB; split it into several checklists.`,
    );
  }
  if (nestsTooDeeply(text)) {
    refuse(
      `The file is nested more than ${MAX_DEPTH} levels deep; flatten it.`,
    );
  }

  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (!Array.isArray(documents) || documents.length === 0) {
    return refuse('The file is empty; write a checklist in it.');
  }
  if (documents.length > 1) {
    refuse(
      'The file holds several documents; write one checklist per file.',
      place(documents[1].range[0]),
    );
  }
  const [document] = documents;
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    throw new ChecklistDocumentError(
      file,
      faults.map(
        (fault): ChecklistFileIssue => ({
          ...place(fault.pos[0]),
          path: '',
          message: firstLine(fault.message),
        }),
      ),
    );
  }
  if (countAliases(document) > MAX_ALIASES) {
    refuse(
      `The file uses more than ${MAX_ALIASES} aliases; write the repeated parts out.`,
    );
  }
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    // Few aliases of aliases are enough to make gigabytes of text.
    refuse(
      'The aliases of this file multiply each other; write the repeated parts out.',
    );
  }
  return {
    json,
    locate: path => place(offsetOf(document, path)),
  };
}

/**
 * The parser descends once for each level, so depth is bounded before it
 * starts: brackets of flow collections by count, block collections by
 * indentation.
 */
function nestsTooDeeply(text: string): boolean {
  let open = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const dashes = /^\s*((?:[-?]\s+)+)/.exec(line)?.[1].length ?? 0;
    if (line.trim() !== '' && (indent + dashes) / 2 > MAX_DEPTH) return true;
    for (const character of line) {
      if (character === '[' || character === '{') open += 1;
      else if (character === ']' || character === '}') open -= 1;
      if (open > MAX_DEPTH) return true;
    }
  }
  return false;
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

/** The deepest part of the path that was written, as an offset in the text. */
function offsetOf(
  document: Document.Parsed,
  path: readonly (string | number)[],
): number {
  let node: unknown = document.contents;
  let offset = (document.contents as Node | null)?.range?.[0] ?? 0;
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

function firstLine(message: string): string {
  const [line] = message.split('\n');
  return line.replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '.');
}
