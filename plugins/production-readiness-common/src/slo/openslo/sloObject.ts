import { decimal, plain } from '../decimal';
import { readAlertPolicyUse } from './alertPolicies';
import { readIndicatorSpec, ReadIndicator } from './indicators';
import { readMetadata } from './metadata';
import { ObjectReader } from './ObjectReader';
import {
  IndicatorUse,
  OpenSloObject,
  OPERATORS,
  ReadObjective,
} from './openSloObject';
import { readObjectiveTarget } from './targets';
import { readDuration, readWindow } from './windows';
import { YamlPath } from './YamlDocument';

/** Reads what an SLO says, into the object. */
export function readSlo(object: OpenSloObject): void {
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

/** Notes the data sources that an indicator refers to. */
export function addSourceRefs(
  object: OpenSloObject,
  read?: ReadIndicator,
): void {
  for (const { path, name } of read?.sourceRefs ?? []) {
    object.references.push({ path, kind: 'DataSource', name });
  }
}
