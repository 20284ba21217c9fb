import { Random } from '../Random';
import { Size } from '../sizes';
import { TECH_INSIGHTS_CHECKS } from '../techInsightsChecks';
import { Finding } from './journalWork';
import { measure, Measured, Target } from './measure';

const API = '/api/tech-insights';
/** A request holds at most 100 KB of references. */
const ENTITIES_AT_ONCE = 500;
/** Evaluating a large catalog may not take all day. */
const MOST_MILLISECONDS = 60_000;

/**
 * The same work by the Tech Insights backend, which evaluates when it is asked:
 * the checks of one entity (W2), and what a page of entities in the order of
 * their scores takes, for which it has to evaluate all of them (W3, W5).
 *
 * @param empty - what an empty route takes in the same run
 */
export async function measureTechInsights(
  host: Target,
  empty: Measured,
  { size, seconds }: { size: Size; seconds: number },
): Promise<Finding[]> {
  const random = new Random(1);
  const one = await measure(host, {
    requests: Array.from({ length: 500 }, () => ({
      method: 'POST' as const,
      path: `${API}/checks/run/default/component/service-${random.below(
        size.components,
      )}`,
      body: JSON.stringify({ checks: TECH_INSIGHTS_CHECKS }),
    })),
    clients: 8,
    seconds,
  });
  const all = await evaluateAll(host, size.components);
  const inSeconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  const whole = (all.milliseconds * size.components) / all.entities;
  return [
    {
      id: 'TI',
      title: 'Tech Insights: the checks of one entity',
      found: `${Math.round(one.perSecond)}/s, p50 ${one.p50} ms, ${
        one.bytes
      } bytes, ${(empty.perSecond / one.perSecond).toFixed(
        1,
      )} × an empty route; ${JSON.stringify(one.statuses)}`,
      goal: 'beside W2',
    },
    {
      id: 'TI',
      title:
        'Tech Insights: a page by score, for which all entities are evaluated',
      found: `${all.entities} of ${size.components} entities in ${inSeconds(
        all.milliseconds,
      )} s, ${(all.bytes / 1_048_576).toFixed(0)} MB of answers${
        all.entities < size.components
          ? `; for all of them, extrapolated: ${inSeconds(whole)} s`
          : ''
      }`,
      goal: 'beside W3 and W5',
    },
  ];
}

async function evaluateAll(
  { url, token }: Target,
  components: number,
): Promise<{ entities: number; milliseconds: number; bytes: number }> {
  const begin = performance.now();
  let entities = 0;
  let bytes = 0;
  while (
    entities < components &&
    performance.now() - begin < MOST_MILLISECONDS
  ) {
    const from = entities;
    const count = Math.min(ENTITIES_AT_ONCE, components - from);
    const response = await fetch(`${url}${API}/checks/run`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        entities: Array.from({ length: count }, (_, index) => ({
          kind: 'component',
          namespace: 'default',
          name: `service-${from + index}`,
        })),
        checks: TECH_INSIGHTS_CHECKS,
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Tech Insights: ${response.status}`);
    bytes += text.length;
    requireEvaluated(JSON.parse(text), count);
    entities += count;
  }
  return { entities, milliseconds: performance.now() - begin, bytes };
}

/**
 * An entity that could not be evaluated stands in the answer with its error:
 * what was skipped must not count as fast.
 *
 * @throws Error
 */
function requireEvaluated(
  answers: readonly { entity: string; results?: unknown[] }[],
  count: number,
): void {
  const skipped = answers.find(
    ({ results }) => results?.length !== TECH_INSIGHTS_CHECKS.length,
  );
  if (answers.length === count && !skipped) return;
  throw new Error(
    `Tech Insights evaluated ${answers.length} of ${count} entities${
      skipped ? `, one like this: ${JSON.stringify(skipped).slice(0, 300)}` : ''
    }`,
  );
}
