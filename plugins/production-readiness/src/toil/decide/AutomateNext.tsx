import { useId, useState } from 'react';
import { Button, Select, TextField } from '@backstage/ui';
import {
  paybackWeeks,
  type ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice, NumbersTable, PageSection } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { CsvButton } from '../figures/CsvButton';
import { useFigureWrites } from '../figures/useFigures';
import { useLabel } from '../useLabel';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { hoursIn } from './hours';

/**
 * What automating a category would cost and when it has paid back: numbers to
 * play with, which members may keep as a candidate.
 *
 * @internal
 */
export function AutomateNext(props: { group: GroupName; report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const announce = useAnnounce();
  const label = useLabel();
  const { group, report } = props;
  const { decide } = useFigureWrites(group);
  const toils = report.byCategory
    .filter(one => one.category !== null && one.totals.toil > 0)
    .sort((a, b) => b.totals.toil - a.totals.toil);
  const [chosen, setChosen] = useState<string>();
  const [build, setBuild] = useState('40');
  const [upkeep, setUpkeep] = useState('0.5');
  const [asTable, setAsTable] = useState(false);
  const tableId = useId();
  const row = toils.find(one => one.category === chosen) ?? toils[0];
  if (!row || row.category === null) return null;

  const { category } = row;
  const perWeekOf = (one: (typeof toils)[number]) =>
    one.totals.toil / report.weeks.length;
  const perWeek = perWeekOf(row);
  const hours = { build: hoursIn(build), upkeep: hoursIn(upkeep) };
  const complete = hours.build !== undefined && hours.upkeep !== undefined;
  const weeksFor = (minutes: number) =>
    complete
      ? paybackWeeks({
          buildHours: hours.build ?? 0,
          savedPerWeek: minutes / 60,
          upkeepPerWeek: hours.upkeep ?? 0,
        })
      : null;
  const weeks = weeksFor(perWeek);
  const columns = [
    t('toilFigures.automate.category'),
    t('toilFigures.automate.now'),
    t('toilFigures.automate.payback'),
  ];
  const rows = toils.map(one => {
    const back = weeksFor(perWeekOf(one));
    return [
      label(one),
      format.hours(perWeekOf(one)),
      back === null ? '–' : String(Math.ceil(back)),
    ];
  });

  const keep = async () => {
    try {
      await decide.mutateAsync({
        kind: 'automate',
        category,
        buildHours: hours.build ?? 0,
        upkeepHours: hours.upkeep ?? 0,
        liveFrom: null,
        dropped: false,
      });
    } catch {
      return;
    }
    announce(t('toilFigures.automate.saved'));
  };

  return (
    <PageSection
      title={t('toilFigures.automate.title')}
      actions={
        <>
          <CsvButton
            name={t('toilFigures.automate.table')}
            columns={columns}
            rows={rows}
          />
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('toilFigures.tableOf', {
              what: t('toilFigures.automate.table'),
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
      <Intro>{t('toilFigures.automate.intro')}</Intro>
      <Fields>
        <Select
          label={t('toilFigures.automate.category')}
          options={toils.map(one => ({
            id: one.category ?? '',
            label: label(one),
          }))}
          value={category}
          onChange={value => setChosen(String(value))}
        />
        <TextField
          label={t('toilFigures.automate.build')}
          inputMode="decimal"
          value={build}
          onChange={setBuild}
        />
        <TextField
          label={t('toilFigures.automate.upkeep')}
          inputMode="decimal"
          value={upkeep}
          onChange={setUpkeep}
        />
      </Fields>
      <Result aria-live="polite">
        <strong>{resultOf()}</strong>
        <span>
          {t('toilFigures.automate.perWeek', {
            hours: format.hours(perWeek),
          })}
        </span>
      </Result>
      {report.members && (
        <Button
          variant="secondary"
          size="small"
          isDisabled={!complete}
          isPending={decide.isPending}
          onPress={keep}
        >
          {t('toilFigures.automate.save')}
        </Button>
      )}
      <NumbersTable
        id={tableId}
        caption={t('toilFigures.automate.table')}
        visible={asTable}
        columns={columns}
        rows={rows.map(cells => ({ key: cells[0], cells }))}
      />
      {decide.error && (
        <ErrorNotice
          error={decide.error}
          title={t('toilFigures.automate.failed')}
        />
      )}
    </PageSection>
  );

  function resultOf(): string {
    if (!complete) return t('toilFigures.automate.problem');
    if (weeks === null) return t('toilFigures.automate.never');
    return t('toilFigures.automate.pays', { count: Math.ceil(weeks) });
  }
}

const Intro = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const Fields = styled('div')({
  // The work's name needs the width.
  '& > :first-of-type': { gridColumn: '1 / -1' },
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
  alignItems: 'end',
  gap: 'var(--bui-space-3)',
});

const Result = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '0 var(--bui-space-4)',
  margin: 'var(--bui-space-4) 0',
  '& strong': { fontSize: 'var(--bui-font-size-5)', lineHeight: 1.4 },
  '& span': {
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-3)',
  },
});
