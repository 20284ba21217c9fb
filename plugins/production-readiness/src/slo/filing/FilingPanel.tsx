import { useState } from 'react';
import { Button, TextAreaField, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type EditorialInput,
  isHttpUrl,
  sloRoutes,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { ErrorNotice, SidePanel } from '../../layout';
import { useAnnounce, useWrite } from '../../query';
import { useSloTranslation } from '../../translations';
import { useRefresh } from '../data/useRefresh';
import { Field } from '../journeys/JourneyFields';

/**
 * Names an SLO, labels it and links to it, without touching what was signed.
 *
 * @internal
 */
export function FilingPanel(props: {
  slo: SloView;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const client = useReadinessClient();
  const refresh = useRefresh();
  const { editorial } = props.slo;
  const [displayName, setDisplayName] = useState(editorial.displayName ?? '');
  const [description, setDescription] = useState(editorial.description ?? '');
  const [labels, setLabels] = useState(
    Object.entries(editorial.labels)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  );
  const [links, setLinks] = useState(
    editorial.links.map(one => one.url).join('\n'),
  );
  const [problems, setProblems] = useState<{
    labels?: string;
    links?: string;
  }>({});
  const save = useWrite({
    mutationFn: async (body: EditorialInput) => {
      await client.call(sloRoutes.editSloEditorial, {
        params: { sloId: props.slo.id },
        body,
        ifMatch: editorial.version,
      });
    },
    onSuccess: () => {
      refresh();
      announce(t('sloEditor.filing.saved'));
      props.onClose();
    },
  });

  const send = () => {
    const pairs = linesOf(labels).map(line => /^([^=]+)=(.+)$/.exec(line));
    const urls = linesOf(links);
    const found = {
      ...(pairs.includes(null) && {
        labels: t('sloEditor.filing.problemLabels'),
      }),
      ...(!urls.every(isHttpUrl) && { links: t('sloChain.problem.runbook') }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    save.mutate({
      ...(displayName.trim() !== '' && { displayName: displayName.trim() }),
      ...(description.trim() !== '' && { description: description.trim() }),
      labels: Object.fromEntries(
        pairs.map(match => [match![1].trim(), match![2].trim()]),
      ),
      // A title that a link had is kept while the link is.
      links: urls.map(
        url => editorial.links.find(one => one.url === url) ?? { url },
      ),
    });
  };

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={t('sloEditor.filing.title')}
      footer={
        <Button variant="primary" isPending={save.isPending} onPress={send}>
          {t('slo.editor.save')}
        </Button>
      }
    >
      <Stack>
        <p>{t('sloEditor.filing.hint')}</p>
        {save.isError && <ErrorNotice error={save.error} />}
        <TextField
          label={t('sloEditor.filing.displayName')}
          maxLength={160}
          value={displayName}
          onChange={setDisplayName}
        />
        <TextAreaField
          label={t('sloEditor.filing.description')}
          rows={3}
          maxLength={4000}
          value={description}
          onChange={setDescription}
        />
        <Field problem={problems.labels}>
          <TextAreaField
            label={t('sloEditor.filing.labels')}
            rows={3}
            value={labels}
            isInvalid={problems.labels !== undefined}
            onChange={setLabels}
          />
        </Field>
        <Field problem={problems.links}>
          <TextAreaField
            label={t('sloEditor.filing.links')}
            rows={3}
            value={links}
            isInvalid={problems.links !== undefined}
            onChange={setLinks}
          />
        </Field>
      </Stack>
    </SidePanel>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
  '& > p': { margin: 0, color: 'var(--bui-fg-secondary)' },
});
