import { type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type DelegationView } from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection, usePanelParam } from '../../layout';
import { exactDay, RelativeTime, useLanguage } from '../../time';
import { useSloTranslation } from '../../translations';
import { DelegationPanel, NEW_DELEGATION } from './DelegationPanel';
import { useDelegations } from './useDelegations';

/**
 * Who decides on SLOs for the reader, and for whom the reader decides. Not
 * shown to people whom it does not concern.
 *
 * @internal
 */
export function DelegationSection() {
  const { t } = useSloTranslation();
  const { data } = useDelegations();
  const panel = usePanelParam('delegation');
  if (!data) return null;
  const received = data.received.filter(one => one.state === 'active');
  if (!data.mayDelegate && data.given.length + received.length === 0) {
    return null;
  }
  const active = data.given.filter(one => one.state === 'active');
  const past = data.given.filter(one => one.state !== 'active');
  return (
    <PageSection
      title={t('delegation.title')}
      actions={
        data.mayDelegate && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => panel.open(NEW_DELEGATION)}
          >
            {t('delegation.add')}
          </Button>
        )
      }
    >
      <Lines>
        {active.length === 0 && (
          <Quiet>
            {data.mayDelegate ? t('delegation.none') : t('delegation.noneLeft')}
          </Quiet>
        )}
        {active.map(one => (
          <Line key={one.id} one={one} now={data.asOf}>
            <Button
              size="small"
              variant="tertiary"
              aria-label={t('delegation.changeOf', { who: one.delegate.name })}
              onPress={() => panel.open(one.id)}
            >
              {t('delegation.change')}
            </Button>
          </Line>
        ))}
        {received.map(one => (
          <Line key={one.id} one={one} now={data.asOf} received />
        ))}
        {past.length > 0 && (
          <details>
            <summary>{t('delegation.past', { count: past.length })}</summary>
            {past.map(one => (
              <Line key={one.id} one={one} now={data.asOf} />
            ))}
          </details>
        )}
      </Lines>
      <DelegationPanel view={data} openId={panel.value} onClose={panel.close} />
    </PageSection>
  );
}

function Line(props: {
  one: DelegationView;
  now: number;
  received?: boolean;
  children?: ReactNode;
}) {
  const { t } = useSloTranslation();
  const language = useLanguage();
  const { one, now } = props;
  const end = one.revokedAt ?? one.validUntil;
  const [before, after] = t(
    one.state === 'active' ? 'delegation.until' : 'delegation.ended',
    { when: '|' },
  ).split('|');
  return (
    <Entry>
      <div>
        <strong>
          {props.received
            ? t('delegation.youFor', { who: one.delegator.name })
            : t('delegation.forYou', { who: one.delegate.name })}
        </strong>
        <Quiet>
          <span title={exactDay(end, language)}>
            {before}
            <RelativeTime at={end} now={now} />
            {after}
          </span>
          {' · '}
          {scopeWords()}
          {' · '}
          {one.reason}
        </Quiet>
      </div>
      {props.children}
    </Entry>
  );

  function scopeWords() {
    if (!one.scope) return t('delegation.everything');
    return one.scope.title ?? t('delegation.hiddenScope');
  }
}

const Lines = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

const Entry = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'flex-start',
  gap: 'var(--bui-space-3)',
  padding: 'var(--bui-space-1) 0',
  overflowWrap: 'anywhere',
});

const Quiet = styled('div')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
});
