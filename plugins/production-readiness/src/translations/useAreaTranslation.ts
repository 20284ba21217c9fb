import { useMemo } from 'react';
import {
  type TranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { type NestedMessages } from './flatten';
import { productionReadinessTranslationRef } from './ref';
import { type Translate } from './translate';
import { useWords, type Words } from './useWords';

/**
 * The words that every screen has together with those of one area, which are
 * told apart by the first folder of their key.
 *
 * @typeParam TMessages - the messages of both
 * @param ref - of the area's messages
 * @param own - the area's messages, by folder
 * @internal
 */
export function useAreaTranslation<TMessages>(
  ref: TranslationRef<string, Record<string, string>>,
  own: NestedMessages,
): Words<TMessages> {
  const { t: sayShared } = useTranslationRef(productionReadinessTranslationRef);
  const { t: sayOwn } = useTranslationRef(ref);
  const plain = useMemo(() => {
    const find = (key: string, ...values: unknown[]) => {
      const say = Object.hasOwn(own, key.split('.')[0]) ? sayOwn : sayShared;
      return (say as (...args: unknown[]) => unknown)(key, ...values);
    };
    return find as unknown as Translate<TMessages>;
  }, [own, sayOwn, sayShared]);
  return useWords(plain);
}
