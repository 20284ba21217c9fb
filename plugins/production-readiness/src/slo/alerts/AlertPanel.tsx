import { useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import {
  type AlertInput,
  type AlertRuleView,
  type AlertView,
  type EntitySlosView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { useAlertWrites } from '../data/useAlertWrites';
import {
  AlertFields,
  type AlertProblems,
  useAlertProblems,
} from './AlertFields';
import { AlertSummary } from './AlertSummary';

/**
 * In the URL in place of an alert's id; an SLO's id may follow, and the name of
 * a rule that monitoring runs for it.
 *
 * @internal
 */
export const NEW_ALERT = 'new';

/**
 * Shows an alert with what others think of it, and writes or changes it.
 *
 * @internal
 */
export function AlertPanel(props: {
  view: EntitySlosView;
  /** An alert's id, or {@link NEW_ALERT}; closed while undefined. */
  value: string | undefined;
  onClose: () => void;
}) {
  const last = useRef<string>();
  if (props.value !== undefined) last.current = props.value;
  const drawn = last.current;
  const alert = props.view.alerts.find(one => one.id === drawn);
  const isNew = drawn?.startsWith(NEW_ALERT) && props.view.mayEdit;
  if (drawn === undefined || (!isNew && !alert)) return null;
  const [, sloId, ...rule] = drawn.split(' ');
  return (
    <Panel
      key={drawn}
      view={props.view}
      alert={alert}
      sloId={sloId ?? null}
      rule={props.view.rules.find(
        one => one.sloId === sloId && one.name === rule.join(' '),
      )}
      open={props.value !== undefined}
      onClose={props.onClose}
    />
  );
}

function Panel(props: {
  view: EntitySlosView;
  alert: AlertView | undefined;
  /** What a new one protects. */
  sloId: string | null;
  /** What a new one writes down. */
  rule: AlertRuleView | undefined;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { view, alert } = props;
  const [draft, setDraft] = useState<AlertInput>(() =>
    alert ? inputOf(alert) : newAlert(view, props.sloId, props.rule),
  );
  const [writing, setWriting] = useState(!alert);
  const [problems, setProblems] = useState<AlertProblems>({});
  const findProblems = useAlertProblems();
  const { add, edit } = useAlertWrites(view.entityRef);
  const error = add.error ?? edit.error;

  const save = () => {
    const found = findProblems(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const onSuccess = () => {
      announce(t('sloChain.saved'));
      props.onClose();
    };
    if (alert) {
      edit.mutate(
        { alertId: alert.id, body: draft, version: alert.version },
        { onSuccess },
      );
    } else {
      add.mutate(draft, { onSuccess });
    }
  };

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={alert?.name ?? t('sloChain.addAlert')}
      subtitle={view.entityTitle}
      footer={
        writing ? (
          <>
            <Button
              variant="primary"
              isPending={add.isPending || edit.isPending}
              onPress={save}
            >
              {t('slo.editor.save')}
            </Button>
            {alert && (
              <Button variant="tertiary" onPress={() => setWriting(false)}>
                {t('slo.editor.back')}
              </Button>
            )}
          </>
        ) : (
          view.mayEdit && (
            <Button variant="secondary" onPress={() => setWriting(true)}>
              {t('slo.action.edit')}
            </Button>
          )
        )
      }
    >
      {error && <ErrorNotice error={error} />}
      {writing || !alert ? (
        <AlertFields
          alert={draft}
          view={view}
          problems={problems}
          onChange={next => {
            setDraft(next);
            setProblems({});
          }}
        />
      ) : (
        <AlertSummary alert={alert} view={view} onDone={props.onClose} />
      )}
    </SidePanel>
  );
}

function inputOf(alert: AlertView): AlertInput {
  const { name, sloId, severity, response, runbookUrl } = alert;
  return { name, sloId, severity, response, runbookUrl };
}

function newAlert(
  view: EntitySlosView,
  sloId: string | null,
  rule: AlertRuleView | undefined,
): AlertInput {
  const only = view.slos.length === 1 ? view.slos[0].id : null;
  return {
    name: rule?.name ?? '',
    sloId: sloId ?? only,
    severity: view.severities[0],
    response: rule?.response ?? 'page',
    runbookUrl: rule?.runbookUrl ?? null,
  };
}
