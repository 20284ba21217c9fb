import { lazy, Suspense } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type SloTelemetryView,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { TONES } from '../../state/tones';
import { relativeTime } from '../../time/inWords';
import { useReadinessTranslation } from '../../translations';
import { useBindTelemetry, useTelemetry } from './useTelemetry';

const BudgetChart = lazy(() => import('./BudgetChart'));

/** Older than this, a value is shown as old. */
const OLD = 10 * 60_000;

const TONE_OF = {
  ok: TONES.success,
  burning: TONES.warning,
  exhausted: TONES.danger,
  no_data: TONES.neutral,
  ambiguous: TONES.warning,
} as const;

/**
 * How much of the error budget is left, as it was measured last, and whether
 * what runs is what was signed. Nothing where no monitoring is connected.
 *
 * @internal
 */
export function BudgetLeft({ slo }: { slo: SloView }) {
  const { data } = useTelemetry(slo.entityRef);
  const telemetry = data?.slos.find(one => one.sloId === slo.id);
  if (!data || !telemetry) return null;
  if (telemetry.state === 'unbound') {
    return telemetry.suggestions.length > 0 ? (
      <Suggestions slo={slo} telemetry={telemetry} />
    ) : null;
  }
  return (
    <Measured
      slo={slo}
      telemetry={telemetry}
      state={telemetry.state}
      now={data.asOf}
      mayBind={data.mayBind}
    />
  );
}

function Measured(props: {
  slo: SloView;
  telemetry: SloTelemetryView;
  state: keyof typeof TONE_OF;
  now: number;
  mayBind: boolean;
}) {
  const { t, language } = useReadinessTranslation();
  const { telemetry, state, now } = props;
  const bind = useBindTelemetry(props.slo.entityRef, props.slo.id);
  const { remaining, sampledAt } = telemetry;
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const when = sampledAt === null ? '' : relativeTime(sampledAt, now, language);
  const isOld =
    state === 'no_data' || (sampledAt !== null && now - sampledAt > OLD);
  const tone = TONE_OF[isOld ? 'no_data' : state];
  const share = remaining === null ? null : Number(remaining);
  const withoutRunbook = telemetry.alerts.filter(one => !one.runbookUrl);
  return (
    <Stack>
      <Line>
        <span>{t('telemetry.left')}</span>
        {share === null ? (
          <strong>{t('telemetry.none')}</strong>
        ) : (
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
        <span style={{ color: tone.fg }}>
          {t(`telemetry.state.${isOld ? 'no_data' : state}`)}
        </span>
        {sampledAt !== null && !isOld && (
          <small>{t('telemetry.sampled', { when })}</small>
        )}
      </Line>
      {sampledAt !== null && isOld && <p>{t('telemetry.old', { when })}</p>}
      {state === 'ambiguous' && <p>{t('telemetry.ambiguous')}</p>}
      {telemetry.drift && (
        <Alert
          status="warning"
          icon
          title={t('telemetry.drift', {
            running: t('slo.percent', { number: telemetry.drift.running }),
            signed: t('slo.percent', { number: telemetry.drift.signed }),
          })}
          description={t('telemetry.driftText')}
        />
      )}
      {telemetry.alerts
        .filter(one => one.firing)
        .map(one => (
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
      {withoutRunbook.length > 0 && (
        <p>
          {t('telemetry.noRunbook', {
            names: withoutRunbook.map(one => one.name).join(', '),
          })}
        </p>
      )}
      {telemetry.samples.length > 1 && (
        <details>
          <summary>{t('telemetry.past')}</summary>
          <Suspense fallback={null}>
            <BudgetChart slo={props.slo} telemetry={telemetry} />
          </Suspense>
        </details>
      )}
      {props.mayBind && (
        <div>
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
        </div>
      )}
      {bind.isError && <ErrorNotice error={bind.error} />}
    </Stack>
  );
}

function Suggestions(props: { slo: SloView; telemetry: SloTelemetryView }) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const bind = useBindTelemetry(props.slo.entityRef, props.slo.id);
  return (
    <Asked>
      <strong>{t('telemetry.bind')}</strong>
      <p>{t('telemetry.bindText')}</p>
      <Choices>
        {props.telemetry.suggestions.map(one => {
          const name = one.objective
            ? `${one.name} (${one.objective} %, ${one.source})`
            : `${one.name} (${one.source})`;
          return (
            <Button
              key={`${one.provider} ${one.externalId}`}
              size="small"
              variant="secondary"
              isDisabled={bind.isPending}
              onPress={() =>
                bind.mutate(
                  {
                    running: {
                      provider: one.provider,
                      externalId: one.externalId,
                    },
                    version: props.telemetry.bindingVersion,
                  },
                  { onSuccess: () => announce(t('telemetry.bound', { name })) },
                )
              }
            >
              {t('telemetry.confirm', { name })}
            </Button>
          );
        })}
      </Choices>
      {bind.isError && <ErrorNotice error={bind.error} />}
    </Asked>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-2)',
  '& p': { margin: 0, lineHeight: 1.6 },
  '& small': { color: 'var(--bui-fg-secondary)' },
  '& summary': { cursor: 'pointer', color: 'var(--bui-fg-secondary)' },
});

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  fontVariantNumeric: 'tabular-nums',
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

const Asked = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  padding: 'var(--bui-space-3)',
  borderLeft: `3px solid ${TONES.info.solid}`,
  backgroundColor: TONES.info.bg,
  '& p': { margin: 0 },
});

const Choices = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
