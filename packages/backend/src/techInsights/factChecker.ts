import type {
  BooleanCheckResult,
  Check,
} from '@backstage-community/plugin-tech-insights-common';
import type {
  FactChecker,
  TechInsightsStore,
} from '@backstage-community/plugin-tech-insights-node';
import type { Config } from '@backstage/config';
import { z } from 'zod';

const TYPE = 'demo-threshold';

// Both words of what a fact has to be; one is enough.
const configured = z.record(
  z.string(),
  z
    .strictObject({
      name: z.string().min(1),
      description: z.string().min(1),
      /** The id of the fact retriever. */
      retriever: z.string().min(1),
      fact: z.string().min(1),
      is: z.union([z.boolean(), z.string(), z.number()]).optional(),
      atLeast: z.number().optional(),
    })
    .refine(
      ({ atLeast, is }) => (is === undefined) !== (atLeast === undefined),
      {
        message: 'needs one of "is" and "atLeast"',
      },
    ),
);

type Condition = z.output<typeof configured>[string];

/** A check of Tech Insights with what its fact has to be. */
interface ThresholdCheck extends Check {
  condition: Condition;
}

/**
 * Judges the checks of `techInsights.factChecker.checks` by the latest facts in
 * the store of Tech Insights. Each names one fact of one retriever and says what
 * it `is`, or what it has to be `atLeast`. Where nothing was retrieved of an
 * entity there is no result. Tech Insights leaves judging to such a checker;
 * most organisations take its one for rules in JSON.
 */
export class ThresholdFactChecker
  implements FactChecker<ThresholdCheck, BooleanCheckResult>
{
  private constructor(
    private readonly store: TechInsightsStore,
    private readonly checks: readonly ThresholdCheck[],
  ) {}

  /** @throws Error that names the check that is wrong */
  static fromConfig(config: Config, store: TechInsightsStore) {
    const key = 'techInsights.factChecker.checks';
    const parsed = configured.safeParse(config.getOptional(key) ?? {});
    if (!parsed.success) {
      throw new Error(`${key}: ${z.prettifyError(parsed.error)}`);
    }
    const checks = Object.entries(parsed.data).map(([id, condition]) => ({
      id,
      type: TYPE,
      name: condition.name,
      description: condition.description,
      factIds: [condition.retriever],
      condition,
    }));
    return new ThresholdFactChecker(store, checks);
  }

  async getChecks(): Promise<ThresholdCheck[]> {
    return [...this.checks];
  }

  async validate(): Promise<{ valid: boolean }> {
    return { valid: true };
  }

  async runChecks(
    entityRef: string,
    ids?: string[],
  ): Promise<BooleanCheckResult[]> {
    const wanted = this.checks.filter(({ id }) => ids?.includes(id) ?? true);
    const retrievers = [...new Set(wanted.flatMap(({ factIds }) => factIds))];
    if (retrievers.length === 0) return [];
    const latest = await this.store.getLatestFactsByIds(retrievers, entityRef);
    return wanted.flatMap(({ condition, ...check }) => {
      const { fact, retriever } = condition;
      const value = latest[retriever]?.facts[fact];
      if (value === undefined || value === null) return [];
      const judged = {
        id: retriever,
        type: 'string' as const,
        description: condition.description,
        value: String(value),
      };
      return [
        { check, facts: { [fact]: judged }, result: holds(condition, value) },
      ];
    });
  }
}

function holds({ atLeast, is }: Condition, value: unknown): boolean {
  return atLeast === undefined ? value === is : Number(value) >= atLeast;
}
