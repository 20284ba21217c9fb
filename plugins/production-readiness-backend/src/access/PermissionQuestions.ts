import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import { batchesOf } from '../directory/batches';
import { Caller } from './Caller';

/** The permission backend takes 100 KB, and a long reference has 200 bytes. */
const QUESTIONS_PER_CALL = 200;

/** Whether somebody has a permission, about an entity where it is about one. */
export interface PermissionQuestion {
  permission: Permission;
  entityRef?: string;
}

interface Waiting {
  questions: PermissionQuestion[];
  answers: Promise<boolean[]>;
}

/**
 * Asks the permission framework, over HTTP. Nothing is remembered here: each
 * question is sent after it came up.
 */
export class PermissionQuestions {
  /** The last call of each person that has not been answered. */
  private readonly sent = new Map<string, Promise<unknown>>();
  /** What goes out with the next call of each person. */
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly permissions: PermissionsService) {}

  /** The answers in the order of the questions. */
  async ask(
    { credentials }: Caller,
    questions: readonly PermissionQuestion[],
  ): Promise<boolean[]> {
    const allowed: boolean[] = [];
    for (const batch of batchesOf(questions, QUESTIONS_PER_CALL)) {
      const decisions = await this.permissions.authorize(
        batch.map(
          ({ permission, entityRef: resourceRef }) =>
            ({ permission, resourceRef } as AuthorizePermissionRequest),
        ),
        { credentials },
      );
      allowed.push(
        ...decisions.map(({ result }) => result === AuthorizeResult.ALLOW),
      );
    }
    return allowed;
  }

  /**
   * The same for one of many questions of one person. What comes up at the same
   * moment, or while an answer is on its way, goes out in one call: somebody
   * who does many things at once does not ask as often.
   *
   * @param person - whose credentials the callers of one call share
   */
  async askTogether(
    person: string,
    caller: Caller,
    question: PermissionQuestion,
  ): Promise<boolean> {
    const next = this.waiting.get(person) ?? this.prepare(person, caller);
    const index = next.questions.push(question) - 1;
    return (await next.answers)[index];
  }

  private prepare(person: string, caller: Caller): Waiting {
    const questions: PermissionQuestion[] = [];
    const answers = Promise.resolve(this.sent.get(person)).then(() => {
      this.waiting.delete(person);
      const answered = this.ask(caller, questions);
      const over = answered.then(
        () => undefined,
        () => undefined,
      );
      this.sent.set(person, over);
      void over.then(() => {
        if (this.sent.get(person) === over) this.sent.delete(person);
      });
      return answered;
    });
    const next = { questions, answers };
    this.waiting.set(person, next);
    return next;
  }
}
