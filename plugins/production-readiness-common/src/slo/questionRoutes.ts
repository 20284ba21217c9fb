import { z } from 'zod';
import { defineRoute } from '../api/route';
import { plainText } from '../api/text';

const person = z.strictObject({ userRef: z.string(), name: z.string() });

/** A question about an SLO. Moments are milliseconds since the epoch. @public */
export const questionView = z.strictObject({
  id: z.uuid(),
  /** The version that the asker read. */
  version: z.int(),
  asker: person,
  askedAt: z.int(),
  text: z.string(),
  answer: z
    .strictObject({ by: person, at: z.int(), text: z.string() })
    .nullable(),
  /** Whether the asker has said that the answer was read. */
  read: z.boolean(),
  /** Whether this caller can answer it. */
  mayAnswer: z.boolean(),
  /** Whether this caller asked it and has an answer to read. */
  mayRead: z.boolean(),
});

/** What {@link questionView} lets through. @public */
export type QuestionView = z.output<typeof questionView>;

const params = z.strictObject({ sloId: z.uuid(), questionId: z.uuid() });

/** Routes of questions about SLOs: no decisions. @public */
export const questionRoutes = {
  askQuestion: defineRoute({
    operationId: 'askQuestion',
    method: 'post',
    path: '/slos/:sloId/questions',
    summary: 'Ask about an SLO, which decides nothing',
    callers: 'user',
    params: z.strictObject({ sloId: z.uuid() }),
    body: z.strictObject({
      version: z.int().min(1).max(1_000_000),
      text: plainText({ min: 5, max: 2000 }),
    }),
    response: questionView,
    status: 201,
    idempotencyKey: true,
  }),
  answerQuestion: defineRoute({
    operationId: 'answerQuestion',
    method: 'post',
    path: '/slos/:sloId/questions/:questionId/answer',
    summary: 'Answer a question about an SLO',
    callers: 'user',
    params,
    body: z.strictObject({ text: plainText({ min: 2, max: 4000 }) }),
    response: questionView,
  }),
  readAnswer: defineRoute({
    operationId: 'readAnswer',
    method: 'post',
    path: '/slos/:sloId/questions/:questionId/reading',
    summary: 'Say that the answer to an own question was read',
    callers: 'user',
    params,
    response: questionView,
  }),
};
