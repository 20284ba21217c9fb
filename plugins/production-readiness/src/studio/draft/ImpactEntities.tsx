import { Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type DraftImpact } from '@prodready/backstage-plugin-production-readiness-common';
import { useEntityTabLink } from '../../entity';
import { stateLook } from '../../state';
import { useStudioTranslation } from '../../translations';
import { Facts, Id, LevelName } from './ImpactParts';

/** The most affected entities, each with what it loses or gains. @internal */
export function ImpactEntities({ impact }: { impact: DraftImpact }) {
  const { t, say } = useStudioTranslation();
  const tabLink = useEntityTabLink();
  const state = (
    name: DraftImpact['entities'][number]['items'][number]['after'],
  ) =>
    name === null
      ? t('studio.impact.notThere')
      : say(stateLook('checklist', name).word);
  return (
    <Wide>
      <h3>{t('studio.impact.entities')}</h3>
      <Rows>
        {impact.entities.map(entity => (
          <li key={entity.ref}>
            <Link href={tabLink(entity.ref, 'readiness')} weight="bold">
              {entity.title}
            </Link>
            <Facts>
              {entity.before.level !== entity.after.level && (
                <li>
                  <LevelName id={entity.before.level} /> →{' '}
                  <LevelName id={entity.after.level} />
                </li>
              )}
              {entity.before.blockers !== entity.after.blockers && (
                <li>
                  {t('studio.impact.blockers', {
                    before: String(entity.before.blockers),
                    after: String(entity.after.blockers),
                  })}
                </li>
              )}
              {entity.before.score !== entity.after.score && (
                <li>
                  {t('studio.impact.score', {
                    ...percents(entity.before.score, entity.after.score),
                  })}
                </li>
              )}
              {entity.items.slice(0, 4).map(item => (
                <li key={item.itemId}>
                  <Id>{item.itemId}</Id>{' '}
                  {t('studio.impact.change', {
                    before: state(item.before),
                    after: state(item.after),
                  })}
                </li>
              ))}
              {entity.items.length > 4 && <li>+{entity.items.length - 4}</li>}
            </Facts>
          </li>
        ))}
      </Rows>
      {impact.total.changed > impact.entities.length && (
        <Quiet>
          {t('studio.impact.entitiesCut', {
            shown: String(impact.entities.length),
          })}
        </Quiet>
      )}
    </Wide>
  );
}

/** In whole percent, or in tenths where whole ones would look the same. */
function percents(before: number | null, after: number | null) {
  const whole = (score: number) => String(Math.floor(score / 10));
  const isSmall =
    before !== null && after !== null && whole(before) === whole(after);
  const written = (score: number | null) => {
    if (score === null) return '–';
    return isSmall ? (score / 10).toFixed(1) : whole(score);
  };
  return { before: written(before), after: written(after) };
}

const Wide = styled('div')({ minWidth: 0, gridColumn: '1 / -1' });

const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    padding: 'var(--bui-space-2) 0',
    borderTop: '1px solid var(--bui-border-1)',
  },
});

const Quiet = styled('p')({ color: 'var(--bui-fg-secondary)' });
