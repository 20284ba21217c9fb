import { ToggleButton } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type DraftImpact } from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection, Segments } from '../../layout';
import { TONES } from '../../state';
import { useStudioTranslation } from '../../translations';
import { type PreviewMoment } from '../useStudio';
import { ImpactEntities } from './ImpactEntities';
import { Facts } from './ImpactParts';
import { ImpactItems, ImpactLevels, ImpactTeams } from './ImpactTables';

/**
 * What a draft would change: first in a sentence, then by level, team, item
 * and entity, the worst first.
 *
 * @internal
 */
export function ImpactView(props: {
  impact: DraftImpact;
  when: PreviewMoment;
  onWhen: (when: PreviewMoment) => void;
}) {
  const { t } = useStudioTranslation();
  const { impact } = props;
  return (
    <PageSection
      title={t('studio.impact.title')}
      actions={
        <Segments
          aria-label={t('studio.impact.when')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[props.when]}
          onSelectionChange={keys =>
            props.onWhen([...keys][0] === 'started' ? 'started' : 'now')
          }
        >
          <ToggleButton id="now">{t('studio.impact.now')}</ToggleButton>
          <ToggleButton id="started">{t('studio.impact.started')}</ToggleButton>
        </Segments>
      }
    >
      <Sentence impact={impact} />
      {impact.total.changed > 0 && (
        <Parts>
          <ImpactLevels impact={impact} />
          {impact.items.length > 0 && <ImpactItems impact={impact} />}
          <ImpactTeams impact={impact} />
          <ImpactEntities impact={impact} />
        </Parts>
      )}
    </PageSection>
  );
}

function Sentence({ impact }: { impact: DraftImpact }) {
  const { t, language } = useStudioTranslation();
  const { entities, changed, levelDown, levelUp, moreBlockers } = impact.total;
  const number = (count: number) => count.toLocaleString(language);
  if (changed === 0) {
    return (
      <Lead>{t('studio.impact.none', { entities: number(entities) })}</Lead>
    );
  }
  const harm = levelDown + moreBlockers;
  return (
    <>
      <Lead>
        {t('studio.impact.sentence', {
          changed: number(changed),
          entities: number(entities),
        })}
      </Lead>
      <Facts>
        {levelDown > 0 && (
          <li style={{ color: TONES.danger.fg }}>
            {t('studio.impact.levelDown', { count: levelDown })}
          </li>
        )}
        {moreBlockers > 0 && (
          <li style={{ color: TONES.danger.fg }}>
            {t('studio.impact.moreBlockers', { count: moreBlockers })}
          </li>
        )}
        {levelUp > 0 && (
          <li style={{ color: TONES.success.fg }}>
            {t('studio.impact.levelUp', { count: levelUp })}
          </li>
        )}
        {harm === 0 && <li>{t('studio.impact.noHarm')}</li>}
      </Facts>
    </>
  );
}

const Lead = styled('p')({
  margin: 0,
  fontSize: 'var(--bui-font-size-4)',
  fontWeight: 500,
});

const Parts = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  gap: 'var(--bui-space-5) var(--bui-space-6)',
  marginTop: 'var(--bui-space-4)',
  '& h3': {
    margin: '0 0 var(--bui-space-1)',
    fontSize: 'var(--bui-font-size-3)',
  },
  '@media (min-width: 1024px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  },
});
