import { Link } from '@backstage/ui';
import {
  localize,
  type PortfolioRollup,
  type RollupLine,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { HiddenText } from '../../layout';
import { EntityName } from '../../people';
import { useReadinessTranslation } from '../../translations';
import { type PortfolioView } from '../portfolioUrl';
import { moveBetweenRows } from '../rowKeys';
import { drillDown } from './drillDown';
import { HeatCell } from './HeatCell';
import { inHierarchy } from './inHierarchy';

/** More lines would be more than a person reads and a browser draws at once. */
export const LINES_PER_PAGE = 50;

/**
 * One line for each team, System, Domain or tier, with a cell for each section.
 *
 * @internal
 */
export function RollupTable(props: {
  rollup: PortfolioRollup;
  view: PortfolioView;
  /** Which fifty of the lines are drawn, from 0. */
  page: number;
}) {
  const { t, language } = useReadinessTranslation();
  const { rollup, view, page } = props;
  const sections = rollup.sections
    .map((section, index) => ({ section, index }))
    .filter(({ index }) => rollup.lines.some(line => line.sections[index]));
  const lines = inHierarchy(rollup.lines).slice(
    page * LINES_PER_PAGE,
    (page + 1) * LINES_PER_PAGE,
  );

  return (
    <Scroll
      tabIndex={0}
      role="region"
      aria-label={t('portfolioViews.show.rollup')}
    >
      <Table>
        <thead>
          <tr>
            <th scope="col">{t(`portfolioViews.rollup.${view.by}`)}</th>
            <th scope="col" data-numeric>
              {t('portfolioViews.rollup.entities')}
            </th>
            <th scope="col" data-numeric>
              {t('portfolioViews.rollup.blocked')}
            </th>
            <th scope="col" data-numeric>
              {t('portfolioViews.rollup.inPlace')}
            </th>
            {sections.map(({ section: { id, title } }) => (
              <th key={id} scope="col" data-heat>
                {localize(title, language)}
              </th>
            ))}
          </tr>
        </thead>
        {/* What has the focus is a link of the row. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onKeyDown={moveBetweenRows}>
          <tr>
            <th scope="row">{t('portfolioViews.rollup.total')}</th>
            <Counts counts={rollup.total} view={view} />
            {sections.map(({ section: { id } }) => (
              <td key={id} />
            ))}
          </tr>
          {lines.map(({ line, depth }) => (
            <tr key={line.value}>
              <th scope="row" style={{ paddingInlineStart: 4 + depth * 14 }}>
                <LineName view={view} value={line.value} />
              </th>
              <Counts counts={line} view={view} value={line.value} />
              {sections.map(({ section, index }) => (
                <HeatCell
                  key={section.id}
                  section={section}
                  count={line.sections[index]}
                  href={drillDown(view, line.value, { section: section.id })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

function LineName({ view, value }: { view: PortfolioView; value: string }) {
  const { t } = useReadinessTranslation();
  return view.by === 'tier' ? (
    <span>{t('portfolio.tier', { tier: value })}</span>
  ) : (
    <EntityName entityRef={value} link />
  );
}

function Counts(props: {
  counts: Pick<RollupLine, 'entities' | 'blocked' | 'required' | 'satisfied'>;
  view: PortfolioView;
  value?: string;
}) {
  const { t } = useReadinessTranslation();
  const { entities, blocked, required, satisfied } = props.counts;
  const { view, value } = props;
  return (
    <>
      <td data-numeric>
        <Link standalone href={drillDown(view, value)}>
          {entities}
        </Link>
      </td>
      <td data-numeric>
        {blocked > 0 ? (
          <Link standalone href={drillDown(view, value, { blocked: true })}>
            {blocked}
          </Link>
        ) : (
          0
        )}
      </td>
      <td data-numeric>
        {required === 0 ? (
          <>
            –<HiddenText>{t('portfolioViews.rollup.none')}</HiddenText>
          </>
        ) : (
          <Link standalone href={drillDown(view, value)}>
            {`${Math.floor((100 * satisfied) / required)}%`}
          </Link>
        )}
      </td>
    </>
  );
}

const Scroll = styled('div')({
  position: 'relative',
  overflowX: 'auto',
  marginBottom: 'var(--bui-space-5)',
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 2,
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  '& th, & td': {
    padding: '6px 4px',
    textAlign: 'start',
    fontWeight: 'var(--bui-font-weight-regular)',
  },
  '& th[scope="row"]': { minWidth: 120 },
  '& thead th': {
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-2)',
    verticalAlign: 'bottom',
  },
  // Room for a word: Japanese would otherwise stand letter below letter.
  '& thead th[data-heat]': {
    minWidth: 64,
    textAlign: 'center',
    // Unlike "anywhere", this leaves a column as wide as its longest word.
    overflowWrap: 'break-word',
  },
  '& [data-numeric]': {
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});
