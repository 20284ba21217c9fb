import { Fragment } from 'react';
import { type PortfolioPage } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../translations';
import { COLUMNS } from './columns';
import { PhoneSort } from './PhoneSort';
import { type PortfolioView } from './portfolioUrl';
import { type ChangeView } from './usePortfolio';

const [entity, ...facts] = COLUMNS;

/**
 * The rows for a phone: one block each, the same facts under their names.
 *
 * @internal
 */
export function PortfolioCards(props: {
  page: PortfolioPage;
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { say } = useReadinessTranslation();
  const { page, view, onChange } = props;
  const shown = facts.filter(({ id }) => !view.hidden.includes(id));
  return (
    <>
      <PhoneSort view={view} onChange={onChange} />
      <Cards>
        {page.rows.map(row => (
          <li key={row.entityRef}>
            <Name>{entity.cell(row, page.asOf)}</Name>
            <Facts>
              {shown.map(({ id, cell }) => (
                <Fragment key={id}>
                  <dt>{say(`portfolio.columns.${id}`)}</dt>
                  <dd>{cell(row, page.asOf)}</dd>
                </Fragment>
              ))}
            </Facts>
          </li>
        ))}
      </Cards>
    </>
  );
}

const Cards = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  color: 'var(--bui-fg-primary)',
  '& > li': {
    padding: 'var(--bui-space-4) 0',
    borderBottom: '1px solid var(--bui-border-1)',
  },
  '& > li:last-of-type': { borderBottom: 'none' },
});

const Name = styled('div')({
  marginBottom: 'var(--bui-space-2)',
  fontSize: 'var(--bui-font-size-4)',
});

const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(88px, 32%) 1fr',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  margin: 0,
  '& dt': { color: 'var(--bui-fg-secondary)' },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});
