import { useCallback, useRef } from 'react';
import {
  useMutation,
  type MutateOptions,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';

/**
 * A mutation that isn't sent twice while it is under way. A button shows that
 * it works only after the next drawing, and a double click comes before that:
 * the second of two equal writes would meet the first one's change, and be
 * told that somebody else had been quicker. Another write goes through.
 *
 * @param options - as for `useMutation`
 * @internal
 */
export function useWrite<TData, TError = Error, TVariables = void>(
  options: UseMutationOptions<TData, TError, TVariables>,
): UseMutationResult<TData, TError, TVariables> {
  const underWay = useRef(new Map<string, Promise<TData>>());
  const mutation = useMutation(options);
  const { mutateAsync: send } = mutation;

  const mutateAsync = useCallback(
    (
      variables: TVariables,
      callbacks?: MutateOptions<TData, TError, TVariables>,
    ): Promise<TData> => {
      const key = JSON.stringify(variables) ?? '';
      const same = underWay.current.get(key);
      if (same) return same;
      const sent = send(variables, callbacks).finally(() =>
        underWay.current.delete(key),
      );
      underWay.current.set(key, sent);
      return sent;
    },
    [send],
  );
  const mutate = useCallback(
    (
      variables: TVariables,
      callbacks?: MutateOptions<TData, TError, TVariables>,
    ) => {
      // What went wrong is told by `error` and `onError`.
      mutateAsync(variables, callbacks).catch(() => {});
    },
    [mutateAsync],
  );
  return { ...mutation, mutate, mutateAsync } as UseMutationResult<
    TData,
    TError,
    TVariables
  >;
}
