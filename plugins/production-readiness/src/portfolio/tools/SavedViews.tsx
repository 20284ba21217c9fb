import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
  TextField,
} from '@backstage/ui';
import { RiBookmarkLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useSavedViews } from './useSavedViews';

/**
 * The person's saved views: open one, keep the present one, delete one.
 *
 * @internal
 */
export function SavedViews() {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const [params, setParams] = useSearchParams();
  const { views, save, remove } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');

  const keep = async () => {
    const search = new URLSearchParams(params);
    search.delete('cursor');
    search.delete('open');
    await save({ name: name.trim(), search: search.toString() });
    setNaming(false);
    setName('');
    announce(t('portfolioViews.saved.saved'));
  };
  const forget = async (gone: string) => {
    await remove(gone);
    announce(t('portfolioViews.saved.removed'));
  };

  return (
    <>
      <MenuTrigger>
        <Button variant="secondary" iconStart={<RiBookmarkLine />}>
          {t('portfolioViews.saved.open')}
        </Button>
        <Menu>
          {views.map(view => (
            <MenuItem
              key={view.name}
              onAction={() => setParams(new URLSearchParams(view.search))}
            >
              {view.name}
            </MenuItem>
          ))}
          {views.length > 0 && <MenuSeparator />}
          <MenuItem onAction={() => setNaming(true)}>
            {t('portfolioViews.saved.save')}
          </MenuItem>
          {views.length > 0 && (
            <MenuSection title=" ">
              {views.map(view => (
                <MenuItem
                  key={view.name}
                  color="danger"
                  onAction={() => forget(view.name)}
                >
                  {t('portfolioViews.saved.remove', { name: view.name })}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </MenuTrigger>
      <Dialog isOpen={naming} onOpenChange={setNaming} width={420}>
        <DialogHeader>{t('portfolioViews.saved.title')}</DialogHeader>
        <DialogBody>
          <TextField
            label={t('portfolioViews.saved.name')}
            description={t('portfolioViews.saved.hint')}
            value={name}
            onChange={setName}
            maxLength={60}
          />
        </DialogBody>
        <DialogFooter>
          <Button isDisabled={name.trim() === ''} onPress={keep}>
            {t('portfolioViews.saved.confirm')}
          </Button>
          <Button variant="secondary" onPress={() => setNaming(false)}>
            {t('portfolioViews.saved.cancel')}
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
