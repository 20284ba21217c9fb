import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useReadinessTranslation } from '../../translations';
import { csvOf } from './csv';

/**
 * Saves the numbers behind a picture. They are what the page got and shows, so
 * that a file never holds more than its reader may see.
 *
 * @internal
 */
export function CsvButton(props: {
  /** What it holds; the file's name as well. */
  name: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const { t } = useReadinessTranslation();
  const { name, columns, rows } = props;
  const save = () => {
    const blob = new Blob([csvOf([columns, ...rows])], {
      type: 'text/csv;charset=utf-8',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.csv`;
    link.click();
    // Once the browser has taken it.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <Button
      size="small"
      variant="tertiary"
      iconStart={<RiDownloadLine />}
      aria-label={t('toilFigures.csvOf', { what: name })}
      onPress={save}
    >
      {t('toilFigures.csv')}
    </Button>
  );
}
