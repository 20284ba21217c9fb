import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiCheckLine, RiLayoutColumnLine } from '@remixicon/react';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { COLUMNS } from '../columns';
import { type PortfolioView } from '../portfolioUrl';
import { type ChangeView } from '../usePortfolio';

/**
 * Which columns the table has; the name always is one.
 *
 * @internal
 */
export function ColumnsMenu(props: {
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { t, say } = useReadinessTranslation();
  const { view, onChange } = props;
  const choices = COLUMNS.filter(({ id }) => id !== 'entity');
  return (
    <MenuTrigger>
      <Button variant="secondary" iconStart={<RiLayoutColumnLine />}>
        {t('portfolioViews.columns.open')}
      </Button>
      <Menu
        selectionMode="multiple"
        selectedKeys={choices
          .map(({ id }) => id)
          .filter(id => !view.hidden.includes(id))}
        onSelectionChange={keys =>
          onChange(
            {
              cursor: view.cursor,
              hidden: choices
                .map(({ id }) => id)
                .filter(id => keys !== 'all' && !keys.has(id)),
            },
            { replace: true },
          )
        }
      >
        {choices.map(({ id }) => (
          <MenuItem
            key={id}
            id={id}
            iconStart={
              view.hidden.includes(id) ? (
                <NoTick aria-hidden />
              ) : (
                <RiCheckLine size={16} aria-hidden />
              )
            }
          >
            {say(`portfolio.columns.${id}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

/** Keeps the names below each other where there is no tick. */
const NoTick = styled('span')({ width: 16, flex: 'none' });
