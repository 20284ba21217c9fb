import { useRef, useState } from 'react';
import {
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  type Satisfaction,
  type SignatureMeaning,
  type SignedVersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey } from '../../api';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { type SignInput } from '../data/useSloWrites';

/** Where a document is read and signed. @internal */
export interface DecisionSource<Page, Version> {
  query: UseQueryResult<Page>;
  sign: UseMutationResult<
    Page,
    Error,
    { version: number; body: SignInput; key: string }
  >;
  versionOf: (page: Page, wanted: number | undefined) => Version | undefined;
  /** What became of an answer; in the words about an SLO when left out. */
  doneWords?: (meaning: SignatureMeaning) => string;
}

/**
 * What a reader has on the screen and says about it. What is shown stays as it
 * was read, whatever comes from the server meanwhile, until the reader asks for
 * the newest: a signature must not cover what nobody looked at.
 *
 * @param wanted - the version that was asked about; the newest when left out
 *
 * @internal
 */
export function useSignedDecision<Page, Version extends SignedVersionView>(
  source: DecisionSource<Page, Version>,
  wanted: number | undefined,
) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { query, sign } = source;
  const [read, setRead] = useState<Page>();
  const [said, setSaid] = useState<SignatureMeaning>();
  const keys = useRef(new Map<string, string>());
  const page = read ?? query.data;
  // Frozen with the first answer.
  if (!read && query.data) setRead(query.data);
  const version = page && source.versionOf(page, wanted);

  const say = (
    meaning: SignatureMeaning,
    reason?: string,
    satisfaction?: Satisfaction,
  ) => {
    if (!version || sign.isPending) return;
    const { contentDigest, shownDigest } = version;
    // The same answer sent again after a lost connection is the same action.
    const action = JSON.stringify([
      meaning,
      contentDigest,
      reason,
      satisfaction,
    ]);
    const key = keys.current.get(action) ?? newActionKey();
    keys.current.set(action, key);
    sign.mutate(
      {
        version: version.version,
        body: { meaning, contentDigest, shownDigest, reason, satisfaction },
        key,
      },
      {
        onSuccess: after => {
          keys.current.delete(action);
          setRead(after);
          setSaid(meaning);
          announce(
            source.doneWords?.(meaning) ?? t(`slo.decide.done.${meaning}`),
          );
        },
        onError: () => announce(t('slo.decide.conflictShown')),
      },
    );
  };

  const readNewest = async () => {
    const { data } = await query.refetch();
    sign.reset();
    setSaid(undefined);
    if (data) setRead(data);
  };

  return {
    page,
    /** As the server says now, for what is no part of the decision. */
    newest: query.data,
    version,
    replaced:
      version !== undefined &&
      wanted !== undefined &&
      version.version !== wanted &&
      said === undefined,
    loadError: page ? undefined : query.error,
    reload: query.refetch,
    pending: sign.isPending ? sign.variables?.body.meaning : undefined,
    error: sign.error,
    /** What was said and recorded. */
    said,
    say,
    readNewest,
  };
}
