import { useState } from 'react';
import {
  type EntitySlosView,
  readTarget,
  ReadinessResponseError,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { useEntitySloWrites, useSloWrites } from '../data/useSloWrites';
import { contentOf, OTHER_JOURNEY, type SloDraft } from './sloDraft';

/**
 * Saves a draft: the journey first when it is a new one, then the SLO, made
 * from the version that the writer saw.
 *
 * @internal
 */
export function useSaveSlo(props: {
  view: EntitySlosView;
  slo: SloView | undefined;
  onSaved: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { slo, view } = props;
  // The version that the writer began from, until told of a newer one.
  const [base, setBase] = useState(slo?.version ?? 0);
  const [last, setLast] = useState<{ draft: SloDraft; asked: boolean }>();
  const [journeyId, setJourneyId] = useState<string>();
  const [unchanged, setUnchanged] = useState(false);
  const { addSlo, addJourney } = useEntitySloWrites(view.entityRef);
  const { edit } = useSloWrites(slo?.id ?? '');

  const save = async (draft: SloDraft, asked: boolean, version = base) => {
    setUnchanged(false);
    setLast({ draft, asked });
    const read = readTarget(draft.target);
    if (!('target' in read)) return;
    const journey = await journeyFor(draft).catch(() => undefined);
    // Why the journey could not be saved is shown from its own error.
    if (journey === undefined) return;
    const body = {
      content: contentOf(draft, journey, read.target),
      requestSignatures: asked,
    };
    const done = () => {
      announce(t(asked ? 'slo.editor.savedAsked' : 'slo.editor.savedDraft'));
      setJourneyId(undefined);
      props.onSaved();
    };
    if (!slo) {
      addSlo.mutate(body, { onSuccess: done });
      return;
    }
    edit.mutate(
      { body, version },
      {
        onSuccess: after => {
          const isSame = after.slo.version === version;
          setBase(after.slo.version);
          setUnchanged(isSame);
          if (!isSame) done();
        },
      },
    );
  };

  /** A second try must not write the journey a second time. */
  const journeyFor = async (draft: SloDraft): Promise<string> => {
    if (draft.journeyId !== OTHER_JOURNEY) return draft.journeyId;
    if (journeyId) return journeyId;
    const added = await addJourney.mutateAsync(draft.newJourney);
    setJourneyId(added.id);
    return added.id;
  };

  return {
    save,
    unchanged,
    isPending: addSlo.isPending || edit.isPending || addJourney.isPending,
    error: addJourney.error ?? addSlo.error ?? edit.error,
    /** After a conflict: mine as the newer version. */
    keepMine: () => {
      const version = currentVersion(edit.error);
      if (!last || version === undefined) return;
      setBase(version);
      save(last.draft, last.asked, version);
    },
    /** After a conflict: go on from what the other one saved. */
    takeTheirs: () => {
      const version = currentVersion(edit.error);
      if (version !== undefined) setBase(version);
      edit.reset();
    },
  };
}

function currentVersion(error: unknown): number | undefined {
  if (!(error instanceof ReadinessResponseError)) return undefined;
  const current = error.details?.current as { version?: number } | undefined;
  return current?.version;
}
