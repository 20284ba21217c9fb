import { decimal, plain } from '../decimal';
import { SloMaterial } from '../material';
import { SloWindow } from '../window';
import { readIndicatorSpec, ReadIndicator } from './indicators';
import { ObjectReader } from './ObjectReader';
import { readObjectiveTarget } from './targets';
import { readDuration, readWindow } from './windows';
import { YamlPath } from './YamlDocument';

/** The kinds of OpenSLO v1. @public */
export const OPENSLO_KINDS = [
  'SLO',
  'SLI',
  'Service',
  'DataSource',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;

/** @public */
export type OpenSloKind = (typeof OPENSLO_KINDS)[number];

/** One object names another. */
export interface OpenSloReference {
  path: YamlPath;
  kind: OpenSloKind;
  name: string;
}

/** How an objective is measured: in place, or by the name of an SLI. */
export interface IndicatorUse {
  inline?: ReadIndicator;
  /** `metadata.displayName` or `metadata.name` of an inline indicator. */
  title?: string;
  ref?: string;
}

/** One objective of an SLO. */
export interface ReadObjective {
  target?: string;
  displayName?: string;
  op?: 'lt' | 'lte' | 'gt' | 'gte';
  value?: string;
  indicator: IndicatorUse;
}

/** What an SLO document says. */
export interface ReadSlo {
  service?: string;
  description?: string;
  window?: SloWindow;
  budgetingMethod?: SloMaterial['budgetingMethod'];
  objectives: ReadObjective[];
}

/** An object of an upload. */
export interface OpenSloObject {
  kind: OpenSloKind;
  name?: string;
  reader: ObjectReader;
  references: OpenSloReference[];
  slo?: ReadSlo;
  /** Of an SLI. */
  indicator?: ReadIndicator;
}

const OPERATORS = ['lt', 'lte', 'gt', 'gte'] as const;
const LABEL_KEY = /^[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const ANNOTATION_KEY =
  /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;

/** Reads an object and notes everything that is wrong with it. */
export function readObject(reader: ObjectReader): OpenSloObject | undefined {
  if (!reader.map([], 'This holds no OpenSLO object.')) return undefined;
  readApiVersion(reader);
  const kind = reader.oneOf(['kind'], OPENSLO_KINDS, true);
  if (!kind) return undefined;
  const name = readMetadata(reader, ['metadata']);
  const object: OpenSloObject = { kind, name, reader, references: [] };
  if (kind !== 'Service' || reader.has(['spec'])) {
    if (!reader.map(['spec'], `A ${kind} has a spec. Write it.`)) return object;
  }
  RULES[kind](object);
  return object;
}

function readApiVersion(reader: ObjectReader): void {
  const version = reader.text(['apiVersion'], {
    required: 'This is missing. Write apiVersion: openslo/v1.',
  });
  if (version === undefined || version === 'openslo/v1') return;
  reader.error(
    ['apiVersion'],
    'API_VERSION',
    version.startsWith('openslo')
      ? `${version} is another version of the format. Bring the document to openslo/v1.`
      : `"${version}" is no version of OpenSLO. Write apiVersion: openslo/v1.`,
  );
}

function readMetadata(reader: ObjectReader, at: YamlPath): string | undefined {
  if (!reader.map(at, 'Metadata is missing. Write metadata with a name.')) {
    return undefined;
  }
  const name = reader.label(
    [...at, 'name'],
    'A name is missing. Write one such as checkout-availability.',
  );
  reader.text([...at, 'displayName'], { max: 63 });
  for (const key of reader.keys([...at, 'labels'])) {
    if (LABEL_KEY.test(key)) continue;
    reader.error(
      [...at, 'labels', key],
      'LABEL_KEY',
      'The key of a label has letters, digits, -, _ and dots, at most 63. Rename it.',
    );
  }
  for (const key of reader.keys([...at, 'annotations'])) {
    const path: YamlPath = [...at, 'annotations', key];
    reader.text(path);
    if (ANNOTATION_KEY.test(key)) continue;
    reader.error(
      path,
      'ANNOTATION_KEY',
      'The key of an annotation is a domain, a slash and a name, such as my-domain.org/my-key. Rename it.',
    );
  }
  return name;
}

const RULES: Record<OpenSloKind, (object: OpenSloObject) => void> = {
  SLO: readSlo,
  SLI(object) {
    object.indicator = readIndicatorSpec(object.reader, ['spec']);
    addSourceRefs(object, object.indicator);
  },
  Service: ({ reader }) => {
    reader.text(['spec', 'description'], { max: 1050 });
  },
  DataSource: ({ reader }) => {
    reader.text(['spec', 'description'], { max: 1050 });
    reader.text(['spec', 'type'], {
      required:
        'The type of the data source is missing. Write type: Prometheus.',
    });
    if (!reader.has(['spec', 'connectionDetails'])) {
      reader.error(
        ['spec', 'connectionDetails'],
        'REQUIRED',
        'This is missing. Write how to reach the data source, without passwords.',
      );
    }
  },
  AlertPolicy: object => readAlertPolicy(object, ['spec']),
  AlertCondition: ({ reader }) => readAlertCondition(reader, ['spec']),
  AlertNotificationTarget: ({ reader }) =>
    readNotificationTarget(reader, ['spec']),
};

function readSlo(object: OpenSloObject): void {
  const { reader } = object;
  const description = reader.text(['spec', 'description'], { max: 1050 });
  const service = reader.text(['spec', 'service'], {
    required:
      'The service is missing. Write the name of the Service, or of the catalog entity.',
  });
  if (service) {
    object.references.push({
      path: ['spec', 'service'],
      kind: 'Service',
      name: service,
    });
  }
  const budgetingMethod = reader.oneOf(
    ['spec', 'budgetingMethod'],
    ['Occurrences', 'Timeslices', 'RatioTimeslices'],
    true,
  );
  const window = readWindow(reader);
  const count = reader.list(
    ['spec', 'objectives'],
    'Objectives are missing. Write at least one, such as "- target: 0.999".',
  );
  const paths = Array.from(
    { length: count },
    (_, index): YamlPath => ['spec', 'objectives', index],
  );
  const isComposite = paths.some(path => hasIndicator(reader, path));
  const shared = readSharedIndicator(object, isComposite);
  const objectives = paths.map(path =>
    readObjective(object, path, { shared, isComposite, budgetingMethod }),
  );
  for (const [index] of Array.from({
    length: reader.list(['spec', 'alertPolicies']),
  }).entries()) {
    readAlertPolicyUse(object, ['spec', 'alertPolicies', index]);
  }
  object.slo = { service, description, window, budgetingMethod, objectives };
}

function hasIndicator(reader: ObjectReader, at: YamlPath): boolean {
  return (
    reader.has([...at, 'indicator']) || reader.has([...at, 'indicatorRef'])
  );
}

function readSharedIndicator(
  object: OpenSloObject,
  isComposite: boolean,
): IndicatorUse | undefined {
  const { reader } = object;
  const has = hasIndicator(reader, ['spec']);
  if (has && isComposite) {
    reader.error(
      ['spec'],
      'INDICATOR_TWICE',
      'The indicator is given for the whole SLO or for each objective, not for both. Remove one of them.',
    );
  } else if (!has && !isComposite) {
    reader.error(
      ['spec'],
      'INDICATOR_MISSING',
      'Nothing says what is measured. Write indicator, or indicatorRef with the name of an SLI.',
    );
  }
  return has ? readIndicator(object, ['spec']) : undefined;
}

/** Exactly one of `indicator` and `indicatorRef`. */
function readIndicator(object: OpenSloObject, at: YamlPath): IndicatorUse {
  const { reader } = object;
  const inline: YamlPath = [...at, 'indicator'];
  const refPath: YamlPath = [...at, 'indicatorRef'];
  if (reader.has(inline) && reader.has(refPath)) {
    reader.error(
      refPath,
      'INDICATOR_TWICE',
      'An SLO has either indicator or indicatorRef. Remove one of them.',
    );
    return {};
  }
  if (reader.has(refPath)) {
    const ref = reader.label(refPath);
    if (ref) object.references.push({ path: refPath, kind: 'SLI', name: ref });
    return { ref };
  }
  if (!reader.map(inline)) return {};
  const name = readMetadata(reader, [...inline, 'metadata']);
  const read = readIndicatorSpec(reader, [...inline, 'spec']);
  addSourceRefs(object, read);
  const displayName = reader.value([...inline, 'metadata', 'displayName']);
  return {
    inline: read,
    title: typeof displayName === 'string' ? displayName : name,
  };
}

function readObjective(
  object: OpenSloObject,
  at: YamlPath,
  slo: {
    shared?: IndicatorUse;
    isComposite: boolean;
    budgetingMethod?: string;
  },
): ReadObjective {
  const { reader } = object;
  if (!reader.map(at)) return { indicator: {} };
  const displayName = reader.text([...at, 'displayName']);
  const target = readObjectiveTarget(reader, at);
  if (slo.budgetingMethod === 'Timeslices') {
    readSliceTarget(reader, [...at, 'timeSliceTarget']);
  }
  if (slo.budgetingMethod?.endsWith('imeslices')) {
    readDuration(reader, [...at, 'timeSliceWindow'], '1m');
  }
  if (slo.isComposite && !hasIndicator(reader, at)) {
    reader.error(
      at,
      'INDICATOR_MISSING',
      'The other objectives say what they measure; this one does not. Write indicator or indicatorRef.',
    );
  }
  const indicator =
    slo.isComposite && hasIndicator(reader, at)
      ? readIndicator(object, at)
      : slo.shared ?? {};
  const type = indicator.inline?.type;
  const op = reader.oneOf([...at, 'op'], OPERATORS, type === 'threshold');
  const value = readValue(reader, [...at, 'value'], type === 'threshold');
  if (type && type !== 'threshold') {
    // Sloth and others write op beside ratios; it means nothing there.
    for (const field of ['op', 'value'] as const) {
      if (!reader.has([...at, field])) continue;
      reader.warn(
        [...at, field],
        'RATIO_WITH_THRESHOLD',
        `A ratio has no ${field}; it is not used. Remove it.`,
      );
    }
    return { target, displayName, indicator };
  }
  return { target, displayName, op, value, indicator };
}

function readValue(
  reader: ObjectReader,
  path: YamlPath,
  required: boolean,
): string | undefined {
  if (!reader.has(path)) {
    if (required) {
      reader.error(
        path,
        'REQUIRED',
        'A threshold has a value. Write the number that is compared with.',
      );
    }
    return undefined;
  }
  const source = (reader.source(path) ?? '').trim();
  if (/^\d{1,18}(\.\d{1,8})?$/.test(source)) return plain(decimal(source));
  reader.error(
    path,
    'VALUE',
    `"${source}" can't be kept. Write a number without sign and exponent, with at most eight digits behind the point.`,
  );
  return undefined;
}

function readSliceTarget(reader: ObjectReader, path: YamlPath): void {
  const value = reader.value(path);
  if (typeof value === 'number' && value > 0 && value <= 1) return;
  reader.error(
    path,
    'TIME_SLICE_TARGET',
    'With Timeslices each objective says what share of a slice has to be good. Write a number above 0 and up to 1, such as timeSliceTarget: 0.95.',
  );
}

function readAlertPolicyUse(object: OpenSloObject, at: YamlPath): void {
  readUse(object, at, 'alertPolicyRef', 'AlertPolicy', () =>
    readAlertPolicy(object, [...at, 'spec']),
  );
}

/** A reference by name, or the same object in place. */
function readUse(
  object: OpenSloObject,
  at: YamlPath,
  refField: string,
  kind: OpenSloKind,
  readInline: () => void,
): void {
  const { reader } = object;
  if (!reader.map(at)) return;
  const refPath: YamlPath = [...at, refField];
  const inline = reader.has([...at, 'spec']) || reader.has([...at, 'kind']);
  if (reader.has(refPath) === inline) {
    reader.error(
      at,
      'REFERENCE_OR_INLINE',
      inline
        ? `Write either ${refField} or the ${kind} itself, not both.`
        : `Write ${refField} with the name of an ${kind}, or the ${kind} itself.`,
    );
    return;
  }
  if (inline) {
    reader.oneOf([...at, 'kind'], [kind], true);
    readMetadata(reader, [...at, 'metadata']);
    if (reader.map([...at, 'spec'], `A ${kind} has a spec. Write it.`)) {
      readInline();
    }
    return;
  }
  const name = reader.label(refPath);
  if (name) object.references.push({ path: refPath, kind, name });
}

function readAlertPolicy(object: OpenSloObject, at: YamlPath): void {
  const { reader } = object;
  reader.text([...at, 'description'], { max: 1050 });
  for (const field of [
    'alertWhenNoData',
    'alertWhenBreaching',
    'alertWhenResolved',
  ]) {
    reader.flag([...at, field]);
  }
  const conditions: YamlPath = [...at, 'conditions'];
  const count = reader.list(
    conditions,
    'An alert policy has one condition. Write conditionRef, or the condition itself.',
  );
  if (count > 1) {
    reader.error(
      conditions,
      'CONDITION_COUNT',
      `An alert policy has one condition; here are ${count}. Write a policy for each.`,
    );
  }
  for (let index = 0; index < count; index++) {
    const path: YamlPath = [...conditions, index];
    readUse(object, path, 'conditionRef', 'AlertCondition', () =>
      readAlertCondition(reader, [...path, 'spec']),
    );
  }
  const targets: YamlPath = [...at, 'notificationTargets'];
  for (let index = 0; index < reader.list(targets); index++) {
    const path: YamlPath = [...targets, index];
    readUse(object, path, 'targetRef', 'AlertNotificationTarget', () =>
      readNotificationTarget(reader, [...path, 'spec']),
    );
  }
}

function readAlertCondition(reader: ObjectReader, at: YamlPath): void {
  reader.text([...at, 'description'], { max: 1050 });
  reader.text([...at, 'severity'], {
    required: 'A severity is missing. Write one such as page or ticket.',
  });
  const condition: YamlPath = [...at, 'condition'];
  if (
    !reader.map(condition, 'A condition is missing. Write condition with kind.')
  ) {
    return;
  }
  reader.oneOf([...condition, 'kind'], ['burnrate'], true);
  reader.oneOf([...condition, 'op'], OPERATORS, true);
  if (typeof reader.value([...condition, 'threshold']) !== 'number') {
    reader.error(
      [...condition, 'threshold'],
      'THRESHOLD',
      'A burn rate is a number. Write one such as threshold: 14.4.',
    );
  }
  readDuration(reader, [...condition, 'lookbackWindow'], '1h');
  // OpenSLO's own examples have 0m here: fire at once.
  const after = reader.text([...condition, 'alertAfter']);
  if (after !== undefined && !/^\d+[mhdwMQY]$/.test(after)) {
    readDuration(reader, [...condition, 'alertAfter'], '5m');
  }
}

function readNotificationTarget(reader: ObjectReader, at: YamlPath): void {
  reader.text([...at, 'description'], { max: 1050 });
  reader.text([...at, 'target'], {
    required: 'A target is missing. Write who is told, such as email.',
  });
}

function addSourceRefs(object: OpenSloObject, read?: ReadIndicator): void {
  for (const { path, name } of read?.sourceRefs ?? []) {
    object.references.push({ path, kind: 'DataSource', name });
  }
}
