import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  ANSWERS_AT_ONCE,
  upkeepRoutes,
  type AnswerResult,
  type Evidence,
  type SessionLine,
  type UpkeepChoices,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../api';
import { useWrite } from '../query';

/** The Group that a page is about. @internal */
export interface GroupName {
  namespace: string;
  name: string;
}

const keyOf = ({ namespace, name }: GroupName) => ['upkeep', namespace, name];

/**
 * What a team looks at again in its session, and what it has chosen.
 *
 * @internal
 */
export function useTeamUpkeep(group: GroupName) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: keyOf(group),
    queryFn: async ({ signal }) => {
      const { body } = await client.call(upkeepRoutes.getTeamUpkeep, {
        params: { ...group },
        signal,
      });
      return body;
    },
  });
}

/**
 * Saves what the team has chosen.
 *
 * @internal
 */
export function useUpkeepChoices(group: GroupName) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async (input: { version: number; choices: UpkeepChoices }) => {
      const { body } = await client.call(upkeepRoutes.setUpkeepChoices, {
        params: { ...group },
        body: input.choices,
        ifMatch: input.version,
      });
      return body;
    },
    // Also after a refusal: somebody else may have been quicker.
    onSettled: () => queries.invalidateQueries(),
  });
}

/** Lines of a session with what to say of them. @internal */
export interface SeveralAnswers {
  lines: SessionLine[];
  /** Undefined: each line's own last evidence again. */
  evidence?: Evidence;
}

/**
 * Answers several lines at once, as many in one request as the server takes.
 *
 * @internal
 */
export function useAttestItems() {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async (input: SeveralAnswers): Promise<AnswerResult[]> => {
      const results: AnswerResult[] = [];
      for (let at = 0; at < input.lines.length; at += ANSWERS_AT_ONCE) {
        const { body } = await client.call(upkeepRoutes.attestItems, {
          body: {
            answers: input.lines.slice(at, at + ANSWERS_AT_ONCE).map(line => ({
              entityRef: line.entityRef,
              itemId: line.itemId,
              version: line.version,
              checklistDigest: line.checklistDigest,
              evidence: input.evidence ?? line.evidence,
            })),
          },
        });
        results.push(...body.results);
      }
      return results;
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          !(queryKey[0] === 'checklist' && queryKey[1] === 'words'),
      }),
  });
}
