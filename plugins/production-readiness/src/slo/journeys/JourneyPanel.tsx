import { useRef, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import {
  type JourneyInput,
  type JourneyView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { useEntitySloWrites } from '../data/useSloWrites';
import { EMPTY_JOURNEY } from './emptyJourney';
import {
  JourneyFields,
  type JourneyProblems,
  useJourneyProblems,
} from './JourneyFields';

/** In the URL in place of a journey's id. @internal */
export const NEW_JOURNEY = 'new';

/**
 * Writes or changes a journey.
 *
 * @internal
 */
export function JourneyPanel(props: {
  entityRef: string;
  journeys: JourneyView[];
  /** A journey's id, or {@link NEW_JOURNEY}; closed while undefined. */
  editing: string | undefined;
  /** Whether numbers are about it, which then have to be agreed on again. */
  isUsed: (journeyId: string) => boolean;
  onClose: () => void;
}) {
  const last = useRef<string>();
  if (props.editing !== undefined) last.current = props.editing;
  const drawn = last.current;
  const journey = props.journeys.find(one => one.id === drawn);
  if (drawn === undefined || (drawn !== NEW_JOURNEY && !journey)) return null;
  return (
    <Editor
      key={drawn}
      entityRef={props.entityRef}
      journey={journey}
      isUsed={journey !== undefined && props.isUsed(journey.id)}
      open={props.editing !== undefined}
      onClose={props.onClose}
    />
  );
}

function Editor(props: {
  entityRef: string;
  journey: JourneyView | undefined;
  isUsed: boolean;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { journey } = props;
  const [draft, setDraft] = useState<JourneyInput>(() =>
    journey ? inputOf(journey) : EMPTY_JOURNEY,
  );
  const [problems, setProblems] = useState<JourneyProblems>({});
  const findProblems = useJourneyProblems();
  const { addJourney, editJourney } = useEntitySloWrites(props.entityRef);
  const error = addJourney.error ?? editJourney.error;

  const save = () => {
    const found = findProblems(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const onSuccess = () => {
      announce(t('slo.journeys.saved'));
      props.onClose();
    };
    if (journey) {
      editJourney.mutate(
        { journeyId: journey.id, body: draft, version: journey.version },
        { onSuccess },
      );
    } else {
      addJourney.mutate(draft, { onSuccess });
    }
  };

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={t(
        journey ? 'slo.journeys.panelTitle' : 'slo.journeys.panelTitleNew',
      )}
      footer={
        <Button
          variant="primary"
          isPending={addJourney.isPending || editJourney.isPending}
          onPress={save}
        >
          {t('slo.editor.save')}
        </Button>
      }
    >
      {error && <ErrorNotice error={error} />}
      {props.isUsed && (
        <Alert
          status="info"
          icon
          title={t('slo.journeys.editNote')}
          style={{ marginBottom: 'var(--bui-space-4)' }}
        />
      )}
      <JourneyFields
        journey={draft}
        problems={problems}
        onChange={next => {
          setDraft(next);
          setProblems({});
        }}
      />
    </SidePanel>
  );
}

function inputOf({ id, version, ...input }: JourneyView): JourneyInput {
  return input;
}
