import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { CheckValue } from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessCheckProvider } from '@prodready/backstage-plugin-production-readiness-node';
import { z } from 'zod';

// What of Tech Insights' bulk answer is read; the rest may change.
const bulkAnswer = z.array(
  z.object({
    entity: z.string(),
    results: z.array(
      z.object({
        result: z.unknown(),
        check: z.object({ id: z.string() }),
      }),
    ),
  }),
);

/** What reading checks of Tech Insights needs. */
export interface TechInsightsAccess {
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
  /** A token of this plugin for Tech Insights. */
  getToken(): Promise<string>;
}

/**
 * Reads checks of Tech Insights, up to a hundred entities in one request. A
 * check without a result, which is what there is before its facts were
 * retrieved, is left out: it is unknown, not failed.
 */
export class TechInsightsCheckProvider implements ReadinessCheckProvider {
  readonly id = 'tech-insights';

  constructor(private readonly access: TechInsightsAccess) {}

  async readChecks(
    entityRefs: readonly string[],
    { checkIds, signal }: { checkIds: readonly string[]; signal: AbortSignal },
  ): Promise<Record<string, Record<string, CheckValue>>> {
    const { discovery, getToken } = this.access;
    const base = await discovery.getBaseUrl('tech-insights');
    const response = await fetch(`${base}/checks/run`, {
      method: 'POST',
      signal,
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${await getToken()}`,
      },
      body: JSON.stringify({
        entities: entityRefs.map(ref => parseEntityRef(ref)),
        checks: checkIds,
      }),
    });
    // It serves no checks where no fact checker is set up.
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const answer = bulkAnswer.parse(await response.json());
    return Object.fromEntries(
      answer.map(({ entity, results }) => [
        entity.toLocaleLowerCase('en-US'),
        Object.fromEntries(
          results.flatMap(({ check, result }) =>
            isValue(result) ? [[check.id, result] as const] : [],
          ),
        ),
      ]),
    );
  }
}

function isValue(result: unknown): result is CheckValue {
  return ['boolean', 'string', 'number'].includes(typeof result);
}
