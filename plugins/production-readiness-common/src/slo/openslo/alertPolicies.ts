import { readMetadata } from './metadata';
import { ObjectReader } from './ObjectReader';
import { OpenSloKind, OpenSloObject, OPERATORS } from './openSloObject';
import { readDuration } from './windows';
import { YamlPath } from './YamlDocument';

/** Reads the alert policy of an SLO: a reference, or the policy in place. */
export function readAlertPolicyUse(object: OpenSloObject, at: YamlPath): void {
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

/** Reads what an alert policy says. */
export function readAlertPolicy(object: OpenSloObject, at: YamlPath): void {
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

/** Reads when an alert fires. */
export function readAlertCondition(reader: ObjectReader, at: YamlPath): void {
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

/** Reads who is told. */
export function readNotificationTarget(
  reader: ObjectReader,
  at: YamlPath,
): void {
  reader.text([...at, 'description'], { max: 1050 });
  reader.text([...at, 'target'], {
    required: 'A target is missing. Write who is told, such as email.',
  });
}
