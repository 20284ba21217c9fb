import { useRef, useState } from 'react';
import {
  type Satisfaction,
  type SignatureMeaning,
  type SloPageView,
  type SloView,
  type VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey } from '../../api';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useSlo } from '../data/useSlos';
import { useSloWrites } from '../data/useSloWrites';

/**
 * What a reader has on the screen and says about it. What is shown stays as it
 * was read, whatever comes from the server meanwhile, until the reader asks for
 * the newest: a signature must not cover what nobody looked at.
 *
 * @internal
 */
export function useDecision(sloId: string, wanted: number | undefined) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const query = useSlo(sloId);
  const { sign } = useSloWrites(sloId);
  const [read, setRead] = useState<SloPageView>();
  const [said, setSaid] = useState<SignatureMeaning>();
  const keys = useRef(new Map<string, string>());
  const page = read ?? query.data;
  // Frozen with the first answer.
  if (!read && query.data) setRead(query.data);
  const version = page && versionToShow(page.slo, wanted);

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
          announce(t(`slo.decide.done.${meaning}`));
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

/** The version that was asked for while it can be decided on; else the newest. */
function versionToShow(
  slo: SloView,
  wanted: number | undefined,
): VersionView | undefined {
  const candidates = [slo.proposal, slo.inForce, slo.retired].filter(
    (one): one is VersionView => one !== null,
  );
  // A dispute is decided on what is in force, whatever is proposed beside it.
  const disputed = slo.inForce?.decisions.includes('uphold')
    ? slo.inForce
    : undefined;
  return (
    candidates.find(one => one.version === wanted) ?? disputed ?? candidates[0]
  );
}
