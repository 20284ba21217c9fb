import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { styled } from '@mui/material/styles';
import { journalRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { RiDownload2Line, RiShieldCheckLine } from '@remixicon/react';
import { useReadinessClient } from '../../api';
import { ErrorNotice, PageSection } from '../../layout';
import { useAnnounce, useWrite } from '../../query';
import { useStudioTranslation } from '../../translations';

/**
 * Whether the journal was rewritten, and all of it as a file for an auditor.
 *
 * @internal
 */
export function JournalSection() {
  const { t, language } = useStudioTranslation();
  const announce = useAnnounce();
  const client = useReadinessClient();
  const verify = useWrite({
    mutationFn: async () =>
      (await client.call(journalRoutes.verifyJournal)).body,
  });
  const { download, busy, failed } = useDownload();
  const number = (count: number) => count.toLocaleString(language);
  const result = verify.data;
  const holds = result?.broken.length === 0;
  return (
    <PageSection title={t('records.journal.title')}>
      <Lead>{t('records.journal.lead')}</Lead>
      <Actions>
        <Button
          variant="secondary"
          iconStart={<RiShieldCheckLine />}
          isPending={verify.isPending}
          onPress={() =>
            verify.mutate(undefined, {
              onSuccess: () => announce(t('records.journal.checked')),
            })
          }
        >
          {t('records.journal.verify')}
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiDownload2Line />}
          isPending={busy}
          onPress={download}
        >
          {t('records.journal.download')}
        </Button>
      </Actions>
      {verify.isError && <ErrorNotice error={verify.error} />}
      {failed && <ErrorNotice error={failed} />}
      {result && (
        <Alert
          status={holds ? 'success' : 'danger'}
          icon
          title={
            holds
              ? t('records.journal.holds', {
                  records: number(result.records),
                  chains: number(result.chains),
                })
              : t('records.journal.broken', {
                  broken: number(result.broken.length),
                  chains: number(result.chains),
                })
          }
          description={result.broken
            .slice(0, 10)
            .map(({ chain, sequence }) => `${chain} #${sequence}`)
            .join(', ')}
        />
      )}
    </PageSection>
  );
}

function useDownload() {
  const discovery = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Error>();
  const download = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      const base = await discovery.getBaseUrl('production-readiness');
      const answer = await fetch(`${base}${journalRoutes.exportJournal.path}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const url = URL.createObjectURL(await answer.blob());
      const link = document.createElement('a');
      link.href = url;
      link.download = 'journal.ndjson';
      link.click();
      // The browser has taken it over by the next turn.
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    } catch (error) {
      setFailed(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return { download, busy, failed };
}

const Lead = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  maxWidth: '80ch',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  marginBottom: 'var(--bui-space-3)',
});
