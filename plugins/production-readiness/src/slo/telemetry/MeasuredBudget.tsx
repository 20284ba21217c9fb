import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiFireLine,
  RiGitBranchLine,
  RiQuestionLine,
} from '@remixicon/react';
import {
  type SloTelemetryView,
  type SloView,
  timeToExhaustionSeconds,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { TONES } from '../../state/tones';
import { relativeTime } from '../../time/inWords';
import { useSloTranslation } from '../../translations';
import { useSloWords } from '../words/useSloWords';
import { BudgetPast } from './BudgetPast';
import { useBindTelemetry } from './useTelemetry';

/** Older than this, a value is shown as old. */
const OLD = 10 * 60_000;

const LOOKS = {
  ok: { tone: TONES.success, Icon: RiCheckboxCircleFill },
  burning: { tone: TONES.warning, Icon: RiFireLine },
  exhausted: { tone: TONES.danger, Icon: RiErrorWarningFill },
  no_data: { tone: TONES.neutral, Icon: RiQuestionLine },
  ambiguous: { tone: TONES.warning, Icon: RiGitBranchLine },
} as const;

/**
 * The budget of an SLO whose measurement is known: what is left, how it does,
 * what that means, and what fires. A value that is old says so, and is never
 * shown as healthy.
 *
 * @internal
 */
export function MeasuredBudget(props: {
  slo: SloView;
  telemetry: SloTelemetryView;
  state: keyof typeof LOOKS;
  /** Milliseconds since the epoch, as the server says. */
  now: number;
  mayBind: boolean;
}) {
  const { t, language } = useSloTranslation();
  const { slo, telemetry, now } = props;
  const { remaining, sampledAt, drift } = telemetry;
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const when = sampledAt === null ? '' : relativeTime(sampledAt, now, language);
  const isOld = sampledAt !== null && now - sampledAt > OLD;
  const state = isOld && props.state !== 'ambiguous' ? 'no_data' : props.state;
  const isFresh = state !== 'no_data' && state !== 'ambiguous';
  const { tone, Icon } = LOOKS[state];
  const share = remaining === null ? null : Number(remaining);
  const firing =
    telemetry.problem === 'unreachable'
      ? []
      : telemetry.alerts.filter(one => one.firing);

  return (
    <Stack data-telemetry={state}>
      <Line>
        <span>{t('telemetry.left')}</span>
        {share !== null && (
          <>
            <Bar
              role="img"
              aria-label={t('telemetry.bar', {
                percent: percent.format(share),
              })}
            >
              <span
                style={{
                  width: `${Math.min(Math.max(share, 0), 1) * 100}%`,
                  background: tone.solid,
                }}
              />
            </Bar>
            <strong>{percent.format(share)}</strong>
          </>
        )}
        <State style={{ color: tone.fg }}>
          <Icon size={16} aria-hidden />
          {t(`telemetry.state.${state}`)}
        </State>
        {isFresh && sampledAt !== null && (
          <small>{t('telemetry.sampled', { when })}</small>
        )}
      </Line>
      <Meaning slo={slo} telemetry={telemetry} isFresh={isFresh} now={now} />
      {!isFresh && (
        <p>
          {telemetry.problem && t(`telemetry.problem.${telemetry.problem}`)}{' '}
          {/* Before the first look there is nothing to complain of. */}
          {sampledAt === null
            ? t(
                telemetry.checkedAt === null
                  ? 'telemetry.soon'
                  : 'telemetry.none',
              )
            : t('telemetry.old', { when })}
        </p>
      )}
      <OtherWindow slo={slo} telemetry={telemetry} />
      {drift && (
        <Alert
          status="warning"
          icon
          title={t('telemetry.drift', {
            running: t('slo.percent', { number: drift.running }),
            signed: t('slo.percent', { number: drift.signed }),
          })}
          description={t('telemetry.driftText')}
        />
      )}
      {firing.map(one => (
        <Alert
          key={`${one.name} ${one.severity}`}
          status="danger"
          icon
          title={t('telemetry.firing', { name: one.name })}
          description={
            one.firingSince === null
              ? undefined
              : t('telemetry.since', {
                  when: relativeTime(one.firingSince, now, language),
                })
          }
        />
      ))}
      {telemetry.samples.length > 1 && (
        <BudgetPast slo={slo} telemetry={telemetry} />
      )}
      <Source {...props} />
    </Stack>
  );
}

/** What the share that is left means to somebody who plans releases. */
function Meaning(props: {
  slo: SloView;
  telemetry: SloTelemetryView;
  isFresh: boolean;
  now: number;
}) {
  const { t, language } = useSloTranslation();
  const { slo, telemetry, now } = props;
  const { remaining, burnRate } = telemetry;
  const shown = slo.inForce ?? slo.proposal;
  if (!props.isFresh || remaining === null || !shown) return null;
  const left = Number(remaining);
  if (left <= 0) {
    const percent = new Intl.NumberFormat(language, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    return (
      <p>
        {t(left < 0 ? 'telemetry.overspent' : 'telemetry.spent', {
          percent: percent.format(-left),
        })}
      </p>
    );
  }
  if (telemetry.state !== 'burning' || burnRate === null) return null;
  const whole = timeToExhaustionSeconds(shown.summary.windowSeconds, burnRate);
  if (whole === null) return null;
  const at = now + Number(whole) * left * 1000;
  return (
    <p>{t('telemetry.pace', { when: relativeTime(at, now, language) })}</p>
  );
}

/** A budget of 30 days says little about what was agreed for seven. */
function OtherWindow(props: { slo: SloView; telemetry: SloTelemetryView }) {
  const words = useSloWords();
  const running = props.telemetry.windowSeconds;
  const shown = props.slo.inForce ?? props.slo.proposal;
  // Periods of a calendar differ in length; what runs may follow them or not.
  if (running === null || shown?.material.window.kind !== 'rolling')
    return null;
  const { windowSeconds } = shown.summary;
  if (running === windowSeconds) return null;
  return (
    <p>
      {words.t('telemetry.otherWindow', {
        running: words.duration(String(running)),
        agreed: words.duration(String(windowSeconds)),
      })}
    </p>
  );
}

/** What measures it, and the way to say that something else does. */
function Source(props: {
  slo: SloView;
  telemetry: SloTelemetryView;
  mayBind: boolean;
}) {
  const { t } = useSloTranslation();
  const { slo, telemetry } = props;
  const bind = useBindTelemetry(slo.entityRef, slo.id);
  const { binding } = telemetry;
  if (!binding) return null;
  return (
    <>
      <Line>
        <small>
          {t('telemetry.measuredBy', {
            name: binding.externalId,
            source: binding.source ?? binding.provider,
          })}
        </small>
        {props.mayBind && (
          <Button
            size="small"
            variant="tertiary"
            isPending={bind.isPending}
            onPress={() =>
              bind.mutate({ running: null, version: telemetry.bindingVersion })
            }
          >
            {t('telemetry.unbind')}
          </Button>
        )}
      </Line>
      {bind.isError && <ErrorNotice error={bind.error} />}
    </>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-2)',
  '& p': { margin: 0, lineHeight: 1.6 },
  '& small': {
    color: 'var(--bui-fg-secondary)',
    overflowWrap: 'anywhere',
  },
});

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  fontVariantNumeric: 'tabular-nums',
});

const State = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 'var(--bui-space-1)',
  fontWeight: 500,
});

const Bar = styled('span')({
  display: 'block',
  flex: '0 1 12rem',
  minWidth: '6rem',
  height: 10,
  borderRadius: 5,
  overflow: 'hidden',
  backgroundColor: 'var(--bui-border-1)',
  '& > span': { display: 'block', height: '100%' },
});
