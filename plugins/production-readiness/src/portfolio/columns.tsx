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
} from './cells';

/** A column of the table, a line of the card. @internal */
export interface PortfolioColumn {
  id: PortfolioSort;
  /** Columns of numbers stand right. */
  numeric?: boolean;
  /** Smallest width in pixels. */
  width: number;
  cell: (row: PortfolioRow, asOf: number) => ReactNode;
}

/** The columns of the table, in order. @internal */
export const COLUMNS: PortfolioColumn[] = [
  { id: 'entity', width: 128, cell: row => <EntityCell row={row} /> },
  { id: 'owner', width: 104, cell: row => <OwnerCell row={row} /> },
  { id: 'tier', width: 48, numeric: true, cell: row => row.tier },
  {
    id: 'blockers',
    width: 176,
    cell: (row, asOf) => <BlockersCell row={row} asOf={asOf} />,
  },
  {
    id: 'score',
    width: 80,
    numeric: true,
    cell: row => <RequiredCell row={row} />,
  },
  { id: 'level', width: 114, cell: row => <LevelCell row={row} /> },
  { id: 'sloState', width: 108, cell: row => <SloCell row={row} /> },
  {
    id: 'nextDue',
    width: 100,
    cell: (row, asOf) => <DueCell row={row} asOf={asOf} />,
  },
];
