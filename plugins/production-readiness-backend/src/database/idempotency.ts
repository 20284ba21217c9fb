import { createHash, createHmac } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What makes two tries the same action. */
export interface IdempotentAction {
  /** The `Idempotency-Key` header; without it the work just runs. */
  key?: string;
  operationId: string;
  /** Who acts. Goes into an HMAC under the key and is not stored. */
  actor: string;
  /** The path parameters and the body, to notice a key used twice. */
  request: unknown;
  at: number;
}

/**
 * Runs the work once for each key: a replay within a day gives the first
 * answer and writes nothing.
 *
 * The key is random and is not stored. It is the secret of an HMAC over the
 * operation and the actor, so that the table tells nothing about who did what.
 *
 * @throws ReadinessError 409 when the key comes with another request
 */
export async function runOnce<T extends JsonObject>(
  tx: Knex.Transaction,
  action: IdempotentAction,
  work: () => Promise<T>,
): Promise<T> {
  if (!action.key) return work();
  const keyHash = createHmac('sha256', action.key)
    .update(JSON.stringify([action.operationId, action.actor]))
    .digest('hex');
  const requestHash = createHash('sha256')
    .update(JSON.stringify(action.request))
    .digest('hex');

  await tx('idempotency_keys')
    .where('created_at', '<', action.at - KEPT_MILLISECONDS)
    .delete();
  // The row is claimed before the work: a second try that runs at the same
  // time waits here for the first one to commit, and then reads its answer.
  const claimed = await tx('idempotency_keys')
    .insert({
      key_hash: keyHash,
      request_hash: requestHash,
      response: '',
      created_at: action.at,
    })
    .onConflict('key_hash')
    .ignore()
    .returning('key_hash');
  if (claimed.length === 0) {
    const first = await tx('idempotency_keys')
      .where({ key_hash: keyHash })
      .first();
    if (first.request_hash !== requestHash) {
      throw ReadinessError.conflict(
        'IDEMPOTENCY_KEY_REUSED',
        'This Idempotency-Key was already used for another request. Send a new key for a new action.',
        { field: 'header.Idempotency-Key' },
      );
    }
    return JSON.parse(first.response);
  }
  const answer = await work();
  await tx('idempotency_keys')
    .where({ key_hash: keyHash })
    .update({ response: JSON.stringify(answer) });
  return answer;
}
