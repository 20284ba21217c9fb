import type { z } from 'zod';
import {
  checklistDocumentSchema,
  type ChecklistDocument,
  type ChecklistItem,
} from './document';
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
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.map(key => `"${key}"`).join(', ');
      return {
        path: [...path, issue.keys[0]],
        message: `${keys} is not a field of this format; remove it or correct its name.`,
      };
    }
    case 'invalid_type':
      return { path, message: wrongType(issue.expected, issue.input) };
    case 'invalid_value':
      // The library's own wording has no subject; a schema's own is kept.
      return {
        path,
        message: issue.message.startsWith('Invalid')
          ? `Write one of ${issue.values.map(String).join(', ')}.`
          : sentence(issue.message),
      };
    default:
      return { path, message: sentence(issue.message) };
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};

function wrongType(expected: string, input: unknown): string {
  const wanted = TYPE_NAMES[expected] ?? expected;
  if (input === undefined) return `This is missing; write ${wanted}.`;
  const hint =
    expected === 'string' && typeof input !== 'object'
      ? '; put it in quotes'
      : '';
  return `This has to be ${wanted}${hint}.`;
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
      return again
        ? [
            {
              path: [name, index, 'id'],
              message: `"${id}" is used twice; give each its own id.`,
            },
          ]
        : [];
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

function missing(
  ids: readonly string[],
  known: Set<string>,
  what: string,
  path: DocumentIssue['path'],
): DocumentIssue[] {
  return ids.flatMap((id, index) =>
    missingOne(id, known, what, [...path, index]),
  );
}

function missingOne(
  id: string,
  known: Set<string>,
  what: string,
  path: DocumentIssue['path'],
): DocumentIssue[] {
  return known.has(id)
    ? []
    : [
        {
          path,
          message: `There is no ${what} "${id}" in this checklist; known are ${[
            ...known,
          ].join(', ')}.`,
        },
      ];
}

/** What one item says about itself that can't both be true. */
function contradictions(item: ChecklistItem): DocumentIssue[] {
  const issues: DocumentIssue[] = [];
  const say = (field: string, message: string) =>
    issues.push({ path: [field], message });

  if (item.kind === 'manual') {
    if (item.check !== undefined) {
      say(
        'check',
        'A manual item has no check; make it hybrid or remove the check.',
      );
    }
  } else if (item.check === undefined) {
    say(
      'check',
      `An item of kind ${item.kind} needs a check; add one or make it manual.`,
    );
  }
  if ((item.kind === 'automatic') !== (item.reattestDays === 'live')) {
    say(
      'reattestDays',
      item.kind === 'automatic'
        ? 'An automatic item is recomputed; write live.'
        : 'Only an automatic item can be live; write a number of days, or never.',
    );
  }
  if (item.precondition !== undefined && item.kind !== 'hybrid') {
    say('precondition', 'Only a hybrid item has a precondition; remove this.');
  }
  if (item.expires !== undefined && item.kind !== 'automatic') {
    say(
      'expires',
      'Only an automatic item expires by a fact; use reattestDays instead.',
    );
  }
  if (item.inheritable !== undefined && item.kind === 'automatic') {
    say(
      'inheritable',
      'An automatic item is computed for each entity; remove this or make it manual.',
    );
  }
  if (new Set(item.tiers).size !== item.tiers.length) {
    say('tiers', 'A tier is listed twice; write each once.');
  }
  return issues;
}
