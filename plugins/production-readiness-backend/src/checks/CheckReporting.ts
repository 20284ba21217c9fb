import {
  checklistReportPermission,
  checksAskedBy,
  checkPathsOf,
  CheckValue,
  DAY,
  Evidence,
  ItemState,
  PUSHED_CHECKS,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller } from '../access';
import type { LoadedChecklist } from '../checklist/document';
import { EntityName, ReadinessReading } from '../checklist/ReadinessReading';
import { Clock, ReadinessDatabase } from '../database';
import { Evaluation } from '../evaluation/Evaluation';
import { lockEntities } from '../evaluation/lockEntities';
import { entityChain, Journal } from '../journal';
import { storeAnswers } from './CheckResultStore';

/** What a service found. */
export interface CheckReport {
  value: CheckValue;
  evidence?: Evidence;
  /** Days that it counts. */
  validDays: number;
}

/** What became of a report. */
export interface ReportedCheck {
  checkId: string;
  reportedAt: number;
  validUntil: number;
  items: { itemId: string; state: ItemState }[];
}

/** Takes what other systems report of entities. */
export class CheckReporting {
  constructor(
    private readonly deps: {
      access: Access;
      clock: Clock;
      database: ReadinessDatabase;
      evaluation: Evaluation;
      journal: Journal;
      reading: ReadinessReading;
    },
  ) {}

  /**
   * Stores a fact and judges the entity by it, in one transaction.
   *
   * @throws ReadinessError 403 SERVICE_REQUIRED, 404 ENTITY_NOT_FOUND or
   *   CHECK_NOT_ASKED
   */
  async report(
    caller: Caller,
    name: EntityName,
    checkId: string,
    { value, evidence, validDays }: CheckReport,
  ): Promise<ReportedCheck> {
    const { access, clock, database, evaluation, journal, reading } = this.deps;
    const by = caller.serviceName;
    if (caller.kind !== 'service' || by === undefined) {
      throw ReadinessError.notAllowed(
        'SERVICE_REQUIRED',
        'Only services report facts, with a token of their own. As a person, answer the item with evidence.',
      );
    }
    const subject = await reading.find(caller, name);
    const { entity } = subject;
    await access.authorize(caller, checklistReportPermission, entity.ref);
    const checklist = reading.evaluated(subject)?.checklist;
    if (!checklist || itemsAsking(checklist, checkId).length === 0) {
      throw notAsked(checkId, entity.ref, checklist);
    }
    const { reportedAt, validUntil } = await database.transaction(async tx => {
      await lockEntities(tx, [entity.id]);
      const at = await clock.now(tx);
      const until = at + validDays * DAY;
      await storeAnswers(
        tx,
        [
          {
            entityId: entity.id,
            providerId: PUSHED_CHECKS,
            checkId,
            value,
            report: { by, evidence, validUntil: until },
          },
        ],
        at,
      );
      await evaluation.reevaluate(tx, [entity.id], at);
      await journal.append(tx, {
        chain: entityChain(entity.id),
        actor: by,
        action: 'check.reported',
        subject: {
          checkId,
          value,
          validUntil: until,
          ...(evidence && { evidence: { ...evidence } }),
        },
        at,
      });
      return { reportedAt: at, validUntil: until };
    });
    const after = await reading.find(caller, name);
    const judged = await reading.judge(database.knex, after);
    const asking = new Set(itemsAsking(checklist, checkId));
    return {
      checkId,
      reportedAt,
      validUntil,
      items: (judged?.items ?? []).flatMap(({ item, standing }) =>
        asking.has(item.id) ? [{ itemId: item.id, state: standing.state }] : [],
      ),
    };
  }
}

/** The items whose check or applicability reads a reported fact. */
function itemsAsking({ document }: LoadedChecklist, checkId: string): string[] {
  return document.items
    .filter(({ check, appliesTo }) =>
      [...checkPathsOf(check), ...checkPathsOf(appliesTo)].some(
        path => path.providerId === PUSHED_CHECKS && path.checkId === checkId,
      ),
    )
    .map(({ id }) => id);
}

function notAsked(
  checkId: string,
  entityRef: string,
  checklist: LoadedChecklist | undefined,
): ReadinessError {
  const known = checklist
    ? checksAskedBy(checklist.document).filter(
        path => path.providerId === PUSHED_CHECKS,
      )
    : [];
  const hint =
    known.length > 0
      ? `It asks for ${known.map(path => path.checkId).join(', ')}.`
      : `Add an item to it whose check reads checks.${PUSHED_CHECKS}.${checkId}.`;
  return ReadinessError.notFound(
    'CHECK_NOT_ASKED',
    `No item of the checklist of ${entityRef} asks for ${checkId}. ${hint}`,
    { field: 'path.checkId' },
  );
}
