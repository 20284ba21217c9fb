import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import {
  parseChecklistDocument,
  type ChecklistDocument,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ChecklistDocumentError } from './ChecklistDocumentError';
import { readYaml } from './readYaml';

/**
 * A checklist that was read and checked.
 */
export interface LoadedChecklist {
  document: ChecklistDocument;
  /** The document in canonical JSON (RFC 8785); what is stored and hashed. */
  canonicalText: string;
  /** sha-256 of the canonical text, in lower-case hexadecimal. */
  digest: string;
}

/**
 * Reads a checklist from YAML. Comments, order of fields and spelling of
 * scalars don't change its digest; any other edit does.
 *
 * @param file - name for messages
 * @throws ChecklistDocumentError with file, line, column and path of everything
 *   that is wrong
 */
export function readChecklist(file: string, text: string): LoadedChecklist {
  const yaml = readYaml(file, text);
  const parsed = parseChecklistDocument(yaml.json);
  if (!parsed.ok) {
    throw new ChecklistDocumentError(
      file,
      parsed.issues.map(({ path, ...problem }) => ({
        ...yaml.locate(path),
        path: pathText(path),
        ...problem,
      })),
    );
  }
  const canonicalText = canonicalTextOf(parsed.document);
  return {
    document: parsed.document,
    canonicalText,
    digest: createHash('sha256').update(canonicalText, 'utf8').digest('hex'),
  };
}

function canonicalTextOf(document: ChecklistDocument): string {
  const text = canonicalize(document);
  if (text === undefined) {
    throw new TypeError('A checklist document has a canonical text');
  }
  return text;
}

/** `items[3].title.ja`; a part that holds dots is quoted. */
function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (part.includes('.')) return `${text}["${part}"]`;
    return text ? `${text}.${part}` : part;
  }, '');
}
