import { setTimeout as pause } from 'node:timers/promises';
import { ReadinessCheckProvider } from '@prodready/backstage-plugin-production-readiness-node';
import { z } from 'zod';

/** How long a provider is waited for, and how often it is asked. */
export interface Patience {
  /** Milliseconds for one try. */
  timeout: number;
  tries: number;
  /** Milliseconds before the second try; twice as long before each further. */
  backOff: number;
}

/** @see Patience */
export const PATIENCE: Patience = { timeout: 10_000, tries: 3, backOff: 500 };

const value = z.union([
  z.boolean(),
  z.string().max(2000),
  z.number().refine(Number.isFinite),
]);
const answer = z.record(z.string(), z.record(z.string(), value));

/**
 * Asks a provider, within its time and again when that fails.
 *
 * @param stop - ends it at once; whatever is thrown then says nothing about the
 *   provider
 * @throws Error that says for a person what the last try came to
 */
export async function readWithPatience(
  provider: ReadinessCheckProvider,
  entityRefs: readonly string[],
  checkIds: readonly string[],
  patience: Patience = PATIENCE,
  stop?: AbortSignal,
): Promise<z.output<typeof answer>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(provider, entityRefs, checkIds, patience.timeout, stop);
    } catch (error) {
      if (attempt >= patience.tries || stop?.aborted) throw error;
      // Not all replicas at the same moment.
      const wait = patience.backOff * 2 ** (attempt - 1);
      await pause(wait * (0.75 + Math.random() / 2), undefined, {
        signal: stop,
      });
    }
  }
}

async function once(
  provider: ReadinessCheckProvider,
  entityRefs: readonly string[],
  checkIds: readonly string[],
  timeout: number,
  stop?: AbortSignal,
) {
  const ending = new AbortController();
  const signal = stop ? AbortSignal.any([stop, ending.signal]) : ending.signal;
  const over = pause(timeout, undefined, { signal, ref: false });
  try {
    const asked = provider.readChecks(entityRefs, { checkIds, signal });
    // One that ignores its signal is no longer listened to.
    asked.catch(() => {});
    const said: unknown = await Promise.race([
      asked,
      over.then(() => {
        throw new Error(`no answer within ${timeout / 1000} s`);
      }),
    ]);
    const read = answer.safeParse(said);
    if (!read.success) {
      throw new Error(
        'the answer is not a record of values by entity and check',
      );
    }
    return read.data;
  } finally {
    ending.abort();
    over.catch(() => {});
  }
}
