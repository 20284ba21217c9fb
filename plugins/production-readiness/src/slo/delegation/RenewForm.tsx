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
import { useSloTranslation } from '../../translations';
import { Choices } from '../editor/Choices';
import { type Period, PERIODS } from './periods';
import { type Scope, ScopeChoice } from './ScopeChoice';
import { useDelegationWrites } from './useDelegations';

const AS_IT_IS = 'as-it-is';

/** A part of the catalog that the reader may not see keeps its place. */
function scopeOf({ scope }: DelegationView): Scope | undefined {
  return scope?.entityRef
    ? { entityRef: scope.entityRef, title: scope.title ?? scope.entityRef }
    : undefined;
}

/**
 * Lets a delegation end later, earlier, or now, or be about something else.
 *
 * @internal
 */
export function RenewForm(props: {
  one: DelegationView;
  /** Milliseconds since the epoch, as the server says. */
  now: number;
  onDone: () => void;
}) {
  const { t } = useSloTranslation();
  const language = useLanguage();
  const announce = useAnnounce();
  const [days, setDays] = useState<Period | typeof AS_IT_IS>(AS_IT_IS);
  const [scope, setScope] = useState<Scope | undefined>(() =>
    scopeOf(props.one),
  );
  const { renew, revoke } = useDelegationWrites();
  const { one, now, onDone } = props;
  const error = renew.error ?? revoke.error;
  const busy = renew.isPending || revoke.isPending;
  const until = days === AS_IT_IS ? one.validUntil : now + Number(days) * DAY;
  const isOther = scope?.entityRef !== scopeOf(one)?.entityRef;
  return (
    <Stack>
      {error && <ErrorNotice error={error} />}
      <p>{one.reason}</p>
      <Choices
        label={t('delegation.renewFor')}
        value={days}
        options={[
          {
            value: AS_IT_IS,
            label: t('delegation.endsOn', {
              day: exactDay(one.validUntil, language),
            }),
          },
          ...PERIODS.map(value => ({
            value,
            label: t('delegation.days', { count: Number(value) }),
          })),
        ]}
        onChange={setDays}
      />
      <ScopeChoice scope={scope} onChange={setScope} />
      <Buttons>
        <Button
          variant="primary"
          isPending={renew.isPending}
          isDisabled={busy || (days === AS_IT_IS && !isOther)}
          onPress={() =>
            renew.mutate(
              {
                one,
                validUntil: until,
                ...(isOther && { scopeRef: scope?.entityRef ?? null }),
              },
              {
                onSuccess: () => {
                  announce(t('delegation.renewed'));
                  onDone();
                },
              },
            )
          }
        >
          {days === AS_IT_IS
            ? t('delegation.saveChange')
            : t('delegation.renew', { day: exactDay(until, language) })}
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
