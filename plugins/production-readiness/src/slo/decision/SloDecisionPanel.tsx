import { useEffect, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type Satisfaction,
  type SignatureMeaning,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState, SidePanel } from '../../layout';
import { OpenDisputes } from '../overview/OpenDisputes';
import { Questions } from '../questions/Questions';
import { useSloWords } from '../words/useSloWords';
import { Agreement } from './Agreement';
import { ChangedNotice, isChangedMeanwhile } from './ChangedNotice';
import { DecisionBar } from './DecisionBar';
import { Done } from './Done';
import { PanelSubtitle, renews } from './PanelSubtitle';
import { type ReasonedMeaning, ReasonForm } from './ReasonForm';
import { SatisfactionChoice } from './SatisfactionChoice';
import { useDecision } from './useDecision';
import { useOpening } from './useOpening';

/**
 * Where somebody reads a number and decides on it: sign, review, ask for
 * changes, refuse, withdraw. The same on the entity's page and in the inbox.
 *
 * @internal
 */
export function SloDecisionPanel(props: {
  /** Which SLO; closed while undefined. */
  sloId: string | undefined;
  /** Which version was asked about; the newest when left out. */
  version?: number;
  onClose: () => void;
}) {
  const { sloId, version } = props;
  const shown = useOpening(
    sloId === undefined ? undefined : { sloId, version },
  );
  if (!shown) return null;
  const { drawn, opening } = shown;
  return (
    <Decision
      key={`${opening} ${drawn.sloId} ${drawn.version}`}
      sloId={drawn.sloId}
      wanted={drawn.version}
      open={sloId !== undefined}
      onClose={props.onClose}
    />
  );
}

function Decision(props: {
  sloId: string;
  wanted: number | undefined;
  open: boolean;
  onClose: () => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const decision = useDecision(props.sloId, props.wanted);
  const { page, version, said, error } = decision;
  const [tried, setTried] = useState<string>();
  const [reasoned, setReasoned] = useState<ReasonedMeaning>();
  const [reason, setReason] = useState('');
  const [despite, setDespite] = useState('');
  const [satisfaction, setSatisfaction] = useState<Satisfaction>();
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  const again = renews(version);
  // What was said is over; the agreement is shown again.
  useEffect(() => {
    if (said) {
      setReasoned(undefined);
      setReason('');
    }
  }, [said]);

  const suggest = (target: string) => {
    if (!version) return;
    setReason(
      t('slo.decide.trySuggestion', {
        target: words.percent(target),
        before: words.percent(version.material.target),
      }),
    );
    setReasoned('request-changes');
  };
  // What is shown to decide on stays as it was read; talk goes on meanwhile.
  const slo = decision.newest?.slo ?? page?.slo;
  const openFirst =
    slo?.questions.some(one => one.mayAnswer || one.mayRead) ?? false;
  const mayAsk = version?.decisions.includes('request-changes');
  const plain = (meaning: string | undefined) =>
    meaning === 'approve' ||
    meaning === 'technical-review' ||
    meaning === 'acknowledge'
      ? meaning
      : undefined;

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
            title={page.entityTitle}
            document={page.slo}
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
          title={t('slo.loadError')}
          onRetry={() => decision.reload()}
        />
      )}
      {!page && !decision.loadError && <LoadingState rows={4} rowHeight={72} />}
      {page && version && (
        <Stack>
          {isChangedMeanwhile(error) ? (
            <ChangedNotice error={error} onRead={decision.readNewest} />
          ) : (
            error && <ErrorNotice error={error} />
          )}
          {said && <Done said={said} decision={decision} />}
          {decision.replaced && (
            <Alert status="info" icon title={t('slo.decide.replaced')} />
          )}
          {!reasoned && <OpenDisputes slo={page.slo} version={version} />}
          {openFirst && questions()}
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
            <Agreement
              slo={page.slo}
              version={version}
              tried={tried ?? version.material.target}
              onTry={setTried}
              onSuggest={mayAsk ? suggest : undefined}
              reason={despite}
              onReason={setDespite}
              review={
                again && (
                  <SatisfactionChoice
                    value={satisfaction}
                    missing={missing}
                    onChange={value => {
                      setSatisfaction(value);
                      setMissing(false);
                    }}
                  />
                )
              }
            />
          )}
          {!openFirst && !reasoned && questions()}
        </Stack>
      )}
    </SidePanel>
  );

  /** A few letters are no reason; the server wants ten of them. */
  function reasonFor(meaning: SignatureMeaning) {
    const text = despite.trim();
    return meaning === 'approve' && text.length >= 10 ? text : undefined;
  }

  function questions() {
    if (!version || slo === undefined) return null;
    return (
      <Questions
        sloId={slo.id}
        version={version.version}
        questions={slo.questions}
        asking={asking}
        onAsking={setAsking}
        inBar={!said}
      />
    );
  }

  function titleOf() {
    if (version?.decisions.includes('uphold')) {
      return t('slo.decide.titleDispute');
    }
    if (version?.decisions.includes('approve')) {
      return t(again ? 'sloReview.title' : 'slo.decide.titleSign');
    }
    return version?.decisions.includes('technical-review')
      ? t('slo.decide.titleReview')
      : t('slo.decide.titleRead');
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
    return (
      <DecisionBar
        version={version}
        subject={words.percent(version.material.target)}
        pending={plain(decision.pending)}
        onSay={meaning => {
          if (meaning === 'approve' && again && !satisfaction) {
            setMissing(true);
            return;
          }
          decision.say(meaning, reasonFor(meaning), satisfaction);
        }}
        onReason={setReasoned}
        onAsk={asking ? undefined : () => setAsking(true)}
        onClose={props.onClose}
        onBackToTarget={
          tried !== undefined && tried !== version.material.target
            ? () => setTried(undefined)
            : undefined
        }
      />
    );
  }
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-5)',
  gridTemplateColumns: 'minmax(0, 1fr)',
});
