import {
  type PortfolioPage,
  type PortfolioSort,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import {
  RiArrowDownLine,
  RiArrowUpDownLine,
  RiArrowUpLine,
} from '@remixicon/react';
import { HOVER_BACKGROUND } from '../theme/hover';
import { useReadinessTranslation } from '../translations';
import { COLUMNS, type PortfolioColumn } from './columns';
import { type PortfolioView, sortedBy } from './portfolioUrl';
import { moveBetweenRows } from './rowKeys';
import { type ChangeView } from './usePortfolio';

/**
 * The rows as a table. A plain one on purpose: the grid of `@backstage/ui`
 * takes the links of a row out of the tab order, and here every number is one.
 *
 * @internal
 */
export function PortfolioTable(props: {
  page: PortfolioPage;
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { t } = useReadinessTranslation();
  const { page, view, onChange } = props;
  const columns = COLUMNS.filter(({ id }) => !view.hidden.includes(id));

  return (
    <Scroll tabIndex={0} role="region" aria-label={t('portfolio.title')}>
      <Table>
        <thead>
          <tr>
            {columns.map(column => (
              <HeaderCell
                key={column.id}
                column={column}
                view={view}
                onSort={sort => onChange(sortedBy(view, sort))}
              />
            ))}
          </tr>
        </thead>
        {/* What has the focus is a link or a button of the row. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onKeyDown={moveBetweenRows}>
          {page.rows.map(row => (
            <tr key={row.entityRef}>
              {columns.map(({ id, numeric, cell }) =>
                id === 'entity' ? (
                  <th key={id} scope="row">
                    {cell(row, page.asOf)}
                  </th>
                ) : (
                  <td key={id} data-numeric={numeric}>
                    {cell(row, page.asOf)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

function HeaderCell(props: {
  column: PortfolioColumn;
  view: PortfolioView;
  onSort: (sort: PortfolioSort) => void;
}) {
  const { say } = useReadinessTranslation();
  const { id, numeric, width } = props.column;
  const name = say(`portfolio.columns.${id}`);
  const style = { minWidth: width };
  const { sort, direction } = props.view;
  const sorted = sort === id ? direction : undefined;
  const Arrow =
    (sorted === 'asc' && RiArrowUpLine) ||
    (sorted === 'desc' && RiArrowDownLine) ||
    RiArrowUpDownLine;
  return (
    <th
      scope="col"
      style={style}
      data-numeric={numeric}
      aria-sort={ariaSort(sorted)}
    >
      <SortButton
        type="button"
        data-sorted={sorted}
        onClick={() => props.onSort(id)}
      >
        {name}
        <Arrow size={14} aria-hidden />
      </SortButton>
    </th>
  );
}

function ariaSort(sorted: 'asc' | 'desc' | undefined) {
  if (!sorted) return undefined;
  return sorted === 'asc' ? ('ascending' as const) : ('descending' as const);
}

const Scroll = styled('div')({
  // Also what is hidden but for screen readers must scroll along.
  position: 'relative',
  overflowX: 'auto',
  // A shadow at the edge that more columns lie beyond; it leaves at the end.
  background: [
    'linear-gradient(90deg, var(--bui-bg-neutral-1) 40%, transparent) 0 0 / 32px 100% no-repeat local',
    'linear-gradient(-90deg, var(--bui-bg-neutral-1) 40%, transparent) 100% 0 / 32px 100% no-repeat local',
    'linear-gradient(90deg, var(--bui-border-1), transparent) 0 0 / 10px 100% no-repeat scroll',
    'linear-gradient(-90deg, var(--bui-border-1), transparent) 100% 0 / 10px 100% no-repeat scroll',
  ].join(', '),
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  color: 'var(--bui-fg-primary)',
  '& th, & td': {
    boxSizing: 'border-box',
    padding: 'var(--bui-space-3) var(--bui-space-2)',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 'var(--bui-font-weight-regular)',
    borderBottom: '1px solid var(--bui-border-1)',
  },
  '& th:first-of-type': { paddingInlineStart: 0 },
  '& thead th': {
    padding: 'var(--bui-space-1) var(--bui-space-2)',
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-2)',
    verticalAlign: 'bottom',
  },
  '& [data-numeric="true"]': {
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
  },
  '& tbody tr:last-of-type > *': { borderBottom: 'none' },
  '& tbody tr:hover': { backgroundColor: HOVER_BACKGROUND },
});

const SortButton = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: 32,
  padding: 0,
  border: 'none',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'inherit',
  cursor: 'pointer',
  position: 'relative',
  whiteSpace: 'nowrap',
  // Beside the word without taking its room: right of it, left of a number's.
  '& svg': { position: 'absolute', left: '100%', marginLeft: 2, opacity: 0 },
  '[data-numeric="true"] > & svg': {
    left: 'auto',
    right: '100%',
    marginRight: 2,
  },
  '&:hover svg, &:focus-visible svg': { opacity: 0.7 },
  '&[data-sorted]': {
    color: 'var(--bui-fg-primary)',
    fontWeight: 'var(--bui-font-weight-bold)',
  },
  '&[data-sorted] svg': { opacity: 1 },
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});
