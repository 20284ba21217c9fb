import {
  Document,
  isCollection,
  isScalar,
  parseDocument,
  Scalar,
  ScalarTag,
  stringify,
  visit,
} from 'yaml';
import { canonicalText, SloMaterial } from '../material';
import { OPENSLO_ANNOTATIONS, OpenSloAnnotation } from './annotations';
import { toLabel } from './ObjectReader';
import {
  annotationsOf,
  ExactNumber,
  isExpressible,
  openSloObjectOf,
  shareOf,
  SloStandingText,
} from './projection';
import { nodeAt, YamlPath } from './YamlDocument';
import { toTimeWindow } from './windows';

const exactNumberTag: ScalarTag = {
  identify: value => value instanceof ExactNumber,
  default: true,
  tag: 'tag:yaml.org,2002:float',
  // Only for writing: reading numbers is left to the schema.
  test: /^(?!)/,
  resolve: text => text,
  stringify: ({ value }) => (value as ExactNumber).text,
};

const WRITING = { flowCollectionPadding: false, lineWidth: 0 } as const;

/** An SLO that was written here, as a document of its own. @public */
export function newOpenSloDocument(
  material: SloMaterial,
  standing: SloStandingText,
): string {
  const entity = material.entityRef.slice(material.entityRef.indexOf('/') + 1);
  const service = toLabel(entity) || 'service';
  const object = openSloObjectOf(
    material,
    { service, name: `${service.slice(0, 54)}-${material.sloId.slice(0, 8)}` },
    standing,
  );
  const text = stringify(withoutUndefined(object), {
    ...WRITING,
    customTags: [exactNumberTag],
    aliasDuplicateObjects: false,
  });
  return `---\n${text}`;
}

/** What of an imported objective is not what was imported. @public */
export interface ObjectiveEdit {
  /** Where the SLO object begins in the file. */
  root: YamlPath;
  /** Which of its objectives it is, from 0. */
  objective: number;
  /** As it was imported. */
  before: SloMaterial;
  /** What it says now. */
  after: SloMaterial;
}

/**
 * An imported document with the edits of its SLOs in it; comments, order and
 * everything that has no meaning here stay. Without an edit the bytes stay as
 * they are.
 *
 * @returns undefined when an edit has no place in the document
 * @public
 */
export function editedOpenSloDocument(
  text: string,
  edits: readonly ObjectiveEdit[],
): string | undefined {
  const changes = edits.flatMap(edit => changesOf(text, edit));
  if (changes.length === 0) return text;
  try {
    return replaceScalars(text, changes) ?? rewrite(text, changes);
  } catch {
    // An alias in the way: its other uses must not change with this one.
    return undefined;
  }
}

interface Change {
  path: YamlPath;
  /** Undefined: remove. */
  value: unknown;
}

function changesOf(text: string, edit: ObjectiveEdit): Change[] {
  const { before, after, root } = edit;
  const document = parseDocument(text, { merge: true });
  const spec: YamlPath = [...root, 'spec'];
  const objective: YamlPath = [...spec, 'objectives', edit.objective];
  const changes: Change[] = [];
  const differs = (pick: (material: SloMaterial) => unknown) =>
    canonicalText({ it: pick(before) }) !== canonicalText({ it: pick(after) });

  if (differs(one => one.target)) {
    const percent = nodeAt(document, [...objective, 'targetPercent']);
    changes.push(
      percent
        ? {
            path: [...objective, 'targetPercent'],
            value: new ExactNumber(after.target),
          }
        : { path: [...objective, 'target'], value: shareOf(after.target) },
    );
  }
  if (differs(one => one.sliText)) {
    const name = nodeAt(document, [...objective, 'displayName']);
    const suffix = isScalar(name) ? ` (${name.value})` : '';
    changes.push({
      path: [...spec, 'description'],
      value:
        suffix && after.sliText.endsWith(suffix)
          ? after.sliText.slice(0, -suffix.length)
          : after.sliText,
    });
  }
  if (differs(one => one.window)) {
    changes.push({
      path: [...spec, 'timeWindow'],
      value: [toTimeWindow(after.window)],
    });
  }
  if (differs(one => one.budgetingMethod)) {
    const method = after.budgetingMethod;
    const missing = (field: string) =>
      nodeAt(document, [...objective, field]) === undefined;
    changes.push({ path: [...spec, 'budgetingMethod'], value: method });
    // Which slices count as good is not agreed on with us, and has to be there.
    if (method === 'Timeslices' && missing('timeSliceTarget')) {
      changes.push({
        path: [...objective, 'timeSliceTarget'],
        value: shareOf(after.target),
      });
    }
    if (method !== 'Occurrences' && missing('timeSliceWindow')) {
      changes.push({ path: [...objective, 'timeSliceWindow'], value: '1m' });
    }
  }
  return [...changes, ...annotationChanges(edit)];
}

/** Everything without a field, and an indicator that is another one now. */
function annotationChanges({ root, before, after }: ObjectiveEdit): Change[] {
  const was = withSli(annotationsOf(before), before, before);
  const is = withSli(annotationsOf(after), before, after);
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names]
    .map(name => name as OpenSloAnnotation)
    .filter(name => was[name] !== is[name])
    .map(name => ({
      path: [...root, 'metadata', 'annotations', OPENSLO_ANNOTATIONS[name]],
      value: is[name],
    }));
}

/** The queries may stand in another document, which others refer to as well. */
function withSli(
  annotations: Partial<Record<OpenSloAnnotation, string>>,
  before: SloMaterial,
  now: SloMaterial,
) {
  const { sli, ...rest } = annotations;
  const same =
    canonicalText({ it: before.sli }) === canonicalText({ it: now.sli });
  const own = now.sli && isExpressible(now.sli) ? JSON.stringify(now.sli) : sli;
  return { ...rest, ...(!same && own !== undefined && { sli: own }) };
}

/** Puts new digits or words where the old ones stood; all else stays. */
function replaceScalars(
  text: string,
  changes: readonly Change[],
): string | undefined {
  const document = parseDocument(text);
  const splices: { from: number; to: number; by: string }[] = [];
  for (const { path, value } of changes) {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range || isBlock(node)) return undefined;
    if (!(value instanceof ExactNumber) && typeof value !== 'string') {
      return undefined;
    }
    splices.push({
      from: node.range[0],
      to: node.range[1],
      by: value instanceof ExactNumber ? value.text : inQuotes(value, node),
    });
  }
  return splices
    .sort((a, b) => b.from - a.from)
    .reduce(
      (result, { from, to, by }) =>
        result.slice(0, from) + by + result.slice(to),
      text,
    );
}

function isBlock(node: Scalar): boolean {
  return (
    node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL
  );
}

/** A text in the quotes of the one that it replaces, where they can hold it. */
function inQuotes(text: string, before: Scalar): string {
  if (before.type === Scalar.QUOTE_SINGLE && !/[\r\n]/.test(text)) {
    return `'${text.replace(/'/g, "''")}'`;
  }
  if (
    before.type === Scalar.PLAIN &&
    /^[\p{L}][\p{L}\p{N} .,()/-]*$/u.test(text) &&
    !/[\s]$/.test(text) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(text)
  ) {
    return text;
  }
  return JSON.stringify(text);
}

/** Sets and removes parts, then writes the document again in its own habits. */
function rewrite(text: string, changes: readonly Change[]): string {
  const document = parseDocument(text, { customTags: [exactNumberTag] });
  // Numbers stay as they were written: 0.00000002 would become 2e-8.
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'number' || !node.source) return;
      node.value = new ExactNumber(node.source);
    },
  });
  for (const { path, value } of changes) set(document, path, value);
  const written = document.toString({ ...WRITING, ...habitsOf(text) });
  const lines = text.includes('\r\n')
    ? written.replace(/\n/g, '\r\n')
    : written;
  return text.startsWith('\uFEFF') && !lines.startsWith('\uFEFF')
    ? `\uFEFF${lines}`
    : lines;
}

function set(document: Document, path: YamlPath, value: unknown): void {
  if (value === undefined) {
    if (document.hasIn(path)) document.deleteIn(path);
    return;
  }
  // "annotations:" with nothing behind it is no map yet.
  const parent = path.slice(0, -1);
  const there = document.getIn(parent, true);
  if (there !== undefined && !isCollection(there) && parent.length > 0) {
    if (!isScalar(there) || there.value !== null) {
      throw new TypeError('There is no place for this');
    }
    document.setIn(parent, document.createNode({}));
  }
  const node = document.getIn(path, true);
  if (isScalar(node) && (typeof value !== 'object' || value === null)) {
    node.value = value;
  } else if (isScalar(node) && value instanceof ExactNumber) {
    node.value = value;
    delete node.source;
  } else {
    document.setIn(path, document.createNode(value));
  }
}

/** How a text indents, so that rewriting it changes little else. */
function habitsOf(text: string) {
  const indent = /^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( +)[^\s#-]/m.exec(
    text,
  );
  const flat = /^( *)(?:- )?[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n\1- /m.test(
    text,
  );
  return {
    indent: Math.min(Math.max(indent?.[1].length ?? 2, 1), 8),
    indentSeq: !flat,
    ...(/[{[] \S/.test(text) && { flowCollectionPadding: true }),
  };
}

function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (value instanceof ExactNumber || typeof value !== 'object' || !value) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, withoutUndefined(one)]),
  ) as T;
}
