import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Text } from '@backstage/ui';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  EXPORT_FORMATS,
  portfolioRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { RiDownload2Line } from '@remixicon/react';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { filtersOf, type PortfolioView } from '../portfolioUrl';

/**
 * Downloads everything that the filters leave, in the order of the list.
 *
 * @internal
 */
export function ExportMenu({ view }: { view: PortfolioView }) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const discovery = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  const download = async (format: (typeof EXPORT_FORMATS)[number]) => {
    setBusy(true);
    setFailed(false);
    try {
      const base = await discovery.getBaseUrl('production-readiness');
      const query = new URLSearchParams({
        format,
        sort: view.sort,
        direction: view.direction,
      });
      for (const [name, value] of Object.entries(filtersOf(view))) {
        for (const one of [value].flat()) {
          if (one !== undefined) query.append(name, String(one));
        }
      }
      const answer = await fetchApi.fetch(
        `${base}${portfolioRoutes.exportPortfolio.path}?${query}`,
      );
      if (!answer.ok) throw new Error(answer.statusText);
      offer(await answer.blob(), `readiness.${format}`);
      announce(t('portfolioViews.export.done'));
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <MenuTrigger>
        <Button
          variant="secondary"
          iconStart={<RiDownload2Line />}
          isDisabled={busy}
        >
          {t('portfolioViews.export.open')}
        </Button>
        <Menu>
          {EXPORT_FORMATS.map(format => (
            <MenuItem key={format} onAction={() => download(format)}>
              {t(`portfolioViews.export.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      {failed && (
        <Text role="alert" color="danger">
          {t('portfolioViews.export.failed')}
        </Text>
      )}
    </>
  );
}

function offer(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
