import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type ChecklistVersion } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState, PageSection } from '../layout';
import { TONES } from '../state';
import { exactDay } from '../time';
import { useStudioTranslation } from '../translations';
import { DifferenceList } from './DifferenceList';
import { useDifferences, useVersions } from './useStudio';

/**
 * Every version that was ever in use, and what each one changed.
 *
 * @internal
 */
export function VersionsView({ checklistId }: { checklistId: string }) {
  const { t, language } = useStudioTranslation();
  const versions = useVersions(checklistId);
  const [compared, setCompared] = useState<string>();
  if (versions.isError && !versions.data) {
    return (
      <ErrorNotice
        title={t('studio.versions.error')}
        error={versions.error}
        onRetry={() => versions.refetch()}
      />
    );
  }
  if (!versions.data) return <LoadingState rows={3} />;
  const all = versions.data;
  // What the version in use changed is what one comes for.
  const index = compared
    ? all.findIndex(({ digest }) => digest === compared)
    : 0;
  const [newer, older] = [all[index], all[index + 1]];
  return (
    <>
      <PageSection title={t('studio.versions.title')}>
        <Rows>
          {all.map((version, at) => (
            <li key={version.digest}>
              <div>
                <Text as="span" variant="body-large" weight="bold">
                  {version.version}
                </Text>{' '}
                {version.inUse && <InUse>{t('studio.versions.inUse')}</InUse>}
                <Line>
                  {t('studio.versions.line', {
                    day: exactDay(version.firstUsedAt, language),
                    items: String(version.items),
                  })}{' '}
                  <code title={version.digest}>
                    {version.digest.slice(0, 8)}
                  </code>
                </Line>
              </div>
              {at < all.length - 1 && (
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={t('studio.versions.compareWith', {
                    version: version.version,
                  })}
                  onPress={() => setCompared(version.digest)}
                >
                  {t('studio.versions.compare')}
                </Button>
              )}
            </li>
          ))}
        </Rows>
        {all.length === 1 && <Line>{t('studio.versions.only')}</Line>}
      </PageSection>
      {newer && older && <Comparison before={older} after={newer} />}
    </>
  );
}

function Comparison(props: {
  before: ChecklistVersion;
  after: ChecklistVersion;
}) {
  const { t } = useStudioTranslation();
  const { before, after } = props;
  const differences = useDifferences(before.digest, after.digest);
  return (
    <PageSection
      title={t('studio.versions.against', {
        before: before.version,
        after: after.version,
      })}
    >
      {differences.isError && (
        <ErrorNotice
          error={differences.error}
          onRetry={() => differences.refetch()}
        />
      )}
      {differences.isPending && <LoadingState rows={3} />}
      {differences.data && <DifferenceList differences={differences.data} />}
    </PageSection>
  );
}

const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-3)',
    padding: 'var(--bui-space-2) 0',
    borderBottom: '1px solid var(--bui-border-1)',
  },
  '& > li:last-of-type': { borderBottom: 'none' },
});

const Line = styled('div')({ color: 'var(--bui-fg-secondary)' });

const InUse = styled('span')({
  color: TONES.success.fg,
  fontWeight: 500,
});
