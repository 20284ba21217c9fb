import { styled } from '@mui/material/styles';
import {
  localize,
  type DraftImpact,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { useStudioTranslation } from '../../translations';
import { DataTable } from '../DataTable';
import { Id, LevelName } from './ImpactParts';

/** How many entities stand on each level, now and then. @internal */
export function ImpactLevels({ impact }: { impact: DraftImpact }) {
  const { t, language } = useStudioTranslation();
  return (
    <Part>
      <h3>{t('studio.impact.levels')}</h3>
      <DataTable
        label={t('studio.impact.levels')}
        columns={[
          { key: 'level', name: t('studio.impact.level') },
          { key: 'before', name: t('studio.impact.before'), numeric: true },
          { key: 'after', name: t('studio.impact.after'), numeric: true },
        ]}
        rows={impact.levels.map(({ level, before, after }) => ({
          key: level,
          cells: [
            <LevelName key="name" id={level} />,
            before.toLocaleString(language),
            <Moved key="after" by={after - before}>
              {after.toLocaleString(language)}
            </Moved>,
          ],
        }))}
      />
    </Part>
  );
}

/** Which items make the difference, the most felt first. @internal */
export function ImpactItems({ impact }: { impact: DraftImpact }) {
  const { t, language } = useStudioTranslation();
  return (
    <Part>
      <h3>{t('studio.impact.items')}</h3>
      <DataTable
        label={t('studio.impact.items')}
        columns={[
          { key: 'item', name: t('studio.impact.item') },
          {
            key: 'entities',
            name: t('studio.impact.affected'),
            numeric: true,
          },
          { key: 'worse', name: t('studio.impact.worse'), numeric: true },
          { key: 'better', name: t('studio.impact.better'), numeric: true },
        ]}
        rows={impact.items.slice(0, 30).map(item => ({
          key: item.itemId,
          cells: [
            <span key="title">
              {localize(item.title, language)} <Id>{item.itemId}</Id>
            </span>,
            item.entities.toLocaleString(language),
            item.worse.toLocaleString(language),
            item.better.toLocaleString(language),
          ],
        }))}
      />
    </Part>
  );
}

/** Whom it would concern. @internal */
export function ImpactTeams({ impact }: { impact: DraftImpact }) {
  const { t, language } = useStudioTranslation();
  return (
    <Part>
      <h3>{t('studio.impact.teams')}</h3>
      <DataTable
        label={t('studio.impact.teams')}
        columns={[
          { key: 'team', name: t('studio.usage.team') },
          {
            key: 'changed',
            name: t('studio.impact.changedColumn'),
            numeric: true,
          },
          {
            key: 'down',
            name: t('studio.impact.levelDownColumn'),
            numeric: true,
          },
          {
            key: 'blockers',
            name: t('studio.impact.blockersColumn'),
            numeric: true,
          },
        ]}
        rows={impact.teams.slice(0, 30).map(team => ({
          key: team.ownerRef ?? '',
          cells: [
            team.ownerRef ? (
              <EntityName entityRef={team.ownerRef} link />
            ) : (
              t('studio.impact.nobody')
            ),
            team.changed.toLocaleString(language),
            team.levelDown.toLocaleString(language),
            team.moreBlockers.toLocaleString(language),
          ],
        }))}
      />
    </Part>
  );
}

function Moved(props: { by: number; children: string }) {
  if (props.by === 0) return <>{props.children}</>;
  const sign = props.by > 0 ? '+' : '−';
  return (
    <>
      {props.children}{' '}
      <Id>
        ({sign}
        {Math.abs(props.by)})
      </Id>
    </>
  );
}

const Part = styled('div')({ minWidth: 0 });
