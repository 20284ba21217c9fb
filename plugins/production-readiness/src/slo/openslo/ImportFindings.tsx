import { useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  RiAddCircleLine,
  RiCheckLine,
  RiErrorWarningLine,
  RiRefreshLine,
} from '@remixicon/react';
import {
  type OpenSloImportLine,
  type OpenSloImportView,
  type OpenSloProblem,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';
import { useProblemWords } from './useProblemWords';

/** So many lines are drawn; the numbers count all. */
const DRAWN = 100;

const OUTCOMES = {
  added: { Icon: RiAddCircleLine, tone: TONES.success },
  changed: { Icon: RiRefreshLine, tone: TONES.info },
  unchanged: { Icon: RiCheckLine, tone: TONES.neutral },
  refused: { Icon: RiErrorWarningLine, tone: TONES.danger },
} as const;

/**
 * What an import would do, or did: each SLO with its entity, and what is wrong
 * with line and column.
 *
 * @internal
 */
export function ImportFindings(props: {
  view: OpenSloImportView;
  services: Readonly<Record<string, string>>;
  /** Checks again with these entities; absent after the import. */
  onChoose?: (services: Record<string, string>) => void;
}) {
  const { t } = useSloTranslation();
  const { view } = props;
  const open = openServices(view);
  const missing = view.slos.filter(one => one.journeyMissing).length;
  const errors = view.problems.filter(one => one.severity === 'error');
  const warnings = view.problems.filter(one => one.severity === 'warning');
  // What could not be read has no line of its own, but is not in either.
  const listed = new Set(view.slos.map(one => one.document));
  const unreadable = new Set(
    errors.map(one => one.document).filter(number => !listed.has(number)),
  );
  const ready = view.slos.filter(one => one.outcome !== 'refused').length;
  return (
    <Stack>
      <p>
        {t('openSlo.found', {
          documents: String(view.documents),
          ready: String(ready),
          refused: String(view.slos.length - ready + unreadable.size),
        })}
      </p>
      {props.onChoose && open.length > 0 && (
        <ServiceChooser
          lines={open}
          services={props.services}
          onChoose={props.onChoose}
        />
      )}
      {errors.length > 0 && (
        <Problems
          title={t('openSlo.problems.errors', { count: errors.length })}
          problems={errors}
          open
        />
      )}
      {view.slos.length > 0 && <Lines lines={view.slos} />}
      {missing > 0 && (
        <p>
          {t('openSlo.journeyMissing', {
            count: missing,
            title: t('openSlo.words.journeyTitle'),
          })}
        </p>
      )}
      {warnings.length > 0 && (
        <Problems
          title={t('openSlo.problems.warnings', { count: warnings.length })}
          problems={warnings}
        />
      )}
    </Stack>
  );
}

/** One line for each service whose entity could not be told. */
function openServices(view: OpenSloImportView): OpenSloImportLine[] {
  const open = view.slos.filter(one => one.entityRef === null);
  return [...new Map(open.map(one => [one.service, one])).values()];
}

function ServiceChooser(props: {
  lines: OpenSloImportLine[];
  services: Readonly<Record<string, string>>;
  onChoose: (services: Record<string, string>) => void;
}) {
  const { t } = useSloTranslation();
  const [chosen, setChosen] = useState<Record<string, string>>({
    ...props.services,
  });
  return (
    <Chooser>
      <strong>{t('openSlo.choose.title')}</strong>
      {props.lines.slice(0, 20).map(({ service, candidates }) => (
        <div key={service}>
          <TextField
            label={t('openSlo.choose.label', { service })}
            description={candidates.join(', ') || t('openSlo.choose.hint')}
            value={chosen[service] ?? ''}
            onChange={ref => setChosen({ ...chosen, [service]: ref.trim() })}
          />
          <Candidates>
            {candidates.map(ref => (
              <Button
                key={ref}
                size="small"
                variant="secondary"
                onPress={() => setChosen({ ...chosen, [service]: ref })}
              >
                {ref}
              </Button>
            ))}
          </Candidates>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          onPress={() =>
            props.onChoose(
              Object.fromEntries(
                Object.entries(chosen).filter(([, ref]) => ref !== ''),
              ),
            )
          }
        >
          {t('openSlo.choose.apply')}
        </Button>
      </div>
    </Chooser>
  );
}

function Lines({ lines }: { lines: readonly OpenSloImportLine[] }) {
  const { t } = useSloTranslation();
  return (
    <List>
      {lines.slice(0, DRAWN).map(line => {
        const { Icon, tone } = OUTCOMES[line.outcome];
        return (
          <li
            key={`${line.document} ${line.name} ${line.title} ${line.target}`}
          >
            <Icon size={18} aria-hidden style={{ color: tone.fg }} />
            <div>
              <strong>{line.title}</strong>{' '}
              {t('slo.percent', { number: line.target })}
              <small>
                {t(`openSlo.outcome.${line.outcome}`)} ·{' '}
                {line.entityRef ?? line.service}
              </small>
            </div>
          </li>
        );
      })}
      {lines.length > DRAWN && (
        <li>
          {t('openSlo.problems.more', { number: String(lines.length - DRAWN) })}
        </li>
      )}
    </List>
  );
}

function Problems(props: {
  title: string;
  problems: readonly OpenSloProblem[];
  open?: boolean;
}) {
  const { t } = useSloTranslation();
  return (
    <details open={props.open}>
      <summary>{props.title}</summary>
      <List>
        {props.problems.slice(0, DRAWN).map(one => (
          <li key={`${one.document} ${one.line} ${one.column} ${one.code}`}>
            <div>
              <small>
                {t('openSlo.problems.place', {
                  document: String(one.document),
                  line: String(one.line),
                  column: String(one.column),
                })}
                {one.name && ` · ${one.name}`}
              </small>
              {one.path && <code>{one.path}</code>}
              <Problem problem={one} />
            </div>
          </li>
        ))}
        {props.problems.length > DRAWN && (
          <li>
            {t('openSlo.problems.more', {
              number: String(props.problems.length - DRAWN),
            })}
          </li>
        )}
      </List>
    </details>
  );
}

function Problem({ problem }: { problem: OpenSloProblem }) {
  const { text, server } = useProblemWords()(problem);
  return (
    <>
      <div lang={server ? undefined : 'en'}>{text}</div>
      {server && <small lang="en">{server}</small>}
    </>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-3)',
  '& p': { margin: 0, lineHeight: 1.6 },
  '& summary': { cursor: 'pointer', fontWeight: 600 },
});

const Chooser = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  padding: 'var(--bui-space-3)',
  borderLeft: `3px solid ${TONES.info.solid}`,
  backgroundColor: TONES.info.bg,
});

const Candidates = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1)',
  marginTop: 'var(--bui-space-1)',
});

const List = styled('ul')({
  listStyle: 'none',
  margin: 'var(--bui-space-2) 0 0',
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-2)',
  '& > li': {
    display: 'flex',
    gap: 'var(--bui-space-2)',
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  '& svg': { flex: 'none', marginTop: 2 },
  '& small': {
    display: 'block',
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-2)',
  },
  '& code': { fontSize: 'var(--bui-font-size-2)' },
});
