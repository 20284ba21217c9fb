import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type SloTelemetryView,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';
import { useBindTelemetry } from './useTelemetry';

/**
 * Running SLOs of the service's name, for a person to say which one measures
 * this: a name alone proves nothing.
 *
 * @internal
 */
export function Suggestions(props: {
  slo: SloView;
  telemetry: SloTelemetryView;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const bind = useBindTelemetry(props.slo.entityRef, props.slo.id);
  return (
    <Asked>
      <strong>{t('telemetry.bind')}</strong>
      <p>{t('telemetry.bindText')}</p>
      <Choices>
        {props.telemetry.suggestions.map(one => {
          const name = one.objective
            ? t('telemetry.running', {
                name: one.name,
                target: t('slo.percent', { number: one.objective }),
                source: one.source,
              })
            : t('telemetry.runningUnknown', {
                name: one.name,
                source: one.source,
              });
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

const Asked = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-2)',
  padding: 'var(--bui-space-3)',
  borderLeft: `3px solid ${TONES.info.solid}`,
  backgroundColor: TONES.info.bg,
  '& p': { margin: 0, lineHeight: 1.6 },
});

const Choices = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  // A long name breaks instead of leaving a phone's screen.
  '& button': {
    height: 'auto',
    minHeight: 32,
    maxWidth: '100%',
    whiteSpace: 'normal',
    textAlign: 'start',
  },
});
