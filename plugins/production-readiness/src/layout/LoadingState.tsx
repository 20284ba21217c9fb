import { Skeleton } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../translations';
import { HiddenText } from './HiddenText';

/**
 * Grey lines where content will be, about as high as what they stand for.
 *
 * @internal
 */
export function LoadingState(props: {
  /** How many rows to draw, 6 unless told. */
  rows?: number;
  /** Height of a row in pixels, 44 unless told. */
  rowHeight?: number;
}) {
  const { t } = useReadinessTranslation();
  return (
    <Rows role="status" aria-busy="true">
      <HiddenText>{t('shell.loading')}</HiddenText>
      {Array.from({ length: props.rows ?? 6 }, (_, row) => (
        <Skeleton
          key={row}
          width="100%"
          height={props.rowHeight ?? 44}
          style={{ backgroundColor: GREY }}
        />
      ))}
    </Rows>
  );
}

// A surface's own grey can't be told from the page behind it.
const GREY = 'color-mix(in srgb, var(--bui-fg-primary) 8%, transparent)';

const Rows = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-2)',
});
