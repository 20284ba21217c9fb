import { type ReactNode } from 'react';
import {
  type PortfolioRow,
  type PortfolioSort,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  BlockersCell,
  DueCell,
  EntityCell,
  LevelCell,
  OwnerCell,
  RequiredCell,
  SloCell,
  ToilCell,
} from './cells';

/** A column of the table, a line of the card. @internal */
export interface PortfolioColumn {
  id: PortfolioSort | 'toil';
  /** Columns of numbers stand right. */
  numeric?: boolean;
  /** Smallest width in pixels. */
  width: number;
  cell: (row: PortfolioRow, asOf: number) => ReactNode;
}

const COLUMNS: PortfolioColumn[] = [
  { id: 'entity', width: 140, cell: row => <EntityCell row={row} /> },
  { id: 'owner', width: 96, cell: row => <OwnerCell row={row} /> },
  { id: 'tier', width: 52, numeric: true, cell: row => row.tier },
  {
    id: 'blockers',
    width: 200,
    cell: (row, asOf) => <BlockersCell row={row} asOf={asOf} />,
  },
  {
    id: 'score',
    width: 80,
    numeric: true,
    cell: row => <RequiredCell row={row} />,
  },
  { id: 'level', width: 108, cell: row => <LevelCell row={row} /> },
  { id: 'sloState', width: 108, cell: row => <SloCell row={row} /> },
  {
    id: 'nextDue',
    width: 96,
    cell: (row, asOf) => <DueCell row={row} asOf={asOf} />,
  },
];

const TOIL: PortfolioColumn = {
  id: 'toil',
  width: 110,
  cell: row => <ToilCell row={row} />,
};

/**
 * The columns for some rows: toil only where the server said anything about
 * it, which it does for one's own teams or where comparing is switched on.
 *
 * @internal
 */
export function columnsFor(rows: PortfolioRow[]): PortfolioColumn[] {
  return rows.some(row => row.toilState) ? [...COLUMNS, TOIL] : COLUMNS;
}
