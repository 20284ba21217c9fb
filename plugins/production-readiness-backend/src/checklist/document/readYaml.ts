import {
  countYamlAliases,
  documentProblem,
  type DocumentProblem,
  type DocumentProblemCode,
  MOST_YAML_ALIASES,
  tooDeepYamlLine,
  YAML_DEPTH,
  YamlPath,
  yamlOffsetOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { LineCounter, parseAllDocuments, YAMLError } from 'yaml';
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
  const refuse = (
    problem: DocumentProblem,
    at = { line: 1, column: 1 },
  ): never => {
    throw new ChecklistDocumentError(file, [{ ...at, path: '', ...problem }]);
  };
  if (Buffer.byteLength(text) > MAX_BYTES) {
    refuse(documentProblem('file_too_large', { most: MAX_BYTES / 1024 }));
  }
  const tooDeep = tooDeepYamlLine(text);
  if (tooDeep !== undefined) {
    refuse(documentProblem('file_too_deep', { most: YAML_DEPTH }), {
      line: tooDeep + 1,
      column: 1,
    });
  }

  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (!Array.isArray(documents) || documents.length === 0) {
    return refuse(documentProblem('file_empty'));
  }
  if (documents.length > 1) {
    refuse(
      documentProblem('file_several_documents'),
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
          ...problemOf(fault),
        }),
      ),
    );
  }
  if (countYamlAliases(document) > MOST_YAML_ALIASES) {
    refuse(documentProblem('aliases_too_many', { most: MOST_YAML_ALIASES }));
  }
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: MOST_YAML_ALIASES });
  } catch {
    // Few aliases of aliases are enough to make gigabytes of text.
    refuse(documentProblem('aliases_multiply'));
  }
  return {
    json,
    locate: path => place(yamlOffsetOf(document, path)),
  };
}

const YAML_PROBLEMS: Partial<Record<YAMLError['code'], DocumentProblemCode>> = {
  DUPLICATE_KEY: 'yaml_duplicate_key',
  BAD_INDENT: 'yaml_indentation',
  TAB_AS_INDENT: 'yaml_indentation',
};

function problemOf({ code, message }: YAMLError): DocumentProblem {
  return documentProblem(YAML_PROBLEMS[code] ?? 'yaml_unreadable', {
    reason: firstLine(message),
  });
}

function firstLine(message: string): string {
  const [line] = message.split('\n');
  return line.replace(/ at line \d+, column \d+:?$/, '').replace(/[:.]?$/, '.');
}
