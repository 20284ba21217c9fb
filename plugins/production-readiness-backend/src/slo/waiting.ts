import {
  decisionsOn,
  SignerStanding,
  SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { Clock } from '../database';
import { Directory, DirectoryEntity, Visibility } from '../directory';
import { batchesOf } from '../directory/batches';
import { SloConfig } from './config';
import { caseOf, DerivedSlo, EntitySlos, readEntitySlos } from './EntitySlos';
import { toQuestionView } from './questions/toQuestionView';
import { findCandidates } from './waitingCandidates';
import { standingOfCaller } from './standingOfCaller';

/** An SLO that waits for somebody. */
export interface WaitingSlo {
  entity: DirectoryEntity;
  sloId: string;
  version: number;
  /** The sentence that is promised, and the target. */
  sliText: string;
  target: string;
  kind:
    | 'sign'
    | 'technical-review'
    | 'renew'
    | 'decide-dispute'
    | 'answer-question'
    | 'question-answered';
  /** The question that is waited for, if it is one. */
  questionId?: string;
  /** Since when; milliseconds since the epoch. */
  since: number;
  /** When the review of an agreement is due; null for a new one. */
  deadline: number | null;
  /** The User or Group that is waited for. */
  waitingFor: string;
}

/** Finds the SLOs that wait for a person. */
export interface SloWaitingReader {
  /** In a few statements for each 500 entities; only of visible ones. */
  read(q: Knex, caller: Caller, visibility: Visibility): Promise<WaitingSlo[]>;
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
      const found: Hit[] = [];
      for (const batch of batchesOf(ids, BATCH)) {
        const entities = await directory.findByIds(q, batch);
        // Where they stand takes no content, which is long.
        const all = await readEntitySlos(q, entities, {
          config,
          clock,
          withContent: false,
          people: [userRef],
          delegateRef: userRef,
        });
        for (const entity of entities) {
          const context = all.get(entity.id)!;
          const standing = standingOfCaller(caller, context, config);
          for (const slo of context.slos) {
            found.push(
              ...waitingOf(entity, context, slo, standing, caller, config),
            );
          }
        }
      }
      return withSentences(q, found);
    },
  };
}

/** What waits, before its sentence is read. */
type Hit = Omit<WaitingSlo, 'sliText'> & { recordId: string };

/** So many entities, or contents, are read with one statement. */
const BATCH = 500;

/** Reads the sentences of what waits, and of nothing else. */
async function withSentences(q: Knex, hits: Hit[]): Promise<WaitingSlo[]> {
  const sentences = new Map<string, string>();
  for (const batch of batchesOf(hits, BATCH)) {
    const rows: {
      slo_id: string | number;
      version: number;
      content: string;
    }[] = await q('slo_versions')
      .whereIn(
        ['slo_id', 'version'],
        batch.map(one => [one.recordId, one.version]),
      )
      .select('slo_id', 'version', 'content');
    for (const row of rows) {
      const { sliText } = JSON.parse(row.content) as SloMaterial;
      sentences.set(`${row.slo_id} ${row.version}`, sliText);
    }
  }
  return hits.map(({ recordId, ...one }) => ({
    ...one,
    sliText: sentences.get(`${recordId} ${one.version}`) ?? '',
  }));
}

function waitingOf(
  entity: DirectoryEntity,
  context: EntitySlos,
  slo: DerivedSlo,
  standing: SignerStanding,
  caller: Caller,
  config: SloConfig,
): Hit[] {
  const { inForce, proposal, reviewBy } = slo.standing;
  const group = [
    ...context.entity.ownerRefs,
    config.reviewerGroups[context.entity.tier],
  ].find(ref => ref !== undefined && caller.principals.includes(ref));
  const found: Hit[] = [];
  const add = (
    version: number,
    rest: Pick<
      WaitingSlo,
      'kind' | 'since' | 'deadline' | 'waitingFor' | 'questionId'
    >,
  ) => {
    const { id: recordId, publicId: sloId, versions } = slo.record;
    const target = versions.find(one => one.version === version)?.target ?? '';
    found.push({ entity, recordId, sloId, version, target, ...rest });
  };
  if (
    proposal !== null &&
    slo.standing.versions.get(proposal) === 'in_review'
  ) {
    const decisions = decisionsOn(standing, caseOf(context, slo), proposal);
    const unmet = slo.standing
      .requirements(proposal)
      .filter(one => !one.met)
      .map(one => one.kind);
    const record = slo.record.versions.find(one => one.version === proposal);
    const since = record?.requestedAt ?? context.now;
    if (decisions.includes('approve') && unmet.includes('approval')) {
      add(proposal, {
        kind: 'sign',
        since,
        deadline: null,
        waitingFor: standing.userRef,
      });
    }
    if (
      decisions.includes('technical-review') &&
      unmet.includes('technical-review')
    ) {
      add(proposal, {
        kind: 'technical-review',
        since,
        deadline: null,
        waitingFor: group ?? standing.userRef,
      });
    }
  }
  for (const question of slo.record.questions) {
    const view = toQuestionView(question, standing);
    if (!view.mayAnswer && !view.mayRead) continue;
    add(question.version, {
      kind: view.mayAnswer ? 'answer-question' : 'question-answered',
      since: view.answer?.at ?? view.askedAt,
      deadline: null,
      waitingFor: view.mayAnswer ? group ?? standing.userRef : standing.userRef,
      questionId: view.id,
    });
  }
  const [dispute] = slo.standing.disputes;
  if (
    inForce !== null &&
    dispute &&
    decisionsOn(standing, caseOf(context, slo), inForce).includes('uphold')
  ) {
    add(inForce, {
      kind: 'decide-dispute',
      since: dispute.signedAt,
      deadline: null,
      waitingFor: standing.userRef,
    });
  }
  if (
    inForce !== null &&
    decisionsOn(standing, caseOf(context, slo), inForce).includes('approve')
  ) {
    const signed = slo.record.signatures.filter(
      one => one.meaning === 'approve',
    );
    add(inForce, {
      kind: 'renew',
      since: signed[signed.length - 1]?.signedAt ?? context.now,
      deadline: reviewBy,
      waitingFor: standing.userRef,
    });
  }
  return found;
}
