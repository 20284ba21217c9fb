import { useId, useState } from 'react';
import { Alert, Button, Switch } from '@backstage/ui';
import {
  importTemplate,
  type ToilCategory,
} from '@prodready/backstage-plugin-production-readiness-common';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import { RiDownloadLine, RiUpload2Line } from '@remixicon/react';
import { ErrorNotice, SidePanel } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { type GroupName } from '../useTeamToil';
import { ImportReportView } from './ImportReportView';
import { readLastMapping, rememberMapping } from './lastMapping';
import { labelProblems, mappingOf, restProblems } from './mappingDraft';
import { MappingEditor } from './MappingEditor';
import { useImport } from './useImport';

/**
 * Brings recorded work in from a file, in three steps: choose it, read what
 * would happen, import it.
 *
 * @internal
 */
export function ImportPanel(props: {
  group: GroupName;
  currentWeek: string;
  categories: readonly ToilCategory[];
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useReadinessTranslation();
  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={t('toilImport.title')}
      width={560}
    >
      <ImportSteps {...props} />
    </SidePanel>
  );
}

function ImportSteps(props: {
  group: GroupName;
  currentWeek: string;
  categories: readonly ToilCategory[];
  onClose: () => void;
}) {
  const { t } = useReadinessTranslation();
  const inputId = useId();
  const { step, send, reset } = useImport(props.group);
  const [file, setFile] = useState<File>();
  const team = `${props.group.namespace}/${props.group.name}`;
  const [mapping, setMapping] = useState(() => readLastMapping(team));
  const [labelsOpen, setLabelsOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const [skipRejected, setSkipRejected] = useState(false);
  const problem =
    restProblems(mapping).length > 0 ||
    mapping.labels.some(row => labelProblems(row).length > 0);
  const running = step.at === 'checking' || step.at === 'importing';
  const report =
    step.at === 'checked' || step.at === 'imported' ? step.report : undefined;
  const importable =
    step.at === 'checked' &&
    step.report.added > 0 &&
    (step.report.rejected === 0 || skipRejected);
  const run = (dryRun: boolean) => {
    setTried(true);
    if (problem) setLabelsOpen(true);
    if (!file || problem) return;
    const asked = mappingOf(mapping);
    if (!dryRun) rememberMapping(team, mapping);
    send(
      file,
      { mapping: asked && JSON.stringify(asked), skipRejected },
      dryRun,
    );
  };
  return (
    <Stack>
      <Intro>{t('toilImport.intro')}</Intro>
      <Template week={props.currentWeek} />
      <div>
        <FileLabel htmlFor={inputId}>{t('toilImport.file')}</FileLabel>
        <input
          id={inputId}
          type="file"
          accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          disabled={running}
          onChange={event => {
            setFile(event.target.files?.[0]);
            reset();
          }}
        />
      </div>
      <details
        open={labelsOpen}
        onToggle={event => setLabelsOpen(event.currentTarget.open)}
      >
        <summary>
          {mapping.labels.length > 0
            ? t('toilImport.ticketsOf', { count: mapping.labels.length })
            : t('toilImport.tickets')}
        </summary>
        <Intro>{t('toilImport.ticketsHint')}</Intro>
        <MappingEditor
          draft={mapping}
          onChange={next => {
            setMapping(next);
            reset();
          }}
          categories={props.categories}
          tried={tried}
        />
      </details>
      {!importable && step.at !== 'imported' && (
        <div>
          <Button
            iconStart={<RiUpload2Line />}
            isDisabled={!file || running}
            onPress={() => run(true)}
          >
            {t('toilImport.check')}
          </Button>
        </div>
      )}
      {running && (
        <div aria-live="polite">
          <LinearProgress
            aria-label={t(`toilImport.${step.at}`)}
            {...(step.of > 0 && {
              variant: 'determinate' as const,
              value: (100 * step.rows) / step.of,
            })}
          />
          <Intro>
            {t(`toilImport.${step.at}`)}{' '}
            {step.rows > 0 && t('toilImport.rowsDone', { count: step.rows })}
          </Intro>
        </div>
      )}
      {step.at === 'failed' && (
        <ErrorNotice error={step.error} title={t('toilImport.failed')} />
      )}
      {report && (
        <div role="status">
          {step.at === 'checked' && report.rejected > 0 && (
            <Spaced>
              <Alert
                status="warning"
                icon
                title={t('toilImport.nothingYet', { count: report.rejected })}
              />
            </Spaced>
          )}
          {step.at === 'imported' && (
            <Spaced>
              <Alert
                status="success"
                icon
                title={t('toilImport.done', { count: report.added })}
              />
            </Spaced>
          )}
          <ImportReportView report={report} />
        </div>
      )}
      {step.at === 'checked' && step.report.rejected > 0 && (
        <Switch
          isSelected={skipRejected}
          onChange={setSkipRejected}
          label={t('toilImport.skip')}
        />
      )}
      {importable && (
        <div>
          <Button onPress={() => run(false)}>
            {t('toilImport.import', { count: step.report.added })}
          </Button>
        </div>
      )}
      {step.at === 'imported' && (
        <div>
          <Button variant="secondary" onPress={props.onClose}>
            {t('toilImport.close')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Template({ week }: { week: string }) {
  const { t } = useReadinessTranslation();
  // With a byte order mark: spreadsheets take UTF-8 for something else without.
  const url = `data:text/csv;charset=utf-8,${encodeURIComponent(
    `\ufeff${importTemplate(week)}`,
  )}`;
  return (
    <Download href={url} download="toil.csv">
      <RiDownloadLine size={16} aria-hidden />
      {t('toilImport.template')}
    </Download>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  '& summary': { cursor: 'pointer', fontSize: 'var(--bui-font-size-3)' },
  '& input[type=file]': { maxWidth: '100%', font: 'inherit' },
});

const Intro = styled('p')({
  margin: 'var(--bui-space-1) 0',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const FileLabel = styled('label')({
  display: 'block',
  marginBottom: 'var(--bui-space-1_5)',
  fontSize: 'var(--bui-font-size-2)',
});

const Spaced = styled('div')({ marginBottom: 'var(--bui-space-3)' });

const Download = styled('a')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  justifySelf: 'start',
  color: 'var(--bui-fg-primary)',
  textDecoration: 'underline',
  fontSize: 'var(--bui-font-size-3)',
});
