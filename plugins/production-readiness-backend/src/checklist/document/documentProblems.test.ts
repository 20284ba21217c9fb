import {
  DOCUMENT_PROBLEMS,
  DocumentProblemCode,
} from '@prodready/backstage-plugin-production-readiness-common';
import { MINIMAL_DOCUMENT } from '../../testing/minimalDocument';
import { ChecklistDocumentError } from './ChecklistDocumentError';
import { readChecklist } from './readChecklist';

function issuesOf(text: string) {
  try {
    readChecklist('team.yaml', text);
  } catch (error) {
    if (error instanceof ChecklistDocumentError) return error.issues;
    throw error;
  }
  return [];
}

/** The document with one part of it written in another way. */
function having(part: string, written: string): string {
  const text = MINIMAL_DOCUMENT.replace(part, written);
  expect(text).not.toBe(MINIMAL_DOCUMENT);
  return text;
}

const CHECK = 'owner.kind: Group';
const check = (written: string) => () => having(CHECK, written);
const item = (written: string) => () =>
  having('weight: high', `weight: high\n    ${written}`);
const root = (written: string) => () => `${MINIMAL_DOCUMENT}${written}\n`;
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(', ');
const manual = (written: string) => () =>
  having('kind: automatic', `kind: manual\n    ${written}`)
    .replace('reattestDays: live', 'reattestDays: 90')
    .replace(/ {4}check:\n.*\n/, '');

/** What somebody has to write to be told each problem. */
const WRITTEN: Record<DocumentProblemCode, () => string> = {
  file_too_large: () => `# ${'x'.repeat(1024 * 1024)}`,
  file_too_deep: () => '['.repeat(200),
  file_empty: () => '',
  file_several_documents: () => `${MINIMAL_DOCUMENT}---\na: 1\n`,
  aliases_too_many: () => `a: &a 1\nb: [${many(150, () => '*a')}]\n`,
  aliases_multiply: () =>
    [
      'l0: &l0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from(
        { length: 8 },
        (_, level) =>
          `l${level + 1}: &l${level + 1} [${many(9, () => `*l${level}`)}]`,
      ),
    ].join('\n'),
  yaml_duplicate_key: root('id: again'),
  yaml_indentation: () => 'a:\n  b: 1\n c: 2\n',
  yaml_unreadable: () => 'title: { en: "a }\n',
  unknown_fields: () => having('weight: high', 'wieght: high'),
  missing_text: () =>
    having('{ en: No owner, ja: 所有者が不在 }', '{ en: No owner }'),
  missing_number: item('expires: { at: slo.reviewBy }'),
  missing_list: () => having('tiers: [1, 2, 3]\n    ', ''),
  missing_object: () => having('title: { en: Tiny, ja: 最小 }\n', ''),
  not_quoted: () => having('version: 1.0.0', 'version: 1.0'),
  not_text: () => having('version: 1.0.0', 'version: [1]'),
  not_number: item('expires: { at: slo.reviewBy, graceDays: soon }'),
  not_whole_number: item('expires: { at: slo.reviewBy, graceDays: 1.5 }'),
  not_list: () => having('tiers: [1, 2, 3]', 'tiers: 1'),
  not_object: () => having('title: { en: Tiny, ja: 最小 }', 'title: Tiny'),
  not_one_of: () => having('weight: high', 'weight: heavy'),
  text_too_short: () => having('{ en: Tiny,', '{ en: " ",'),
  text_too_long: root(`sources:\n  - { id: abcdefghijk, title: A book }`),
  list_too_short: () => having('phases: [design]', 'phases: []'),
  list_too_long: () => having('tiers: [1, 2, 3]', 'tiers: [1, 2, 3, 1]'),
  number_too_small: item('expires: { at: slo.reviewBy, graceDays: -1 }'),
  number_too_large: item('expires: { at: slo.reviewBy, graceDays: 366 }'),
  not_storable: () => having('{ en: Tiny,', '{ en: "a\\0b",'),
  not_url: root('sources:\n  - { id: a, title: A book, url: "javascript:1" }'),
  not_accepted: () => '',
  not_item_id: root('startHere: [own-1]'),
  not_slug: () => having('id: tiny', 'id: Tiny One'),
  not_version: () => having('version: 1.0.0', 'version: "the first"'),
  not_reattest_days: () => having('reattestDays: live', 'reattestDays: soon'),
  not_day: item('startsAt: tomorrow'),
  not_instant: item('expires: { at: owner.name, graceDays: 1 }'),
  not_api_version: () => having('io/v1', 'io/v9'),
  not_kind: () => having('kind: Checklist', 'kind: List'),
  id_twice: () =>
    `${MINIMAL_DOCUMENT}${MINIMAL_DOCUMENT.slice(
      MINIMAL_DOCUMENT.indexOf('  - id: OWN-1'),
    )}`,
  no_such_item: root('startHere: [OWN-9]'),
  no_such_phase: () => having('phase: design', 'phase: pre-production'),
  no_such_section: () => having('section: ownership', 'section: other'),
  no_such_source: item('sources: [book]'),
  manual_with_check: () =>
    having('kind: automatic', 'kind: manual').replace(
      'reattestDays: live',
      'reattestDays: 90',
    ),
  check_missing: () => MINIMAL_DOCUMENT.replace(/ {4}check:\n.*\n/, ''),
  automatic_not_live: () => having('reattestDays: live', 'reattestDays: 90'),
  live_not_automatic: () => manual('')().replace('Days: 90', 'Days: live'),
  precondition_not_hybrid: item('precondition: required'),
  expires_not_automatic: manual('expires: { at: slo.reviewBy, graceDays: 1 }'),
  automatic_inheritable: item('inheritable: [system]'),
  tier_twice: () => having('tiers: [1, 2, 3]', 'tiers: [1, 1]'),
  predicate_too_deep: check(
    `${'{ $not: '.repeat(26)}{ owner.kind: Group }${' }'.repeat(26)}`,
  ),
  predicate_not_object: check('Group'),
  predicate_empty: check('{}'),
  operator_misplaced: check('$in: [Group]'),
  operator_unknown: check('owner.kind: { $matches: Group }'),
  operator_not_alone: check(
    '{ $not: { owner.kind: User }, owner.kind: Group }',
  ),
  operator_without_list: check('$all: []'),
  operators_together: check('owner.kind: { $exists: true, $in: [Group] }'),
  no_such_fact: check('onwer.kind: Group'),
  no_such_check: check('checks.CI: true'),
  comparison_not_plain: check('owner.kind: [Group]'),
  path_nested: check('owner: { kind: Group }'),
  exists_not_boolean: check('owner.kind: { $exists: "yes" }'),
  prefix_not_text: check('owner.kind: { $hasPrefix: "" }'),
  in_not_list: check('owner.kind: { $in: Group }'),
};

// What no other code is for; nothing in today's format comes to it.
const codes = (Object.keys(DOCUMENT_PROBLEMS) as DocumentProblemCode[]).filter(
  code => code !== 'not_accepted',
);

describe('what is wrong in a document', () => {
  it.each(codes)('is said as %s, in a whole sentence', code => {
    const found = issuesOf(WRITTEN[code]()).find(one => one.code === code);
    expect(found).toBeDefined();
    expect(found?.message).toMatch(/^[^{}]*(\{ [\w$].*\})?[^{}]*[.]$/);
    expect(found?.message).not.toContain('{{');
    const names = DOCUMENT_PROBLEMS[code].match(/(?<=\{\{)\w+/g) ?? [];
    for (const name of names) expect(found?.params[name]).toBeTruthy();
  });

  it('leaves nothing to say of the document that is right', () => {
    expect(issuesOf(MINIMAL_DOCUMENT)).toEqual([]);
    expect(issuesOf(manual('')())).toEqual([]);
  });
});
