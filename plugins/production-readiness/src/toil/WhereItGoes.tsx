import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  recordedMinutes,
  type ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { HiddenText, PageSection } from '../layout';
import { useReadinessTranslation } from '../translations';
import { CsvButton } from './figures/CsvButton';
import { NATURE_LOOKS, NatureLegend, NATURES } from './natures';
import { useLabel } from './useLabel';
import { useToilFormat } from './useToilFormat';

/** As many as a glance takes in. */
const FEW = 7;

type CategoryTotals = ToilReport['byCategory'][number];

/**
 * Hours by category, most first. A table whose middle column is a bar, so that
 * nobody needs to see the bar.
 *
 * @internal
 */
export function WhereItGoes({ report }: { report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const label = useLabel();
  const [all, setAll] = useState(false);
  const { byCategory } = report;
  if (byCategory.length === 0) return null;
  const most = recordedMinutes(byCategory[0].totals);
  const rows = all ? byCategory : byCategory.slice(0, FEW);
  const more = byCategory.length - FEW;
  const used = NATURES.filter(nature =>
    rows.some(({ totals }) => totals[nature] > 0),
  );
  return (
    <PageSection
      title={t('toil.where.title')}
      actions={
        <CsvButton
          name={t('toil.where.table')}
          columns={[
            t('toil.where.category'),
            ...NATURES.map(nature => t(`toil.${nature}`)),
          ]}
          rows={byCategory.map(row => [
            label(row),
            ...NATURES.map(nature =>
              String(Math.round((row.totals[nature] / 60) * 100) / 100),
            ),
          ])}
        />
      }
    >
      <Table>
        <caption>
          <HiddenText>{t('toil.where.table')}</HiddenText>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <HiddenText>{t('toil.where.category')}</HiddenText>
            </th>
            <th scope="col">
              <HiddenText>{t('toil.where.hours')}</HiddenText>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <CategoryRow key={row.category ?? ''} row={row} most={most} />
          ))}
        </tbody>
      </Table>
      <Foot>
        <NatureLegend natures={used} />
        {more > 0 && (
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={all}
            onPress={() => setAll(!all)}
          >
            {all ? t('toil.where.fewer') : t('toil.where.all', { count: more })}
          </Button>
        )}
      </Foot>
    </PageSection>
  );
}

function CategoryRow({ row, most }: { row: CategoryTotals; most: number }) {
  const format = useToilFormat();
  const label = useLabel();
  return (
    <tr>
      <th scope="row">
        <span>{label(row)}</span>
        <Bar aria-hidden>
          {NATURES.map(nature => (
            <span
              key={nature}
              style={{
                width: `${(row.totals[nature] / most) * 100}%`,
                background: NATURE_LOOKS[nature].background,
              }}
            />
          ))}
        </Bar>
      </th>
      <td>{format.hours(recordedMinutes(row.totals))}</td>
    </tr>
  );
}

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 'var(--bui-font-size-3)',
  '& th': {
    textAlign: 'left',
    fontWeight: 400,
    padding: 'var(--bui-space-1_5) 0',
  },
  '& thead th': { padding: 0 },
  '& td': {
    textAlign: 'right',
    verticalAlign: 'bottom',
    whiteSpace: 'nowrap',
    width: 72,
    padding: 'var(--bui-space-1_5) 0',
    fontVariantNumeric: 'tabular-nums',
    lineHeight: '14px',
  },
});

const Bar = styled('div')({
  display: 'flex',
  height: 12,
  marginTop: 4,
  borderRadius: 3,
  overflow: 'hidden',
  '& > span': { flex: 'none' },
});

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-4)',
  marginTop: 'var(--bui-space-3)',
  '& > button': { marginLeft: 'auto' },
});
