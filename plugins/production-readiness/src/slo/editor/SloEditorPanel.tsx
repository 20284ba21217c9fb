import { useRef, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type EntitySlosView,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, SidePanel } from '../../layout';
import { useSloTranslation } from '../../translations';
import { EditConflict, isEditConflict } from './EditConflict';
import { LiveMeaning } from './LiveMeaning';
import { draftOf, newDraft } from './sloDraft';
import { StepBar } from './StepBar';
import { StepFields } from './Steps';
import { useSaveSlo } from './useSaveSlo';
import { useSloDraft } from './useSloDraft';
import { STEPS, type StepProblems, useStepProblems } from './useStepProblems';

/** In the URL in place of an SLO's id. @internal */
export const NEW_SLO = 'new';

/**
 * Writes or changes an SLO in five short steps, with what it means beside them.
 *
 * @internal
 */
export function SloEditorPanel(props: {
  view: EntitySlosView;
  /** An SLO's id, or {@link NEW_SLO}; closed while undefined. */
  editing: string | undefined;
  onClose: () => void;
}) {
  const last = useRef<string>();
  const { view } = props;
  if (props.editing !== undefined) last.current = props.editing;
  const drawn = last.current;
  const slo = view.slos.find(one => one.id === drawn);
  if (!view.mayEdit || (drawn !== NEW_SLO && !slo)) return null;
  return (
    <Editor
      key={drawn}
      view={view}
      slo={slo}
      open={props.editing !== undefined}
      onClose={props.onClose}
    />
  );
}

function Editor(props: {
  view: EntitySlosView;
  slo: SloView | undefined;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const { view, slo } = props;
  const newest = slo?.proposal ?? slo?.inForce;
  const { draft, restored, change, discard } = useSloDraft(
    slo ? slo.id : view.entityRef,
    newest ? draftOf(newest.material) : newDraft(view.journeys),
  );
  const [index, setIndex] = useState(0);
  const [reached, setReached] = useState(slo ? STEPS.length : 1);
  const [problems, setProblems] = useState<StepProblems>({});
  const findProblems = useStepProblems();
  const saving = useSaveSlo({
    view,
    slo,
    onSaved: () => {
      discard();
      setIndex(0);
      props.onClose();
    },
  });
  const step = STEPS[index];
  // What comes after the reason may be left as it is.
  const maySave = index >= STEPS.indexOf('why');
  const isLast = index === STEPS.length - 1;

  const goTo = (next: number) => {
    setProblems({});
    setIndex(next);
    setReached(Math.max(reached, next + 1));
  };
  const next = () => {
    const found = findProblems(step, draft);
    setProblems(found);
    if (Object.keys(found).length === 0) goTo(index + 1);
  };
  // Before a number was chosen there is none to explain.
  const showsMeaning = index > 0 && (slo || index >= STEPS.indexOf('target'));
  const save = (requestSignatures: boolean) => {
    for (const [place, one] of STEPS.entries()) {
      const found = findProblems(one, draft);
      if (Object.keys(found).length > 0) {
        setIndex(place);
        setProblems(found);
        return;
      }
    }
    saving.save(draft, requestSignatures);
  };

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      width={680}
      title={t(slo ? 'slo.editor.titleEdit' : 'slo.editor.titleNew')}
      subtitle={view.entityTitle}
      footer={
        <>
          {maySave && (
            <SaveButtons
              view={view}
              isPending={saving.isPending}
              onSave={save}
            />
          )}
          {!isLast && (
            <Button variant={maySave ? 'tertiary' : 'primary'} onPress={next}>
              {t(maySave ? 'sloEditor.more' : 'slo.editor.next')}
            </Button>
          )}
          {index > 0 && (
            <Button variant="tertiary" onPress={() => goTo(index - 1)}>
              {t('slo.editor.back')}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <StepBar
          current={step}
          reachable={reached}
          onOpen={one => goTo(STEPS.indexOf(one))}
        />
        {restored && (
          <Alert
            status="info"
            icon
            title={t('slo.editor.restored')}
            customActions={
              <Button size="small" variant="secondary" onPress={discard}>
                {t('slo.editor.discard')}
              </Button>
            }
          />
        )}
        {saving.unchanged && (
          <Alert status="info" icon title={t('slo.editor.unchanged')} />
        )}
        {saving.error && isEditConflict(saving.error) ? (
          <EditConflict
            error={saving.error}
            draft={draft}
            onKeepMine={saving.keepMine}
            onTakeTheirs={material => {
              discard();
              change(draftOf(material));
              saving.takeTheirs();
            }}
          />
        ) : (
          saving.error && <ErrorNotice error={saving.error} />
        )}
        <StepFields
          step={step}
          draft={draft}
          view={view}
          problems={problems}
          onChange={part => {
            change(part);
            setProblems({});
          }}
        />
      </Stack>
      {showsMeaning && <LiveMeaning draft={draft} now={view.asOf} />}
    </SidePanel>
  );
}

function SaveButtons(props: {
  view: EntitySlosView;
  isPending: boolean;
  onSave: (requestSignatures: boolean) => void;
}) {
  const { t } = useSloTranslation();
  const { view, isPending, onSave } = props;
  const needsNone = view.policy.approval === 'none';
  const somebody = view.owners.some(one => !one.vacant);
  return (
    <>
      {!needsNone && somebody && (
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() => onSave(true)}
        >
          {t('slo.editor.saveAndAsk')}
        </Button>
      )}
      <Button
        variant={needsNone || !somebody ? 'primary' : 'secondary'}
        isDisabled={isPending}
        onPress={() => onSave(false)}
      >
        {t(needsNone ? 'slo.editor.save' : 'slo.editor.saveDraft')}
      </Button>
    </>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
});
