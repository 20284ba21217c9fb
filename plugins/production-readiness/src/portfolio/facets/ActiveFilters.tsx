import { type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { localize } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiCloseLine } from '@remixicon/react';
import { HiddenText } from '../../layout';
import { HOVER_BACKGROUND } from '../../theme/hover';
import { useReadinessTranslation } from '../../translations';
import {
  activeFilterCount,
  LIST_FILTERS,
  type PortfolioView,
} from '../portfolioUrl';
import { type ChangeView, usePortfolioFacets } from '../usePortfolio';
import { useFilterLabel } from './useFilterLabel';

/**
 * The filters in use in one line, each of which can be taken away.
 *
 * @internal
 */
export function ActiveFilters(props: {
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { t, say, language } = useReadinessTranslation();
  const label = useFilterLabel();
  const { view, onChange } = props;
  const facets = usePortfolioFacets(view).data;
  const sectionTitle = (id: string) => {
    const found = facets?.section.find(({ value }) => value === id);
    return found ? localize(found.title, language) : id;
  };
  if (activeFilterCount(view) === 0) return null;

  const lists = LIST_FILTERS.flatMap(name =>
    view.lists[name].map(value => ({
      key: `${name}=${value}`,
      content: (
        <>
          {name !== 'tier' && `${say(`portfolio.facets.${name}`)}: `}
          {name === 'section' ? sectionTitle(value) : label(name, value)}
        </>
      ),
      remove: () =>
        onChange({
          lists: {
            ...view.lists,
            [name]: view.lists[name].filter(one => one !== value),
          },
        }),
    })),
  );

  return (
    <Line aria-label={t('portfolio.facets.active')}>
      {view.q && (
        <Filter onRemove={() => onChange({ q: '' })}>
          {t('portfolio.facets.search', { text: view.q })}
        </Filter>
      )}
      {lists.map(({ key, content, remove }) => (
        <Filter key={key} onRemove={remove}>
          {content}
        </Filter>
      ))}
      {view.dueWithin !== undefined && (
        <Filter onRemove={() => onChange({ dueWithin: undefined })}>
          {t('portfolio.facets.dueWithin')}:{' '}
          {label('dueWithin', String(view.dueWithin))}
        </Filter>
      )}
      {view.blocked !== undefined && (
        <Filter onRemove={() => onChange({ blocked: undefined })}>
          {t(
            view.blocked
              ? 'portfolioViews.blocked.yes'
              : 'portfolioViews.blocked.no',
          )}
        </Filter>
      )}
      <li>
        <Button
          size="small"
          variant="tertiary"
          onPress={() => onChange(withoutFilters(view))}
        >
          {t('portfolio.facets.clear')}
        </Button>
      </li>
    </Line>
  );
}

function withoutFilters(view: PortfolioView): Partial<PortfolioView> {
  return {
    q: '',
    dueWithin: undefined,
    blocked: undefined,
    lists: Object.fromEntries(
      Object.keys(view.lists).map(name => [name, []]),
    ) as unknown as PortfolioView['lists'],
  };
}

function Filter(props: { children: ReactNode; onRemove: () => void }) {
  const { t } = useReadinessTranslation();
  return (
    <li>
      <Tag type="button" onClick={props.onRemove}>
        <span>
          <HiddenText>{t('portfolio.facets.remove')}</HiddenText>{' '}
          {props.children}
        </span>
        <RiCloseLine size={16} aria-hidden />
      </Tag>
    </li>
  );
}

const Line = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-2)',
  margin: 0,
  padding: 0,
  listStyle: 'none',
});

const Tag = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 'var(--bui-space-1)',
  minHeight: 28,
  padding: '2px var(--bui-space-2) 2px var(--bui-space-3)',
  border: '1px solid var(--bui-border-2)',
  borderRadius: 'var(--bui-radius-full)',
  background: 'none',
  color: 'var(--bui-fg-primary)',
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  textAlign: 'start',
  cursor: 'pointer',
  '&:hover': { backgroundColor: HOVER_BACKGROUND },
  '&:focus-visible': { outline: '2px solid var(--bui-ring)', outlineOffset: 2 },
});
