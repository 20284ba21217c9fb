import { useEffect, useState } from 'react';
import { Button, SearchField, ToggleButton } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiFilter3Line } from '@remixicon/react';
import { Segments } from '../layout';
import { useReadinessTranslation } from '../translations';
import {
  activeFilterCount,
  type PortfolioView,
  type Shown,
  SHOWN,
} from './portfolioUrl';
import { ColumnsMenu } from './tools/ColumnsMenu';
import { ExportMenu } from './tools/ExportMenu';
import { SavedViews } from './tools/SavedViews';
import { type ChangeView } from './usePortfolio';

/** Typing pauses this long before the server is asked, in milliseconds. */
const TYPING_PAUSE_MS = 300;

/**
 * Whose entities, the search, and the way to the filters where they have no
 * room beside the table.
 *
 * @internal
 */
export function PortfolioToolbar(props: {
  view: PortfolioView;
  onChange: ChangeView;
  onOpenFilters?: () => void;
}) {
  const { t } = useReadinessTranslation();
  const { view, onChange } = props;
  const filters = activeFilterCount(view);

  return (
    <Bar>
      <Segments
        aria-label={t('portfolio.scope.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.mine ? 'mine' : 'all']}
        onSelectionChange={keys => onChange({ mine: keys.has('mine') })}
      >
        <ToggleButton id="mine">{t('portfolio.scope.mine')}</ToggleButton>
        <ToggleButton id="all">{t('portfolio.scope.all')}</ToggleButton>
      </Segments>
      <Search view={view} onChange={onChange} />
      <Segments
        aria-label={t('portfolioViews.show.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.show]}
        onSelectionChange={keys => onChange({ show: [...keys][0] as Shown })}
      >
        {SHOWN.map(show => (
          <ToggleButton key={show} id={show}>
            {t(`portfolioViews.show.${show}`)}
          </ToggleButton>
        ))}
      </Segments>
      {props.onOpenFilters && (
        <Button
          variant="secondary"
          iconStart={<RiFilter3Line />}
          onPress={props.onOpenFilters}
        >
          {filters > 0
            ? t('portfolio.facets.openActive', { count: filters })
            : t('portfolio.facets.open')}
        </Button>
      )}
      <Tools>
        <SavedViews />
        {view.show === 'list' && (
          <ColumnsMenu view={view} onChange={onChange} />
        )}
        <ExportMenu view={view} />
      </Tools>
    </Bar>
  );
}

function Search(props: { view: PortfolioView; onChange: ChangeView }) {
  const { t } = useReadinessTranslation();
  const { view, onChange } = props;
  const [text, setText] = useState(view.q);

  // The URL changes without typing too: a filter taken away, the back button.
  useEffect(() => setText(view.q), [view.q]);
  useEffect(() => {
    if (text.trim() === view.q) return undefined;
    const timer = setTimeout(
      () => onChange({ q: text.trim() }, { replace: true }),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, view.q, onChange]);

  return (
    <SearchBox>
      <SearchField
        size="small"
        aria-label={t('portfolio.search')}
        placeholder={t('portfolio.search')}
        maxLength={100}
        value={text}
        onChange={setText}
      />
    </SearchBox>
  );
}

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-3)',
});

const Tools = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  marginInlineStart: 'auto',
});

const SearchBox = styled('div')({ flex: '1 1 200px', maxWidth: 360 });
