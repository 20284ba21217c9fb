import {
  readAlertCondition,
  readAlertPolicy,
  readNotificationTarget,
} from './alertPolicies';
import { readIndicatorSpec } from './indicators';
import { readMetadata } from './metadata';
import { ObjectReader } from './ObjectReader';
import { OPENSLO_KINDS, OpenSloKind, OpenSloObject } from './openSloObject';
import { addSourceRefs, readSlo } from './sloObject';

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
