import { useId } from 'react';
import { Box, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type AlertRuleView,
  type AlertView,
  type ChainFinding,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { Chain } from '../chain/Chain';
import { useSloWrites } from '../data/useSloWrites';
import { Meaning } from '../decision/Meaning';
import { Filing } from '../filing/Filing';
import { BudgetLeft } from '../telemetry/BudgetLeft';
import { useSloWords } from '../words/useSloWords';
import { PolicyLine } from '../errorBudgetPolicy/PolicyLine';
import { OpenDisputes } from './OpenDisputes';
import { Advice } from './Advice';
import { ProposalStrip } from './ProposalStrip';
import { SloHistory } from './SloHistory';
import { StateLine } from './StateLine';

/**
 * One SLO: the sentence first, then where it stands, what it allows, what is
 * proposed beside it, the way from users to the number, and its history.
 *
 * @internal
 */
export function SloSection(props: {
  slo: SloView;
  alerts: AlertView[];
  rules: AlertRuleView[];
  holes: ChainFinding[];
  /** Milliseconds since the epoch, as the server says. */
  now: number;
  mayEdit: boolean;
  /** Opens a version; the one to decide on when left out. */
  onDecide: (version?: number) => void;
  onEdit: () => void;
  onAddAlert: (rule?: AlertRuleView) => void;
  onOpenAlert: (alertId: string) => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const titleId = useId();
  const announce = useAnnounce();
  const { slo } = props;
  const shown = slo.inForce ?? slo.proposal ?? slo.retired;
  const { request } = useSloWrites(slo.id);
  if (!shown) return null;
  const newest = slo.proposal ?? slo.inForce;
  const ask = () =>
    newest &&
    request.mutate(newest.version, {
      onSuccess: () => announce(t('slo.action.requested')),
    });

  return (
    <Box as="section" bg="neutral" aria-labelledby={titleId}>
      <Surface>
        <Headline id={titleId}>{words.promise(shown.material)}</Headline>
        <StateLine slo={slo} now={props.now} />
        <OpenDisputes slo={slo} version={slo.inForce} />
        <Meaning
          target={shown.material.target}
          window={shown.material.window}
          windowSeconds={shown.summary.windowSeconds}
          period={shown.summary.period}
          allowed={shown.summary.allowedFailures}
        />
        <PolicyLine version={shown} />
        {slo.inForce && <Advice slo={slo} now={props.now} />}
        {!slo.retired && <BudgetLeft slo={slo} />}
        {request.isError && <ErrorNotice error={request.error} />}
        {slo.inForce && slo.proposal ? (
          <ProposalStrip
            inForce={slo.inForce}
            proposal={slo.proposal}
            changes={slo.changes}
            signatures={slo.signatures}
            onDecide={() => props.onDecide()}
          />
        ) : null}
        <Buttons>
          {(!(slo.inForce && slo.proposal) ||
            slo.inForce.decisions.includes('uphold')) && (
            <DecideButton slo={slo} onDecide={() => props.onDecide()} />
          )}
          {slo.inForce && slo.proposal && (
            <Button
              variant="secondary"
              onPress={() => props.onDecide(slo.inForce?.version)}
            >
              {t('slo.action.readInForce')}
            </Button>
          )}
          {newest?.requestable && (
            <Button
              variant={newest.state === 'draft' ? 'primary' : 'secondary'}
              isPending={request.isPending}
              onPress={ask}
            >
              {t(
                newest.state === 'draft'
                  ? 'slo.action.request'
                  : 'slo.action.requestAgain',
              )}
            </Button>
          )}
          {props.mayEdit && !slo.retired && (
            <Button variant="secondary" onPress={props.onEdit}>
              {t('slo.action.edit')}
            </Button>
          )}
        </Buttons>
        <Chain
          material={shown.material}
          alerts={props.alerts}
          rules={props.rules}
          holes={props.holes}
          onAddAlert={props.mayEdit ? props.onAddAlert : undefined}
          onOpenAlert={props.onOpenAlert}
        />
        <Filing slo={slo} mayEdit={props.mayEdit} />
        <SloHistory
          history={slo.history}
          signatures={slo.signatures}
          questions={slo.questions}
          titleOf={line =>
            t('slo.history.version', {
              version: String(line.version),
              target: words.percent(line.target),
            })
          }
          now={props.now}
        />
      </Surface>
    </Box>
  );
}

function DecideButton(props: { slo: SloView; onDecide: () => void }) {
  const { t } = useSloTranslation();
  const { slo } = props;
  const version = slo.proposal ?? slo.inForce ?? slo.retired;
  const may = version?.decisions ?? [];
  const rules = slo.inForce?.decisions.includes('uphold') ?? false;
  const decides =
    rules || may.includes('approve') || may.includes('technical-review');
  const label = () => {
    if (rules) return 'slo.action.decideDispute';
    if (version?.state === 'in_force' && decides) return 'slo.action.renew';
    if (decides) return 'slo.action.decide';
    return may.includes('withdraw') ? 'slo.action.withdraw' : 'slo.action.read';
  };
  return (
    <Button
      variant={decides ? 'primary' : 'secondary'}
      onPress={props.onDecide}
    >
      {t(label())}
    </Button>
  );
}

const Surface = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  padding: 'var(--bui-space-5)',
  border: '1px solid var(--bui-border-1)',
  borderRadius: 'var(--bui-radius-3)',
  wordBreak: 'auto-phrase',
  '@media (max-width: 599px)': { padding: 'var(--bui-space-4)' },
});

const Headline = styled('h2')({
  margin: 0,
  fontSize: 'clamp(1.25rem, 1rem + 1.2vw, 1.75rem)',
  lineHeight: 1.4,
  fontWeight: 700,
  textWrap: 'balance',
  overflowWrap: 'anywhere',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
