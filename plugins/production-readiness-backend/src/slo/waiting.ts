import { SloMaterial } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { Clock } from '../database';
import { Directory, DirectoryEntity, Visibility } from '../directory';
import { batchesOf } from '../directory/batches';
import { SloConfig } from './config';
import { DerivedSlo, EntitySlos, readEntitySlos } from './EntitySlos';
import { toQuestionView } from './questions/toQuestionView';
import { policyDocument, sloDocument } from './signing/SignedDocument';
import { WaitingDecision, waitingDecisions } from './signing/waitingDecisions';
import { CallerStanding, standingOfCaller } from './standingOfCaller';
import { findCandidates } from './waitingCandidates';

/** An SLO that waits for somebody. */
export interface WaitingSlo extends Omit<WaitingDecision, 'kind'> {
  entity: DirectoryEntity;
  sloId: string;
  /** The sentence that is promised, and the target. */
  sliText: string;
  target: string;
  kind: WaitingDecision['kind'] | 'answer-question' | 'question-answered';
  /** The question that is waited for, if it is one. */
  questionId?: string;
}

/** An error-budget policy that waits for somebody. */
export interface WaitingPolicy extends WaitingDecision {
  entity: DirectoryEntity;
  policyId: string;
  title: string;
}

/** Finds the SLOs and error-budget policies that wait for a person. */
export interface SloWaitingReader {
  /** In a few statements for each 500 entities; only of visible ones. */
  read(
    q: Knex,
    caller: Caller,
    visibility: Visibility,
  ): Promise<(WaitingSlo | WaitingPolicy)[]>;
}

/** Reads what waits from versions and signatures; nothing of it is stored. */
export function createSloWaitingReader(options: {
  clock: Clock;
  directory: Directory;
  config: SloConfig;
}): SloWaitingReader {
  const { clock, directory, config } = options;
  return {
    async read(q, caller, visibility) {
      const { userRef } = caller;
      if (caller.kind !== 'user' || !userRef) return [];
      const ids = await findCandidates(q, {
        caller,
        visibility,
        config,
        now: await clock.now(q),
      });
      const slos: Hit<WaitingSlo>[] = [];
      const policies: Hit<WaitingPolicy>[] = [];
      for (const batch of batchesOf(ids, BATCH)) {
        const entities = await directory.findByIds(q, batch);
        // Where they stand takes no content, which is long.
        const all = await readEntitySlos(q, entities, {
          config,
          clock,
          withContent: false,
          withPolicies: true,
          people: [userRef],
          delegateRef: userRef,
        });
        for (const entity of entities) {
          const context = all.get(entity.id)!;
          const standing = standingOfCaller(caller, context, config);
          const waitedFor = {
            standing,
            group: groupOf(context, caller, config),
          };
          for (const slo of context.slos) {
            slos.push(...waitingOf(entity, context, slo, waitedFor));
          }
          for (const policy of context.policies) {
            // What belongs to a System is decided on there.
            if (policy.place !== 'entity') continue;
            const { id: recordId, publicId: policyId } = policy.record;
            policies.push(
              ...waitingDecisions(
                policyDocument(context, policy),
                waitedFor,
                context.now,
              ).map(one => ({ entity, recordId, policyId, ...one })),
            );
          }
        }
      }
      return [
        ...(await withContents(q, slos, 'slo')).map(([one, content]) => ({
          ...one,
          sliText: (content as SloMaterial | undefined)?.sliText ?? '',
        })),
        ...(await withContents(q, policies, 'policy')).map(
          ([one, content]) => ({
            ...one,
            title: (content as { title?: string } | undefined)?.title ?? '',
          }),
        ),
      ];
    },
  };
}

/** What waits, before its words are read. */
type Hit<T> = Omit<T, 'sliText' | 'title'> & {
  recordId: string;
  version: number;
};

/** So many entities, or contents, are read with one statement. */
const BATCH = 500;

const VERSIONS = {
  slo: { table: 'slo_versions', key: 'slo_id' },
  policy: { table: 'error_budget_policy_versions', key: 'policy_id' },
} as const;

/** Reads the contents of what waits, and of nothing else. */
async function withContents<T extends { recordId: string; version: number }>(
  q: Knex,
  hits: T[],
  kind: keyof typeof VERSIONS,
): Promise<[Omit<T, 'recordId'>, unknown][]> {
  const { table, key } = VERSIONS[kind];
  const contents = new Map<string, unknown>();
  for (const batch of batchesOf(hits, BATCH)) {
    const rows: { id: string | number; version: number; content: string }[] =
      await q(table)
        .whereIn(
          [key, 'version'],
          batch.map(one => [one.recordId, one.version]),
        )
        .select({ id: key }, 'version', 'content');
    for (const row of rows) {
      contents.set(`${row.id} ${row.version}`, JSON.parse(row.content));
    }
  }
  return hits.map(hit => {
    const { recordId, ...one } = hit;
    return [one, contents.get(`${recordId} ${hit.version}`)];
  });
}

/** The Group of the caller that a technical review is waited for from. */
function groupOf(
  { entity }: EntitySlos,
  caller: Caller,
  config: SloConfig,
): string | undefined {
  return [...entity.ownerRefs, config.reviewerGroups[entity.tier]].find(
    ref => ref !== undefined && caller.principals.includes(ref),
  );
}

function waitingOf(
  entity: DirectoryEntity,
  context: EntitySlos,
  slo: DerivedSlo,
  waitedFor: { standing: CallerStanding; group: string | undefined },
): Hit<WaitingSlo>[] {
  const { id: recordId, publicId: sloId, versions } = slo.record;
  const { standing, group } = waitedFor;
  const targetOf = (version: number) =>
    versions.find(one => one.version === version)?.target ?? '';
  const decisions = waitingDecisions(
    sloDocument(context, slo),
    waitedFor,
    context.now,
  ).map(one => ({ ...one, target: targetOf(one.version) }));
  const questions = slo.record.questions.flatMap(question => {
    const view = toQuestionView(question, standing);
    if (!view.mayAnswer && !view.mayRead) return [];
    return [
      {
        version: question.version,
        target: targetOf(question.version),
        kind: view.mayAnswer
          ? ('answer-question' as const)
          : ('question-answered' as const),
        since: view.answer?.at ?? view.askedAt,
        deadline: null,
        waitingFor: view.mayAnswer
          ? group ?? standing.userRef
          : standing.userRef,
        questionId: view.id,
      },
    ];
  });
  return [...decisions, ...questions].map(one => ({
    entity,
    recordId,
    sloId,
    ...one,
  }));
}
