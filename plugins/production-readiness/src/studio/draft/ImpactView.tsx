import { Link, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  localize,
  NO_LEVEL,
  type DraftImpact,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useEntityTabLink } from '../../entity';
import { PageSection } from '../../layout';
import { EntityName } from '../../people';
import { stateLook, TONES } from '../../state';
import { useReadinessTranslation } from '../../translations';
import { DataTable } from '../DataTable';
import { type PreviewMoment } from '../useStudio';

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
  const { t } = useReadinessTranslation();
  const { impact } = props;
  return (
    <PageSection
      title={t('studio.impact.title')}
      actions={
        <ToggleButtonGroup
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
        </ToggleButtonGroup>
      }
    >
      <Sentence impact={impact} />
      {impact.total.changed > 0 && (
        <Parts>
          <Levels impact={impact} />
          {impact.items.length > 0 && <Items impact={impact} />}
          <Teams impact={impact} />
          <Entities impact={impact} />
        </Parts>
      )}
    </PageSection>
  );
}

function Sentence({ impact }: { impact: DraftImpact }) {
  const { t, language } = useReadinessTranslation();
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

function Levels({ impact }: { impact: DraftImpact }) {
  const { t, language } = useReadinessTranslation();
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

function Items({ impact }: { impact: DraftImpact }) {
  const { t, language } = useReadinessTranslation();
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

function Teams({ impact }: { impact: DraftImpact }) {
  const { t, language } = useReadinessTranslation();
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

function Entities({ impact }: { impact: DraftImpact }) {
  const { t, say } = useReadinessTranslation();
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
                    before: percent(entity.before.score),
                    after: percent(entity.after.score),
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

/** A level by its id; documents name them as they like. */
function LevelName({ id }: { id: string }) {
  const { t } = useReadinessTranslation();
  return <Level>{id === NO_LEVEL ? t('studio.impact.noLevel') : id}</Level>;
}

function percent(score: number | null): string {
  return score === null ? '–' : String(Math.floor(score / 10));
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

const Lead = styled('p')({
  margin: 0,
  fontSize: 'var(--bui-font-size-4)',
  fontWeight: 500,
});

const Facts = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-4)',
  listStyle: 'none',
  margin: 'var(--bui-space-1) 0 0',
  padding: 0,
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

const Part = styled('div')({ minWidth: 0 });

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

const Level = styled('span')({ textTransform: 'capitalize' });

const Id = styled('small')({
  color: 'var(--bui-fg-secondary)',
  whiteSpace: 'nowrap',
});

const Quiet = styled('p')({ color: 'var(--bui-fg-secondary)' });
