import { randomUUID } from 'node:crypto';
import {
  QuestionView,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../../access/Caller';
import { runOnce } from '../../database';
import { entityChain } from '../../journal';
import { nameOf } from '../EntitySlos';
import { QuestionRecord } from '../records';
import { unknownVersion } from '../signing/conflicts';
import { lockDocument } from '../signing/DocumentStore';
import { CallerContext, sloIn } from '../SloContexts';
import { SloWriteDeps } from '../writing';
import { belongsTo, toQuestionView } from './toQuestionView';

/** More open questions than a team can work through. */
const MOST_OPEN = 30;

/** Takes questions about numbers and their answers. Neither is a decision. */
export class Questions {
  constructor(private readonly deps: SloWriteDeps) {}

  /** Asks about a version. Whoever may read it, as a person, may ask. */
  async ask(
    caller: Caller,
    sloId: string,
    input: { version: number; text: string },
    key: string | undefined,
  ): Promise<QuestionView> {
    return this.write(caller, sloId, async (tx, { context, standing }) => {
      const { record } = sloIn(context, sloId);
      if (!record.versions.some(one => one.version === input.version)) {
        throw unknownVersion({ noun: 'SLO' });
      }
      const at = context.now;
      const action = {
        key,
        operationId: 'askQuestion',
        actor: standing.userRef,
        request: { sloId, input },
        at,
      };
      const { id } = await runOnce(tx, action, async () => {
        const open = record.questions.filter(one => one.answer === null);
        if (open.length >= MOST_OPEN) throw tooMany();
        const publicId = randomUUID();
        await tx('slo_questions').insert({
          public_id: publicId,
          slo_id: record.id,
          version: input.version,
          asker_ref: standing.userRef,
          asker_name:
            caller.displayName ?? nameOf(context.people, standing.userRef),
          asked_at: at,
          text: input.text,
        });
        await this.note(tx, { context, standing }, 'slo.question_asked', {
          sloId,
          questionId: publicId,
          version: input.version,
          text: input.text,
        });
        return { id: publicId };
      });
      return id;
    });
  }

  /** Answers a question; the team, the owners and the reviewers can. */
  async answer(
    caller: Caller,
    sloId: string,
    questionId: string,
    text: string,
  ): Promise<QuestionView> {
    return this.write(caller, sloId, async (tx, read) => {
      const { context, standing } = read;
      const question = questionIn(read, sloId, questionId);
      if (question.answer !== null) {
        // A second click says nothing new.
        const same =
          question.answererRef === standing.userRef && question.answer === text;
        if (same) return questionId;
        throw answered(question);
      }
      if (!belongsTo(standing) || question.askerRef === standing.userRef) {
        throw ReadinessError.notAllowed(
          'NOT_AN_ANSWERER',
          `Questions about ${context.entity.ref} are answered by its team, its owners and its reviewers, and not by who asked.`,
        );
      }
      await tx('slo_questions')
        .where({ public_id: questionId })
        .update({
          answerer_ref: standing.userRef,
          answerer_name:
            caller.displayName ?? nameOf(context.people, standing.userRef),
          answered_at: context.now,
          answer: text,
        });
      await this.note(tx, read, 'slo.question_answered', {
        sloId,
        questionId,
        text,
      });
      return questionId;
    });
  }

  /** Notes that the asker has read the answer. */
  async read(
    caller: Caller,
    sloId: string,
    questionId: string,
  ): Promise<QuestionView> {
    return this.write(caller, sloId, async (tx, read) => {
      const question = questionIn(read, sloId, questionId);
      if (question.askerRef !== read.standing.userRef) {
        throw ReadinessError.notAllowed(
          'NOT_THE_ASKER',
          'Only who asked can say that the answer was read.',
        );
      }
      if (question.answer === null) {
        throw ReadinessError.conflict(
          'NOT_ANSWERED',
          'Nobody has answered this question yet.',
        );
      }
      if (question.readAt === null) {
        await tx('slo_questions')
          .where({ public_id: questionId })
          .update({ read_at: read.context.now });
      }
      return questionId;
    });
  }

  private async write(
    caller: Caller,
    sloId: string,
    work: (tx: Knex.Transaction, read: CallerContext) => Promise<string>,
  ): Promise<QuestionView> {
    const { contexts, database } = this.deps;
    const { place, entity } = await contexts.findSlo(caller, sloId);
    return database.transaction(async tx => {
      await lockDocument(tx, 'slo', place.id);
      const before = await contexts.read(tx, caller, entity);
      requirePerson(before);
      const questionId = await work(tx, before);
      const after = await contexts.read(tx, caller, entity);
      const question = questionIn(after, sloId, questionId);
      return toQuestionView(question, after.standing);
    });
  }

  private async note(
    tx: Knex.Transaction,
    { context, standing }: CallerContext,
    action: string,
    subject: Record<string, string | number>,
  ): Promise<void> {
    await this.deps.journal.append(tx, {
      chain: entityChain(context.entity.id),
      actor: standing.userRef,
      action,
      subject,
      at: context.now,
    });
  }
}

function questionIn(
  { context }: CallerContext,
  sloId: string,
  questionId: string,
): QuestionRecord {
  const found = sloIn(context, sloId).record.questions.find(
    one => one.publicId === questionId,
  );
  if (found) return found;
  throw ReadinessError.notFound(
    'QUESTION_NOT_FOUND',
    'There is no such question about this SLO. Reload the page.',
    { field: 'path.questionId' },
  );
}

/** Lets people pass who are in the catalog: somebody has to get the answer. */
function requirePerson({ standing }: CallerContext): void {
  if (standing.isPerson) return;
  throw ReadinessError.notAllowed(
    'SIGNER_UNKNOWN',
    'Only people who are in the catalog can ask and answer. Sign in as yourself, not as a guest.',
  );
}

function answered(question: QuestionRecord): ReadinessError {
  return ReadinessError.conflict(
    'QUESTION_ANSWERED',
    `${question.answererName} has answered this already. Read the answer.`,
  );
}

function tooMany(): ReadinessError {
  return ReadinessError.conflict(
    'TOO_MANY_QUESTIONS',
    `${MOST_OPEN} questions about this SLO wait for an answer already. Ask the team directly.`,
  );
}
