import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiLayoutColumnLine } from '@remixicon/react';
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
          <MenuItem key={id} id={id}>
            {say(`portfolio.columns.${id}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
