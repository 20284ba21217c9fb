import { useState } from 'react';
import {
  Alert,
  Button,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import { type OpenSloImportInput } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { ChosenFile, ChosenFiles, joinFiles } from './ChosenFiles';
import { ImportFindings } from './ImportFindings';
import { useOpenSloImport } from './useOpenSlo';

type From = 'file' | 'paste' | 'url';

/**
 * Imports OpenSLO: choose, look at what would happen, import.
 *
 * @internal
 */
export function OpenSloPanel(props: {
  /** Where it was begun; undefined on the page of the whole catalog. */
  entityRef?: string;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={t('openSlo.title')}
      width={680}
    >
      {props.open && <OpenSloImport entityRef={props.entityRef} />}
    </SidePanel>
  );
}

/** The steps of an import, without a panel around them. @internal */
export function OpenSloImport({ entityRef }: { entityRef?: string }) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const [from, setFrom] = useState<From>('file');
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const [pasted, setPasted] = useState('');
  const [url, setUrl] = useState('');
  const [take, setTake] = useState<'sound' | 'all'>('sound');
  const [services, setServices] = useState<Record<string, string>>({});
  const { check, run, progress } = useOpenSloImport();

  const source = (): OpenSloImportInput['source'] =>
    from === 'url'
      ? { kind: 'url', url: url.trim() }
      : { kind: 'text', text: from === 'file' ? joinFiles(files) : pasted };
  const input = (chosen = services): OpenSloImportInput => ({
    source: source(),
    entityRef,
    services: chosen,
    take,
    words: {
      journeyTitle: t('openSlo.words.journeyTitle'),
      beneficiary: t('openSlo.words.beneficiary'),
      rationale: t('openSlo.words.rationale'),
    },
  });
  const given = {
    file: files.length > 0,
    paste: pasted !== '',
    url: url !== '',
  };
  // What was looked at is no longer what is there.
  const forget = () => {
    check.reset();
    run.reset();
  };
  const shown = run.data ?? check.data;
  const writes = (shown?.slos ?? []).filter(
    one => one.outcome === 'added' || one.outcome === 'changed',
  ).length;
  const blocked =
    take === 'all' &&
    (check.data?.problems ?? []).some(one => one.severity === 'error');

  return (
    <Stack>
      <p>{t('openSlo.intro')}</p>
      <RadioGroup
        label={t('openSlo.from.label')}
        orientation="horizontal"
        value={from}
        onChange={value => {
          setFrom(value as From);
          forget();
        }}
      >
        <Radio value="file">{t('openSlo.from.file')}</Radio>
        <Radio value="paste">{t('openSlo.from.paste')}</Radio>
        <Radio value="url">{t('openSlo.from.url')}</Radio>
      </RadioGroup>
      {from === 'file' && (
        <ChosenFiles
          files={files}
          onChange={next => {
            setFiles(next);
            forget();
          }}
        />
      )}
      {from === 'paste' && (
        <TextAreaField
          label={t('openSlo.paste')}
          description={t('openSlo.pasteHint')}
          value={pasted}
          rows={10}
          onChange={next => {
            setPasted(next);
            forget();
          }}
        />
      )}
      {from === 'url' && (
        <TextField
          label={t('openSlo.url')}
          description={t('openSlo.urlHint')}
          value={url}
          onChange={next => {
            setUrl(next);
            forget();
          }}
        />
      )}
      {!run.data && (
        <div>
          <Button
            variant={check.data ? 'secondary' : 'primary'}
            isDisabled={!given[from]}
            isPending={check.isPending}
            onPress={() => check.mutate(input())}
          >
            {t('openSlo.check')}
          </Button>
        </div>
      )}
      {(check.error ?? run.error) && (
        <ErrorNotice error={run.error ?? check.error} />
      )}
      {run.data?.taken && (
        <Alert
          status="success"
          icon
          title={t('openSlo.done', { count: writes })}
          description={t('openSlo.doneNext')}
        />
      )}
      {shown && (
        <ImportFindings
          view={shown}
          services={services}
          onChoose={
            run.data
              ? undefined
              : chosen => {
                  setServices(chosen);
                  check.mutate(input(chosen));
                }
          }
        />
      )}
      {check.data && !run.data && (
        <>
          <RadioGroup
            label={t('openSlo.take')}
            value={take}
            onChange={value => setTake(value as typeof take)}
          >
            <Radio value="sound">{t('openSlo.takeSound')}</Radio>
            <Radio value="all">{t('openSlo.takeAll')}</Radio>
          </RadioGroup>
          {run.isPending && progress && (
            <div>
              <LinearProgress
                variant="determinate"
                value={(100 * progress.done) / Math.max(progress.total, 1)}
                aria-label={t('openSlo.title')}
              />
              <p>
                {t('openSlo.progress', {
                  done: String(progress.done),
                  total: String(progress.total),
                })}
              </p>
            </div>
          )}
          <div>
            {writes === 0 ? (
              <p>{t('openSlo.nothing')}</p>
            ) : (
              <Button
                variant="primary"
                isDisabled={blocked}
                isPending={run.isPending}
                onPress={() =>
                  run.mutate(input(), {
                    onSuccess: () =>
                      announce(t('openSlo.done', { count: writes })),
                  })
                }
              >
                {t('openSlo.run', { count: writes })}
              </Button>
            )}
          </div>
        </>
      )}
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  '& p': { margin: 0, lineHeight: 1.6 },
  // YAML is read by its columns.
  '& textarea': {
    fontFamily: 'var(--bui-font-monospace), monospace',
    fontSize: 'var(--bui-font-size-2)',
    lineHeight: 1.5,
  },
});
