import { useMemo } from 'react';
import {
  type TranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { type SharedMessages } from './flatMessages';
import { type NestedMessages } from './flatten';
import { productionReadinessTranslationRef } from './ref';
import { type Translate } from './translate';
import { useWords, type Words } from './useWords';

/**
 * The words that every screen has together with those of one area, which are
 * told apart by the first folder of their key.
 *
 * @param ref - of the area's messages
 * @param messages - the area's own, by folder
 * @internal
 */
export function useAreaTranslation<TMessages extends NestedMessages>(
  ref: TranslationRef<string, Record<string, string>>,
  messages: TMessages,
): Words<SharedMessages & TMessages> {
  const { t: shared } = useTranslationRef(productionReadinessTranslationRef);
  const { t: own } = useTranslationRef(ref);
  const plain = useMemo(() => {
    const find = (key: string, ...values: unknown[]) => {
      const t = Object.hasOwn(messages, key.split('.')[0]) ? own : shared;
      return (t as (...args: unknown[]) => unknown)(key, ...values);
    };
    return find as Translate<SharedMessages & TMessages>;
  }, [messages, own, shared]);
  return useWords(plain);
}
