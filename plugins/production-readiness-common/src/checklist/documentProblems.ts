/**
 * Everything that can be wrong in a checklist document, by its code: what it is
 * and what to write instead. Values stand in double braces. Screens in other
 * languages have a sentence of their own for each code.
 *
 * @public
 */
export const DOCUMENT_PROBLEMS = {
  // The file
  file_too_large:
    'The file is larger than {{most}} KiB; split it into several checklists.',
  file_too_deep:
    'The file is nested more than {{most}} levels deep; flatten it.',
  file_empty: 'The file is empty; write a checklist in it.',
  file_several_documents:
    'The file holds several documents; write one checklist per file.',
  aliases_too_many:
    'The file uses more than {{most}} aliases; write the repeated parts out.',
  aliases_multiply:
    'The aliases of this file multiply each other; write the repeated parts out.',
  yaml_duplicate_key: 'A field is written twice here; remove one of them.',
  yaml_indentation:
    'The indentation does not fit what is above; indent by spaces, all fields of one object alike.',
  yaml_unreadable: 'This is not valid YAML: {{reason}}',

  // Its shape
  unknown_fields:
    '{{fields}} is not a field of this format; remove it or correct its name.',
  missing_text: 'This is missing; write a text.',
  missing_number: 'This is missing; write a number.',
  missing_list: 'This is missing; write a list.',
  missing_object: 'This is missing; write an object with fields.',
  not_quoted: 'This has to be a text; put it in quotes.',
  not_text: 'This has to be a text.',
  not_number: 'This has to be a number.',
  not_whole_number: 'This has to be a whole number.',
  not_list: 'This has to be a list.',
  not_object: 'This has to be an object with fields.',
  not_one_of: 'Write one of {{values}}.',
  text_too_short: 'This is too short; write {{minimum}} or more characters.',
  text_too_long: 'This is too long; write at most {{maximum}} characters.',
  list_too_short: 'This lists too few; list {{minimum}} or more.',
  list_too_long: 'This lists too many; list at most {{maximum}}.',
  number_too_small: 'Write {{minimum}} or more.',
  number_too_large: 'Write {{maximum}} or less.',
  not_storable:
    'This holds a character that is not text (NUL or half of a surrogate pair); remove it.',
  not_url: 'Write a full link that starts with http:// or https://.',
  not_accepted: 'This can’t be used: {{reason}}',
  not_item_id: 'Write a capital prefix and a number, such as OWN-1.',
  not_slug: 'Write lower-case words joined by hyphens.',
  not_version: 'Write a version such as 1.0.0.',
  not_reattest_days:
    'Write a number of days from 1 to 3650, or live, or never.',
  not_day: 'Write a day such as 2027-04-01.',
  not_instant: 'Write the path of an instant, such as slo.reviewBy.',
  not_api_version: 'Write production-readiness.io/v1.',
  not_kind: 'Write Checklist.',

  // Rules that span several parts
  id_twice: '"{{id}}" is used twice; give each its own id.',
  no_such_item:
    'There is no item "{{id}}" in this checklist; known are {{known}}.',
  no_such_phase:
    'There is no phase "{{id}}" in this checklist; known are {{known}}.',
  no_such_section:
    'There is no section "{{id}}" in this checklist; known are {{known}}.',
  no_such_source:
    'There is no source "{{id}}" in this checklist; known are {{known}}.',
  manual_with_check:
    'A manual item has no check; make it hybrid or remove the check.',
  check_missing:
    'An item of kind {{kind}} needs a check; add one or make it manual.',
  automatic_not_live: 'An automatic item is recomputed; write live.',
  live_not_automatic:
    'Only an automatic item can be live; write a number of days, or never.',
  precondition_not_hybrid:
    'Only a hybrid item has a precondition; remove this.',
  expires_not_automatic:
    'Only an automatic item expires by a fact; use reattestDays instead.',
  automatic_inheritable:
    'An automatic item is computed for each entity; remove this or make it manual.',
  tier_twice: 'A tier is listed twice; write each once.',

  // Checks: predicates over facts
  predicate_too_deep: 'The predicate is nested too deeply.',
  predicate_not_object:
    'A predicate is an object such as { entity.kind: Component }; write one here.',
  predicate_empty:
    'An empty predicate matches everything; leave it out or write a condition.',
  operator_misplaced:
    '{{operator}} belongs beneath the path of a fact; here only {{known}} are known.',
  operator_unknown:
    '{{operator}} is not an operator; here only {{known}} are known.',
  operator_not_alone:
    '{{operator}} has to stand alone; wrap both conditions in $all.',
  operator_without_list: '{{operator}} takes a list of at least one predicate.',
  operators_together: 'Write exactly one of {{known}}.',
  no_such_fact: '"{{path}}" names no fact; a path starts with {{known}}.',
  no_such_check:
    '"{{path}}" names no check; write checks.<provider>.<check>, the provider in lower-case words joined by hyphens, such as checks.pushed.build-is-green.',
  comparison_not_plain:
    'Compare with a text, a number, true or false, or with an operator such as { $exists: true }; use $in for several values.',
  path_nested: '"{{key}}" is nested; write one dotted path instead.',
  exists_not_boolean: '$exists takes true or false.',
  prefix_not_text: '$hasPrefix takes a text that is not empty.',
  in_not_list: '$in takes a list of at least one text, number, true or false.',
} as const;

/** One of {@link DOCUMENT_PROBLEMS}. @public */
export type DocumentProblemCode = keyof typeof DOCUMENT_PROBLEMS;

/** What is wrong with a part of a document. @public */
export interface DocumentProblem {
  /** By which a screen finds the sentence in its language. */
  code: DocumentProblemCode;
  /** The values of its sentence. */
  params: Record<string, string>;
  /** What is wrong and what to write instead, as an English sentence. */
  message: string;
}

/**
 * A problem with its sentence.
 *
 * @param params - a value for each name in double braces
 * @public
 */
export function documentProblem(
  code: DocumentProblemCode,
  params: Record<string, string | number> = {},
): DocumentProblem {
  const texts = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, String(value)]),
  );
  const message = DOCUMENT_PROBLEMS[code].replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => texts[name] ?? '',
  );
  return { code, params: texts, message };
}

/** Whether a text is the code of a problem. @public */
export function isDocumentProblemCode(
  text: unknown,
): text is DocumentProblemCode {
  return typeof text === 'string' && Object.hasOwn(DOCUMENT_PROBLEMS, text);
}
