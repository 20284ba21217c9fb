import { SloMaterial } from '../material';
import { ObjectReader } from './ObjectReader';
import { YamlPath } from './YamlDocument';

type Sli = NonNullable<SloMaterial['sli']>;
type Part = keyof NonNullable<Sli['queries']>;

/** An indicator, with the names that other documents have to explain. */
export interface ReadIndicator {
  type: Sli['type'];
  queries: NonNullable<Sli['queries']>;
  /** What `metricSource.type` says. */
  sourceType?: string;
  /** Names of DataSources, and where they are named. */
  sourceRefs: { path: YamlPath; name: string }[];
  /** What a person can read about it. */
  description?: string;
}

const LONGEST_QUERY = 8000;

/**
 * Reads `ratioMetric` or `thresholdMetric`.
 *
 * @param at - the `spec` of the indicator
 * @returns undefined when it is wrong; the reader knows why
 */
export function readIndicatorSpec(
  reader: ObjectReader,
  at: YamlPath,
): ReadIndicator | undefined {
  if (
    !reader.map(
      at,
      'An indicator has a spec with ratioMetric or thresholdMetric.',
    )
  ) {
    return undefined;
  }
  const description = reader.text([...at, 'description'], { max: 1050 });
  const ratio = reader.has([...at, 'ratioMetric']);
  const threshold = reader.has([...at, 'thresholdMetric']);
  if (ratio === threshold) {
    reader.error(
      at,
      'INDICATOR_KIND',
      ratio
        ? 'An indicator is measured by ratioMetric or by thresholdMetric, not by both. Remove one.'
        : 'Nothing says how this is measured. Write ratioMetric or thresholdMetric.',
    );
    return undefined;
  }
  const read = new MetricReader(reader);
  const type = threshold
    ? read.part('raw', [...at, 'thresholdMetric']) && 'threshold'
    : readRatio(reader, read, [...at, 'ratioMetric']);
  if (!type) return undefined;
  const { queries, sourceType, sourceRefs } = read;
  return { type, queries, sourceType, sourceRefs, description };
}

function readRatio(
  reader: ObjectReader,
  read: MetricReader,
  at: YamlPath,
): Sli['type'] | undefined {
  if (!reader.map(at)) return undefined;
  reader.flag([...at, 'counter']);
  const has = (part: string) => reader.has([...at, part]);
  if (has('raw') === has('total')) {
    reader.error(
      at,
      'RATIO_PARTS',
      has('raw')
        ? 'A ratio is given either as raw, or as total with good or bad. Remove raw or total.'
        : 'A ratio needs total with good or bad, or raw. Write what is missing.',
    );
    return undefined;
  }
  if (has('raw')) {
    if (has('good') || has('bad')) {
      reader.error(
        [...at, 'raw'],
        'RATIO_PARTS',
        'A raw ratio is the share itself and takes no good or bad. Remove them, or replace raw by total.',
      );
      return undefined;
    }
    const rawType = reader.oneOf(
      [...at, 'rawType'],
      ['success', 'failure'],
      true,
    );
    return read.part('raw', [...at, 'raw']) && rawType
      ? (`raw-${rawType}` as const)
      : undefined;
  }
  if (has('good') === has('bad')) {
    reader.error(
      at,
      'RATIO_PARTS',
      has('good')
        ? 'A ratio counts either good or bad events of the total. Remove one of the two.'
        : 'A ratio counts good or bad events of the total. Write good or bad.',
    );
    return undefined;
  }
  const counted = has('good') ? 'good' : 'bad';
  const total = read.part('total', [...at, 'total']);
  return read.part(counted, [...at, counted]) && total
    ? (`ratio-${counted}` as const)
    : undefined;
}

/** Collects queries and sources of the parts of an indicator. */
class MetricReader {
  readonly queries: NonNullable<Sli['queries']> = {};
  readonly sourceRefs: ReadIndicator['sourceRefs'] = [];
  sourceType?: string;

  constructor(private readonly reader: ObjectReader) {}

  /** @returns whether the part is right */
  part(part: Part, at: YamlPath): boolean {
    const { reader } = this;
    const source: YamlPath = [...at, 'metricSource'];
    if (
      !reader.map(at) ||
      !reader.map(
        source,
        'Write metricSource with a spec that holds the query.',
      )
    ) {
      return false;
    }
    const refPath: YamlPath = [...source, 'metricSourceRef'];
    const name = reader.label(refPath);
    if (name) this.sourceRefs.push({ path: refPath, name });
    this.sourceType ??= reader.text([...source, 'type'], { max: 300 });
    const spec: YamlPath = [...source, 'spec'];
    if (!reader.map(spec, 'Write spec with the query, such as query: up.')) {
      return false;
    }
    const query = queryOf(reader.value(spec));
    if (query === undefined) {
      reader.error(
        spec,
        'QUERY_EMPTY',
        'There is no query in here. Write one, such as query: up.',
      );
      return false;
    }
    if (query.length > LONGEST_QUERY) {
      reader.error(
        spec,
        'TOO_LONG',
        `A query has at most ${LONGEST_QUERY} characters; record a shorter one as a rule and refer to that.`,
      );
      return false;
    }
    this.queries[part] = query;
    return true;
  }
}

/** A query as text; what a vendor spreads over several fields, as JSON. */
function queryOf(spec: unknown): string | undefined {
  const fields = Object.entries(spec as Record<string, unknown>);
  if (fields.length === 0) return undefined;
  const [[key, value]] = fields;
  if (fields.length === 1 && key === 'query' && typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  return JSON.stringify(spec);
}
