import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { HOVER_BACKGROUND } from '../theme/hover';

/** A column: its heading, and whether it holds numbers. */
interface Column {
  key: string;
  name: string;
  numeric?: boolean;
}

/**
 * A plain table whose first cell names the row. Too wide for its place, it
 * scrolls by itself and never moves the page.
 *
 * @internal
 */
export function DataTable(props: {
  label: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) {
  const { columns } = props;
  return (
    <Scroll>
      <Table aria-label={props.label}>
        <thead>
          <tr>
            {columns.map(({ key, name, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index].key} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td
                    key={columns[index].key}
                    data-numeric={columns[index].numeric}
                  >
                    {cell}
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

const Scroll = styled('div')({ overflowX: 'auto', minWidth: 0 });

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  '& th, & td': {
    padding: 'var(--bui-space-2)',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 'var(--bui-font-weight-regular)',
    borderBottom: '1px solid var(--bui-border-1)',
  },
  '& th:first-of-type': { paddingInlineStart: 0 },
  '& thead th': {
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
