import { useQueryClient } from '@tanstack/react-query';
import { questionRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey, useReadinessClient } from '../../api';
import { useWrite } from '../../query';

/** Asks about an SLO, answers, and says that an answer was read. @internal */
export function useQuestionWrites(sloId: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  // After a refusal too: what somebody else answered is to be seen.
  const onSettled = () => queries.invalidateQueries();
  const ask = useWrite({
    mutationFn: async (body: { version: number; text: string }) => {
      await client.call(questionRoutes.askQuestion, {
        params: { sloId },
        body,
        idempotencyKey: newActionKey(),
      });
    },
    onSettled,
  });
  const answer = useWrite({
    mutationFn: async (input: { questionId: string; text: string }) => {
      await client.call(questionRoutes.answerQuestion, {
        params: { sloId, questionId: input.questionId },
        body: { text: input.text },
      });
    },
    onSettled,
  });
  const read = useWrite({
    mutationFn: async (questionId: string) => {
      await client.call(questionRoutes.readAnswer, {
        params: { sloId, questionId },
      });
    },
    onSettled,
  });
  return { ask, answer, read };
}
