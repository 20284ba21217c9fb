/**
 * Passes the items on until the signal says stop, also while the next one is
 * still on its way: nobody waits for an answer that is no longer needed.
 */
export async function* untilAborted<T>(
  items: AsyncIterable<T>,
  signal?: AbortSignal,
): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]();
  let stop = () => {};
  const aborted = new Promise<IteratorReturnResult<undefined>>(resolve => {
    stop = () => resolve({ done: true, value: undefined });
  });
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    // A page that is still on its way is not waited for.
    void iterator.return?.()?.catch(() => {});
  }
}
