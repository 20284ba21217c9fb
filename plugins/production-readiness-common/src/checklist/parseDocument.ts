import type { z } from 'zod';
import {
  checklistDocumentSchema,
  type ChecklistDocument,
  type ChecklistItem,
} from './document';
import {
  type DocumentProblemCode,
  isDocumentProblemCode,
} from './documentProblems';
import { issueAt } from './issueAt';
import type { DocumentIssue } from './predicate';

/**
 * A checklist, or everything that is wrong with it.
 *
 * @public
 */
export type ParsedChecklistDocument =
  | { ok: true; document: ChecklistDocument }
  | { ok: false; issues: DocumentIssue[] };

/**
 * Reads a checklist from plain JSON: first its shape, then the rules that span
 * several parts (ids that are used exist, an automatic item has a check, ...).
 *
 * @param json - the document as plain data, such as parsed YAML
 * @public
 */
export function parseChecklistDocument(json: unknown): ParsedChecklistDocument {
  const parsed = checklistDocumentSchema.safeParse(json, {
    reportInput: true,
  });
  if (!parsed.success) {
    return { ok: false, issues: parsed.error.issues.map(toDocumentIssue) };
  }
  const document = parsed.data;
  const issues = [
    ...duplicates(document),
    ...unknownNames(document),
    ...document.items.flatMap((item, index) =>
      contradictions(item).map(issue => ({
        ...issue,
        path: ['items', index, ...issue.path],
      })),
    ),
  ];
  return issues.length ? { ok: false, issues } : { ok: true, document };
}

function toDocumentIssue(issue: z.core.$ZodIssue): DocumentIssue {
  const path = issue.path.map(part =>
    typeof part === 'number' ? part : String(part),
  );
  // A schema that knows better what is wrong says it by a code.
  if (isDocumentProblemCode(issue.message)) return issueAt(path, issue.message);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const fields = issue.keys.map(key => `"${key}"`).join(', ');
      return issueAt([...path, issue.keys[0]], 'unknown_fields', { fields });
    }
    case 'invalid_type': {
      const code = wrongType(issue.expected, issue.input);
      return code ? issueAt(path, code) : notAccepted(path, issue);
    }
    case 'invalid_value':
      return issueAt(path, 'not_one_of', {
        values: issue.values.map(String).join(', '),
      });
    case 'too_small':
      return issueAt(path, TOO_SMALL[issue.origin] ?? 'number_too_small', {
        minimum: String(issue.minimum),
      });
    case 'too_big':
      return issueAt(path, TOO_BIG[issue.origin] ?? 'number_too_large', {
        maximum: String(issue.maximum),
      });
    case 'custom': {
      const { problem, values } = issue.params ?? {};
      return isDocumentProblemCode(problem)
        ? issueAt(path, problem, values)
        : notAccepted(path, issue);
    }
    default:
      return notAccepted(path, issue);
  }
}

/** In the words of the library, for what there is no code for. */
function notAccepted(
  path: DocumentIssue['path'],
  { message }: z.core.$ZodIssue,
): DocumentIssue {
  return issueAt(path, 'not_accepted', { reason: sentence(message) });
}

const TOO_SMALL: Record<string, DocumentProblemCode> = {
  string: 'text_too_short',
  array: 'list_too_short',
};
const TOO_BIG: Record<string, DocumentProblemCode> = {
  string: 'text_too_long',
  array: 'list_too_long',
};

const TYPES: Record<
  string,
  { missing: DocumentProblemCode; wrong: DocumentProblemCode }
> = {
  string: { missing: 'missing_text', wrong: 'not_text' },
  number: { missing: 'missing_number', wrong: 'not_number' },
  int: { missing: 'missing_number', wrong: 'not_whole_number' },
  array: { missing: 'missing_list', wrong: 'not_list' },
  object: { missing: 'missing_object', wrong: 'not_object' },
  record: { missing: 'missing_object', wrong: 'not_object' },
};

function wrongType(
  expected: string,
  input: unknown,
): DocumentProblemCode | undefined {
  const names = TYPES[expected];
  if (names === undefined) return undefined;
  if (input === undefined) return names.missing;
  // YAML reads 1.0 as a number and no as false.
  return expected === 'string' && typeof input !== 'object'
    ? 'not_quoted'
    : names.wrong;
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

function duplicates(document: ChecklistDocument): DocumentIssue[] {
  const lists = {
    phases: document.phases,
    levels: document.levels,
    sections: document.sections,
    sources: document.sources,
    items: document.items,
  };
  return Object.entries(lists).flatMap(([name, entries]) => {
    const seen = new Set<string>();
    return entries.flatMap(({ id }, index) => {
      const again = seen.has(id);
      seen.add(id);
      return again ? [issueAt([name, index, 'id'], 'id_twice', { id })] : [];
    });
  });
}

function unknownNames(document: ChecklistDocument): DocumentIssue[] {
  const items = idsOf(document.items);
  const phases = idsOf(document.phases);
  const sections = idsOf(document.sections);
  const sources = idsOf(document.sources);
  const { deprecated = [], types } = document.only;
  return [
    ...missing(document.startHere, items, 'item', ['startHere']),
    ...missing(deprecated, items, 'item', ['only', 'deprecated']),
    ...Object.entries(types).flatMap(([type, ids]) =>
      missing(ids, items, 'item', ['only', 'types', type]),
    ),
    ...document.levels.flatMap((level, index) =>
      missing(level.phases, phases, 'phase', ['levels', index, 'phases']),
    ),
    ...document.items.flatMap((item, index) => [
      ...missingOne(item.section, sections, 'section', [
        'items',
        index,
        'section',
      ]),
      ...missingOne(item.phase, phases, 'phase', ['items', index, 'phase']),
      ...missing(item.sources, sources, 'source', ['items', index, 'sources']),
    ]),
  ];
}

function idsOf(entries: { id: string }[]): Set<string> {
  return new Set(entries.map(entry => entry.id));
}

/** What other parts of a document may name. */
type Named = 'item' | 'phase' | 'section' | 'source';

function missing(
  ids: readonly string[],
  known: Set<string>,
  what: Named,
  path: DocumentIssue['path'],
): DocumentIssue[] {
  return ids.flatMap((id, index) =>
    missingOne(id, known, what, [...path, index]),
  );
}

function missingOne(
  id: string,
  known: Set<string>,
  what: Named,
  path: DocumentIssue['path'],
): DocumentIssue[] {
  return known.has(id)
    ? []
    : [
        issueAt(path, `no_such_${what}`, {
          id,
          known: [...known].join(', ') || '-',
        }),
      ];
}

/** What one item says about itself that can't both be true. */
function contradictions(item: ChecklistItem): DocumentIssue[] {
  const issues: DocumentIssue[] = [];
  const say = (
    field: string,
    code: DocumentProblemCode,
    params?: Record<string, string>,
  ) => issues.push(issueAt([field], code, params));

  if (item.kind === 'manual') {
    if (item.check !== undefined) {
      say('check', 'manual_with_check');
    }
  } else if (item.check === undefined) {
    say('check', 'check_missing', { kind: item.kind });
  }
  if ((item.kind === 'automatic') !== (item.reattestDays === 'live')) {
    say(
      'reattestDays',
      item.kind === 'automatic' ? 'automatic_not_live' : 'live_not_automatic',
    );
  }
  if (item.precondition !== undefined && item.kind !== 'hybrid') {
    say('precondition', 'precondition_not_hybrid');
  }
  if (item.expires !== undefined && item.kind !== 'automatic') {
    say('expires', 'expires_not_automatic');
  }
  if (item.inheritable !== undefined && item.kind === 'automatic') {
    say('inheritable', 'automatic_inheritable');
  }
  if (new Set(item.tiers).size !== item.tiers.length) {
    say('tiers', 'tier_twice');
  }
  return issues;
}
