import { useId, useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { onCallFloor } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { NumbersTable, PageSection } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { CsvButton } from '../figures/CsvButton';
import { useToilFormat } from '../useToilFormat';

/** The rotas of the table. */
const ROTAS = [2, 3, 4, 5, 6, 8, 10, 12];

/**
 * How much of each person's time a rota of some size takes by itself.
 *
 * @internal
 */
export function OnCallFloor() {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const [people, setPeople] = useState('6');
  const plain = people.normalize('NFKC').trim();
  const count = /^[1-9]\d{0,2}$/.test(plain) ? Number(plain) : undefined;
  const [asTable, setAsTable] = useState(false);
  const tableId = useId();
  const columns = [
    t('toilFigures.oncall.people'),
    t('toilFigures.oncall.share'),
  ];
  const rows = ROTAS.map(rota => [
    String(rota),
    format.target(onCallFloor(rota) * 100),
  ]);
  return (
    <PageSection
      title={t('toilFigures.oncall.title')}
      actions={
        <>
          <CsvButton
            name={t('toilFigures.oncall.title')}
            columns={columns}
            rows={rows}
          />
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('toilFigures.tableOf', {
              what: t('toilFigures.oncall.title'),
            })}
            aria-expanded={asTable}
            aria-controls={tableId}
            onPress={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'toilFigures.hideTable' : 'toilFigures.showTable')}
          </Button>
        </>
      }
    >
      <Row>
        <TextField
          label={t('toilFigures.oncall.people')}
          inputMode="numeric"
          value={people}
          onChange={setPeople}
        />
        <div aria-live="polite">
          <strong>
            {count === undefined
              ? t('toilFigures.oncall.problem')
              : t('toilFigures.oncall.is', {
                  percent: format.target(onCallFloor(count) * 100),
                })}
          </strong>
          <p>{t('toilFigures.oncall.why')}</p>
        </div>
      </Row>
      <NumbersTable
        id={tableId}
        caption={t('toilFigures.oncall.title')}
        visible={asTable}
        columns={columns}
        rows={rows.map(cells => ({ key: cells[0], cells }))}
      />
    </PageSection>
  );
}

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: 'var(--bui-space-3) var(--bui-space-5)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
  '& > div:first-of-type': { flex: '0 0 150px' },
  '& > div:last-of-type': { flex: '1 1 240px' },
  '& p': { margin: 0, color: 'var(--bui-fg-secondary)' },
});
