import {
  countYamlAliases,
  MOST_YAML_ALIASES,
  tooDeepYamlLine,
  YAML_DEPTH,
  YamlPath,
  yamlOffsetOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { LineCounter, parseAllDocuments } from 'yaml';
import {
  ChecklistDocumentError,
  type ChecklistFileIssue,
} from './ChecklistDocumentError';

/** Many times the size of a checklist with hundreds of items. */
const MAX_BYTES = 1024 * 1024;

/**
 * A YAML file as plain data that still knows where each part was written.
 */
export interface YamlFile {
  json: unknown;
  /** Turns a path in the data into a place in the file. */
  locate(path: YamlPath): { line: number; column: number };
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
  const tooDeep = tooDeepYamlLine(text);
  if (tooDeep !== undefined) {
    refuse(
      `The file is nested more than ${YAML_DEPTH} levels deep; flatten it.`,
      { line: tooDeep + 1, column: 1 },
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
  if (countYamlAliases(document) > MOST_YAML_ALIASES) {
    refuse(
      `The file uses more than ${MOST_YAML_ALIASES} aliases; write the repeated parts out.`,
    );
  }
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: MOST_YAML_ALIASES });
  } catch {
    // Few aliases of aliases are enough to make gigabytes of text.
    refuse(
      'The aliases of this file multiply each other; write the repeated parts out.',
    );
  }
  return {
    json,
    locate: path => place(yamlOffsetOf(document, path)),
  };
}

function firstLine(message: string): string {
  const [line] = message.split('\n');
  return line.replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '.');
}
