import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  AnswerResult,
  ReadinessError,
  RouteBody,
  upkeepRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access';
import { Answering } from '../checklist/Answering';

type Answer = RouteBody<typeof upkeepRoutes.attestItems>['answers'][number];

/**
 * Takes several answers, each in a transaction of its own by the rules of a
 * single one. What can't be saved is told line by line, so that nobody takes
 * half of it for the whole.
 */
export async function attestMany(
  answering: Pick<Answering, 'attest'>,
  caller: Caller,
  answers: readonly Answer[],
  logger: LoggerService,
): Promise<AnswerResult[]> {
  const results: AnswerResult[] = [];
  for (const answer of answers) {
    const { entityRef, itemId } = answer;
    try {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      const { item } = await answering.attest(
        caller,
        {
          entity: { kind, namespace, name },
          itemId,
          version: answer.version,
          checklistDigest: answer.checklistDigest,
        },
        answer.evidence,
      );
      results.push({ entityRef, itemId, item, problem: null });
    } catch (error) {
      results.push({
        entityRef,
        itemId,
        item: null,
        problem: problemOf(error, logger),
      });
    }
  }
  return results;
}

function problemOf(error: unknown, logger: LoggerService) {
  if (error instanceof ReadinessError) {
    return { code: error.code, message: error.message };
  }
  logger.error('One of several answers could not be saved', error as Error);
  return {
    code: 'NOT_SAVED',
    message: 'This answer could not be saved. Try it again.',
  };
}
