import { styled } from '@mui/material/styles';
import { NO_LEVEL } from '@prodready/backstage-plugin-production-readiness-common';
import { useStudioTranslation } from '../../translations';

/**
 * A level by its id; documents name them as they like.
 *
 * @internal
 */
export function LevelName({ id }: { id: string }) {
  const { t } = useStudioTranslation();
  return id === NO_LEVEL ? (
    <>{t('studio.impact.noLevel')}</>
  ) : (
    <Level>{id}</Level>
  );
}

/** Short facts side by side. @internal */
export const Facts = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-4)',
  listStyle: 'none',
  margin: 'var(--bui-space-1) 0 0',
  padding: 0,
});

const Level = styled('span')({ textTransform: 'capitalize' });

/** What is small beside a name. @internal */
export const Id = styled('small')({
  color: 'var(--bui-fg-secondary)',
  whiteSpace: 'nowrap',
});
