import { createHmac, randomBytes } from 'node:crypto';
import { Knex } from 'knex';

/** One in so many answers that need no second person is looked at anyway. */
export const SAMPLED_ONE_IN = 10;

const KEY_NAME = 'sampling';

/** What tells one reconfirmation from every other. */
export interface SampledAnswer {
  entityId: string;
  checklistId: string;
  itemId: string;
  /** When the answer that is reconfirmed was accepted; 0: there is none. */
  acceptedAt: number;
}

/**
 * Whether an answer is one of those that somebody looks at all the same. It
 * does not depend on the version, so taking the answer back and giving it
 * again draws no second lot.
 */
export async function isSampled(
  tx: Knex.Transaction,
  answer: SampledAnswer,
  at: number,
): Promise<boolean> {
  const digest = createHmac('sha256', await samplingKey(tx, at))
    .update(
      JSON.stringify([
        answer.entityId,
        answer.checklistId,
        answer.itemId,
        answer.acceptedAt,
      ]),
    )
    .digest();
  return digest.readUInt32BE(0) % SAMPLED_ONE_IN === 0;
}

/** The key, made when there is none yet; replicas agree on the first one. */
async function samplingKey(tx: Knex.Transaction, at: number): Promise<string> {
  const [row] = await tx('secret_keys')
    .insert({
      name: KEY_NAME,
      secret: randomBytes(32).toString('hex'),
      created_at: at,
    })
    .onConflict('name')
    .merge({ name: KEY_NAME })
    .returning('secret');
  return row.secret;
}
