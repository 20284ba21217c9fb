import { useEffect, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type BudgetPolicyPageView,
  type BudgetPolicyVersionView,
  type SignatureMeaning,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { ChangeList } from '../changes/ChangeList';
import { ChangedNotice, isChangedMeanwhile } from '../decision/ChangedNotice';
import { DecisionBar } from '../decision/DecisionBar';
import { PanelSubtitle, renews } from '../decision/PanelSubtitle';
import { Part } from '../decision/Part';
import { type ReasonedMeaning, ReasonForm } from '../decision/ReasonForm';
import { Requirements } from '../decision/Requirements';
import { useOpening } from '../decision/useOpening';
import { useSignedDecision } from '../decision/useSignedDecision';
import { versionToShow } from '../decision/versionToShow';
import { OpenDisputes } from '../overview/OpenDisputes';
import { SloHistory } from '../overview/SloHistory';
import { useRequirementWords } from '../words/useRequirementWords';
import { PolicyText } from './PolicyText';
import { usePolicy, usePolicyWrites } from './usePolicies';

/**
 * Where somebody reads an error-budget policy and decides on it. The same on
 * the entity's page and in the inbox.
 *
 * @internal
 */
export function PolicyPanel(props: {
  /** Which policy; closed while undefined. */
  policyId: string | undefined;
  /** Which version was asked about; the newest when left out. */
  version?: number;
  /** Opens the editor; left out where there is none. */
  onEdit?: (policyId: string) => void;
  onClose: () => void;
}) {
  const { policyId, version } = props;
  const shown = useOpening(
    policyId === undefined ? undefined : { policyId, version },
  );
  if (!shown) return null;
  const { drawn, opening } = shown;
  return (
    <Decision
      key={`${opening} ${drawn.policyId} ${drawn.version}`}
      policyId={drawn.policyId}
      wanted={drawn.version}
      open={policyId !== undefined}
      onEdit={props.onEdit}
      onClose={props.onClose}
    />
  );
}

function Decision(props: {
  policyId: string;
  wanted: number | undefined;
  open: boolean;
  onEdit?: (policyId: string) => void;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const query = usePolicy(props.open ? props.policyId : undefined);
  const { sign } = usePolicyWrites(props.policyId);
  const decision = useSignedDecision<
    BudgetPolicyPageView,
    BudgetPolicyVersionView
  >(
    {
      query,
      sign,
      versionOf: (page, one) => versionToShow(page.policy, one),
      doneWords: meaning => doneWords(t, meaning),
    },
    props.wanted,
  );
  const { page, version, said, error } = decision;
  const [reasoned, setReasoned] = useState<ReasonedMeaning>();
  const [reason, setReason] = useState('');
  // What was said is over; the policy is shown again.
  useEffect(() => {
    if (said) {
      setReasoned(undefined);
      setReason('');
    }
  }, [said]);

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      width={680}
      title={titleOf()}
      subtitle={
        page &&
        version && (
          <PanelSubtitle
            title={page.policy.entityTitle}
            document={page.policy}
            version={version}
            now={page.asOf}
          />
        )
      }
      footer={footer()}
    >
      {decision.loadError && (
        <ErrorNotice
          error={decision.loadError}
          title={t('sloPolicy.loadError')}
          onRetry={() => decision.reload()}
        />
      )}
      {!page && !decision.loadError && <LoadingState rows={3} rowHeight={72} />}
      {page && version && (
        <Stack>
          {isChangedMeanwhile(error) ? (
            <ChangedNotice error={error} onRead={decision.readNewest} />
          ) : (
            error && <ErrorNotice error={error} />
          )}
          {said && <Done version={version} said={said} />}
          {decision.replaced && (
            <Alert status="info" icon title={t('slo.decide.replaced')} />
          )}
          {!reasoned && <OpenDisputes slo={page.policy} version={version} />}
          {reasoned ? (
            <ReasonForm
              meaning={reasoned}
              text={reason}
              onText={setReason}
              isPending={decision.pending !== undefined}
              onSend={() => decision.say(reasoned, reason.trim())}
              onBack={() => setReasoned(undefined)}
            />
          ) : (
            <Reading
              page={page}
              version={version}
              onEdit={props.onEdit}
              onAsked={decision.readNewest}
            />
          )}
        </Stack>
      )}
    </SidePanel>
  );

  function titleOf() {
    if (version?.decisions.includes('uphold')) {
      return t('sloPolicy.disputeTitle');
    }
    if (renews(version)) return t('sloPolicy.renewTitle');
    return version?.decisions.includes('approve')
      ? t('sloPolicy.signTitle')
      : t('sloPolicy.readTitle');
  }

  function footer() {
    if (!version || reasoned) return undefined;
    if (said) {
      return (
        <Button variant="primary" onPress={props.onClose}>
          {t('slo.decide.close')}
        </Button>
      );
    }
    const { pending } = decision;
    return (
      <DecisionBar
        version={version}
        subject={t('sloPolicy.subject')}
        words={{
          dispute: t('sloPolicy.dispute'),
          retire: t('sloPolicy.retire'),
        }}
        pending={
          pending === 'approve' ||
          pending === 'technical-review' ||
          pending === 'acknowledge'
            ? pending
            : undefined
        }
        onSay={meaning => decision.say(meaning)}
        onReason={setReasoned}
        onClose={props.onClose}
      />
    );
  }
}

function Reading(props: {
  page: BudgetPolicyPageView;
  version: BudgetPolicyVersionView;
  onEdit?: (policyId: string) => void;
  onAsked: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { policy, asOf } = props.page;
  const { version } = props;
  const { material, summary } = version;
  const { request } = usePolicyWrites(policy.id);
  const ask = () =>
    request.mutate(version.version, {
      onSuccess: () => {
        announce(t('sloPolicy.requested'));
        props.onAsked();
      },
    });
  return (
    <>
      <Lead>
        <h3>{material.title}</h3>
        <p>{material.purpose ?? t('sloPolicy.explained')}</p>
      </Lead>
      <PolicyText content={material} />
      {summary.changes && summary.changes.length > 0 && (
        <Part title={t('sloPolicy.changes')}>
          <ChangeList changes={summary.changes} />
        </Part>
      )}
      <Part title={t('slo.decide.next')}>
        {t(`slo.decide.cadence.${material.reviewCadence}`)}
      </Part>
      <Part title={t('slo.decide.signatures')}>
        <Requirements signatures={policy.signatures} version={version} />
      </Part>
      {request.isError && <ErrorNotice error={request.error} />}
      <Buttons>
        {version.requestable && (
          <Button isPending={request.isPending} onPress={ask}>
            {t(
              version.state === 'draft'
                ? 'sloPolicy.request'
                : 'sloPolicy.requestAgain',
            )}
          </Button>
        )}
        {props.onEdit && policy.mayEdit && !policy.retired && (
          <Button variant="secondary" onPress={() => props.onEdit?.(policy.id)}>
            {t('sloPolicy.change')}
          </Button>
        )}
      </Buttons>
      <SloHistory
        history={policy.history}
        signatures={policy.signatures}
        titleOf={line =>
          t('sloPolicy.historyLine', {
            version: String(line.version),
            title: line.title,
          })
        }
        now={asOf}
      />
    </>
  );
}

/** What became of an answer: of a policy, not of a number. */
function doneWords(
  t: ReturnType<typeof useSloTranslation>['t'],
  meaning: SignatureMeaning,
): string {
  return meaning === 'uphold' || meaning === 'overturn' || meaning === 'retire'
    ? t(`sloPolicy.doneWith.${meaning}`)
    : t(`slo.decide.done.${meaning}`);
}

/** What became of the answer, and what is still needed. */
function Done(props: {
  version: BudgetPolicyVersionView;
  said: NonNullable<ReturnType<typeof useSignedDecision>['said']>;
}) {
  const { t } = useSloTranslation();
  const { missing } = useRequirementWords();
  const { version, said } = props;
  const still = missing(version.requirements);
  const next = () => {
    if (said !== 'approve') return undefined;
    if (version.state === 'in_force') return t('sloPolicy.done');
    return still && t('slo.line.missing', { what: still });
  };
  return (
    <Alert
      status="success"
      icon
      title={doneWords(t, said)}
      description={next()}
    />
  );
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-5)',
  gridTemplateColumns: 'minmax(0, 1fr)',
});

const Lead = styled('div')({
  overflowWrap: 'anywhere',
  '& h3': {
    margin: 0,
    fontSize: 'clamp(1.25rem, 1rem + 1.2vw, 1.5rem)',
    lineHeight: 1.4,
    textWrap: 'balance',
  },
  '& p': {
    margin: 'var(--bui-space-2) 0 0',
    lineHeight: 1.65,
    color: 'var(--bui-fg-secondary)',
    whiteSpace: 'pre-line',
  },
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  '&:empty': { display: 'none' },
});
