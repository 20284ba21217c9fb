import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type ReadinessResponseError,
  sloChange,
} from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';
import { useSloTranslation } from '../../translations';
import { ChangeList } from '../changes/ChangeList';

const detailsSchema = z.object({
  editor: z.string().optional(),
  changes: z.array(sloChange).optional(),
});

const CHANGED = ['SLO_CHANGED', 'POLICY_CHANGED', 'SHOWN_CHANGED'];

/** Whether a signature was refused because the content is another one now. */
export function isChangedMeanwhile(
  error: unknown,
): error is ReadinessResponseError {
  const { status, code } = (error ?? {}) as Partial<ReadinessResponseError>;
  return status === 409 && CHANGED.includes(code ?? '');
}

/**
 * The number was edited between reading and signing: says what is different,
 * and leads to the newest version.
 *
 * @internal
 */
export function ChangedNotice(props: {
  error: ReadinessResponseError;
  onRead: () => void;
}) {
  const { t } = useSloTranslation();
  const details = detailsSchema.safeParse(props.error.details).data;
  const changes = details?.changes ?? [];
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('slo.decide.conflictTitle')}
      description={
        <Stack>
          <span>
            {changes.length > 0
              ? t('slo.decide.conflictText', { who: details?.editor ?? '' })
              : t('slo.decide.conflictShown')}
          </span>
          {changes.length > 0 && <ChangeList changes={changes} />}
          <div>
            <Button size="small" onPress={props.onRead}>
              {t('slo.decide.conflictRead')}
            </Button>
          </div>
        </Stack>
      }
    />
  );
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });
