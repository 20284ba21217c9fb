import {
  QuestionView,
  SignerStanding,
} from '@prodready/backstage-plugin-production-readiness-common';
import { QuestionRecord } from '../records';

/** A question as a caller sees it. */
export function toQuestionView(
  one: QuestionRecord,
  caller: SignerStanding,
): QuestionView {
  const isOwn = one.askerRef === caller.userRef;
  return {
    id: one.publicId,
    version: one.version,
    asker: { userRef: one.askerRef, name: one.askerName },
    askedAt: one.askedAt,
    text: one.text,
    answer:
      one.answer === null
        ? null
        : {
            by: { userRef: one.answererRef, name: one.answererName },
            at: one.answeredAt,
            text: one.answer,
          },
    read: one.readAt !== null,
    mayAnswer: one.answer === null && !isOwn && belongsTo(caller),
    mayRead: isOwn && one.answer !== null && one.readAt === null,
  };
}

/** The team, the owners, who acts for them, and the reviewers. */
export function belongsTo(caller: SignerStanding): boolean {
  const { capacities, isPerson, mayEdit, mayReview } = caller;
  return isPerson && (mayEdit || mayReview || capacities.length > 0);
}
