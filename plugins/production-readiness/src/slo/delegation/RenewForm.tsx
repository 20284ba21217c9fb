import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  DAY,
  type DelegationView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { exactDay, useLanguage } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { Choices } from '../editor/Choices';
import { type Period, PERIODS } from './periods';
import { useDelegationWrites } from './useDelegations';

/**
 * Lets a delegation end later, earlier, or now.
 *
 * @internal
 */
export function RenewForm(props: {
  one: DelegationView;
  /** Milliseconds since the epoch, as the server says. */
  now: number;
  onDone: () => void;
}) {
  const { t } = useReadinessTranslation();
  const language = useLanguage();
  const announce = useAnnounce();
  const [days, setDays] = useState<Period>('30');
  const { renew, revoke } = useDelegationWrites();
  const { one, now, onDone } = props;
  const error = renew.error ?? revoke.error;
  const busy = renew.isPending || revoke.isPending;
  const until = now + Number(days) * DAY;
  return (
    <Stack>
      {error && <ErrorNotice error={error} />}
      <p>
        {t('delegation.endsOn', { day: exactDay(one.validUntil, language) })}
      </p>
      <p>{one.reason}</p>
      <Choices
        label={t('delegation.renewFor')}
        value={days}
        options={PERIODS.map(value => ({
          value,
          label: t('delegation.days', { count: Number(value) }),
        }))}
        onChange={setDays}
      />
      <Buttons>
        <Button
          variant="primary"
          isPending={renew.isPending}
          isDisabled={busy}
          onPress={() =>
            renew.mutate(
              { one, validUntil: until },
              {
                onSuccess: () => {
                  announce(t('delegation.renewed'));
                  onDone();
                },
              },
            )
          }
        >
          {t('delegation.renew', { day: exactDay(until, language) })}
        </Button>
        <Button
          variant="secondary"
          isPending={revoke.isPending}
          isDisabled={busy}
          onPress={() =>
            revoke.mutate(one, {
              onSuccess: () => {
                announce(t('delegation.revoked'));
                onDone();
              },
            })
          }
        >
          {t('delegation.revoke')}
        </Button>
      </Buttons>
      <Quiet>{t('delegation.revokeHint')}</Quiet>
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  '& p': { margin: 0, lineHeight: 1.6, overflowWrap: 'anywhere' },
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});

const Quiet = styled('p')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
