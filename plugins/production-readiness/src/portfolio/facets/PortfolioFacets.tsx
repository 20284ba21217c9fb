import {
  DUE_WITHIN_CHOICES,
  localize,
  type PortfolioFacets as Facets,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice, LoadingState } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import {
  LIST_FILTERS,
  type ListFilter,
  type PortfolioView,
} from '../portfolioUrl';
import { type ChangeView, usePortfolioFacets } from '../usePortfolio';
import { FacetGroup, type FacetOption } from './FacetGroup';
import { useFilterLabel } from './useFilterLabel';

const ANY = 'any';

/** The filters that answer "who needs help?"; the others start folded. */
const START_OPEN: ListFilter[] = ['tier', 'blocker', 'owner'];

/**
 * The filters of the portfolio with what each would leave.
 *
 * @internal
 */
export function PortfolioFacets(props: {
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { t, say, language } = useReadinessTranslation();
  const label = useFilterLabel();
  const { view, onChange } = props;
  const facets = usePortfolioFacets(view);

  if (facets.isError) {
    return (
      <ErrorNotice error={facets.error} onRetry={() => facets.refetch()} />
    );
  }
  if (!facets.data) return <LoadingState rows={8} rowHeight={28} />;

  const foundOptions = (data: Facets, name: ListFilter): FacetOption[] => {
    if (name === 'blocker') {
      return data.blocker.map(({ itemId, risk, count }) => ({
        value: itemId,
        label: localize(risk, language),
        count,
      }));
    }
    if (name === 'section') {
      return data.section.map(({ value, title, count }) => ({
        value,
        label: localize(title, language),
        count,
      }));
    }
    return counted(data, name).map(({ value, count }) => ({
      value,
      label: label(name, value),
      count,
    }));
  };
  const optionsOf = (name: ListFilter): FacetOption[] => {
    const options = foundOptions(facets.data, name);
    const missing = view.lists[name].filter(
      value => !options.some(option => option.value === value),
    );
    return [
      ...options,
      ...missing.map(value => ({ value, label: label(name, value), count: 0 })),
    ];
  };

  return (
    <Facet>
      {LIST_FILTERS.map(name => ({ name, options: optionsOf(name) }))
        .filter(({ options }) => options.length > 0)
        .map(({ name, options }) => (
          <FacetGroup
            key={name}
            title={say(`portfolio.facets.${name}`)}
            options={options}
            chosen={view.lists[name]}
            startsOpen={
              START_OPEN.includes(name) || view.lists[name].length > 0
            }
            onChoose={values =>
              onChange({ lists: { ...view.lists, [name]: values } })
            }
          />
        ))}
      <FacetGroup
        single
        startsOpen={view.dueWithin !== undefined}
        title={t('portfolio.facets.dueWithin')}
        options={[
          { value: ANY, label: t('portfolio.due.any') },
          ...DUE_WITHIN_CHOICES.map(days => ({
            value: String(days),
            label: label('dueWithin', String(days)),
            count:
              facets.data.dueWithin.find(({ value }) => value === String(days))
                ?.count ?? 0,
          })),
        ]}
        chosen={[view.dueWithin === undefined ? ANY : String(view.dueWithin)]}
        onChoose={([value]) =>
          onChange({ dueWithin: value === ANY ? undefined : Number(value) })
        }
      />
    </Facet>
  );
}

function counted(
  facets: Facets,
  name: Exclude<ListFilter, 'blocker' | 'section'>,
) {
  return name === 'tier'
    ? [...facets.tier].sort((a, b) => a.value.localeCompare(b.value))
    : facets[name];
}

const Facet = styled('div')({
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-primary)',
});
