import { styled } from '@mui/material/styles';
import { HiddenText } from './HiddenText';

/** One line of the table; the first cell names it. */
interface NumbersRow {
  key: string;
  cells: string[];
}

/**
 * The numbers behind a chart. Always there for screen readers; on screen when
 * somebody asks for it.
 *
 * @internal
 */
export function NumbersTable(props: {
  id: string;
  caption: string;
  visible: boolean;
  columns: string[];
  rows: NumbersRow[];
}) {
  const Wrapper = props.visible ? Scroll : HiddenText;
  return (
    <Wrapper as="div" id={props.id}>
      <Table>
        <caption>
          <HiddenText>{props.caption}</HiddenText>
        </caption>
        <thead>
          <tr>
            {props.columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells: [name, ...numbers] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {numbers.map((number, index) => (
                <td key={props.columns[index + 1]}>{number}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Wrapper>
  );
}

const Scroll = styled('div')({ overflowX: 'auto' });

const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 'var(--bui-font-size-2)',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': {
    padding: 'var(--bui-space-1_5) var(--bui-space-2)',
    textAlign: 'right',
    fontWeight: 400,
    borderBottom: '1px solid var(--bui-border-1)',
    whiteSpace: 'nowrap',
  },
  '& thead th': { color: 'var(--bui-fg-secondary)', whiteSpace: 'normal' },
  '& th:first-of-type': { textAlign: 'left' },
});
