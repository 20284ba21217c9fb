import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  firstDayOfWeek,
  type ImportProblem,
  type ImportReport,
  recordedMinutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { useToilFormat } from '../useToilFormat';

/** More are a press away: a wrong column makes every line a bad one. */
const FEW = 20;

/**
 * What became of a file, or what would: counts first, then every line that is
 * not taken with its place and its reason.
 *
 * @internal
 */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const [all, setAll] = useState(false);
  const shown = all ? report.problems : report.problems.slice(0, FEW);
  const done = report.dryRun ? 'wouldAdd' : 'added';
  return (
    <div>
      <Counts>
        <Count data-main>
          <b>{report.added}</b> {t(`toilImport.${done}`)}
        </Count>
        <Count>
          <b>{report.alreadyThere}</b> {t('toilImport.alreadyThere')}
        </Count>
        {report.ignored > 0 && (
          <Count>
            <b>{report.ignored}</b> {t('toilImport.ignored')}
          </Count>
        )}
        <Count data-bad={report.rejected > 0}>
          <b>{report.rejected}</b>{' '}
          {t('toilImport.rejected', { count: report.rejected })}
        </Count>
      </Counts>
      {report.weeks && (
        <Note>
          {t('toilImport.span', {
            time: format.duration(recordedMinutes(report.totals)),
            from: format.monday(firstDayOfWeek(report.weeks.from)),
            to: format.sunday(firstDayOfWeek(report.weeks.to)),
          })}
        </Note>
      )}
      {report.problems.length > 0 && (
        <Scroll>
          <Table>
            <caption>{t('toilImport.problems')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('toilImport.line')}</th>
                <th scope="col">{t('toilImport.column')}</th>
                <th scope="col">{t('toilImport.why')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((problem, index) => (
                <tr key={index}>
                  <td>{problem.line}</td>
                  <td>
                    {[problem.column, problem.header]
                      .filter(part => part !== undefined && part !== null)
                      .join(' · ')}
                  </td>
                  <td>
                    <Reason problem={problem} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Scroll>
      )}
      {report.problems.length > FEW && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={all}
          onPress={() => setAll(!all)}
        >
          {all
            ? t('toil.where.fewer')
            : t('toil.where.all', { count: report.problems.length - FEW })}
        </Button>
      )}
      {report.rejected > 0 && report.problems.length < report.rejected && (
        <Note>
          {t('toilImport.notListed', { count: report.problems.length })}
        </Note>
      )}
    </div>
  );
}

/** In English the server's own words, elsewhere those for the reason's code. */
function Reason({ problem }: { problem: ImportProblem }) {
  const { t, language } = useReadinessTranslation();
  if (/^en\b/.test(language)) return <>{problem.reason}</>;
  return (
    <>
      {t(`toilImport.reason.${problem.code}`)}
      {problem.value && <Value>{problem.value}</Value>}
    </>
  );
}

const Counts = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  // The numbers end below each other, however many digits they have.
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  alignItems: 'baseline',
  gap: 'var(--bui-space-1) var(--bui-space-2)',
});

const Count = styled('li')({
  display: 'contents',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-secondary)',
  '& b': {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    color: 'var(--bui-fg-primary)',
  },
  '&[data-main] b': { fontSize: 'var(--bui-font-size-5)' },
  '&[data-bad=true] b': { color: 'var(--bui-negative-fg-subdued)' },
});

const Note = styled('p')({
  margin: 'var(--bui-space-2) 0 0',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

const Scroll = styled('div')({
  marginTop: 'var(--bui-space-3)',
  maxHeight: 360,
  overflowY: 'auto',
});

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.5,
  '& caption': {
    textAlign: 'left',
    fontWeight: 600,
    paddingBottom: 'var(--bui-space-1)',
  },
  '& th': { textAlign: 'left', color: 'var(--bui-fg-secondary)' },
  '& td, & th': {
    padding: '4px 8px 4px 0',
    verticalAlign: 'top',
    borderBottom: '1px solid var(--bui-border-1)',
    overflowWrap: 'anywhere',
  },
  '& td:first-of-type': {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

const Value = styled('code')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
});
