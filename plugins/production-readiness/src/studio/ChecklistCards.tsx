import { Alert, Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  localize,
  type StudioChecklist,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../state';
import { exactDay, RelativeTime } from '../time';
import { HOVER_BACKGROUND } from '../theme/hover';
import { useStudioTranslation } from '../translations';
import { IssueList } from './draft/IssueList';

/**
 * The checklists in the order in which they are tried. One that has a newer
 * version that can't be used says what is wrong with it.
 *
 * @internal
 */
export function ChecklistCards(props: {
  checklists: readonly StudioChecklist[];
  chosenId: string | null;
  now: number;
  onChoose: (checklistId: string) => void;
}) {
  const { checklists, chosenId } = props;
  return (
    <Rows>
      {checklists.map((one, index) => (
        <li key={one.id ?? one.target ?? index}>
          {one.id && checklists.length > 1 ? (
            <Choice
              type="button"
              aria-pressed={one.id === chosenId}
              onClick={() => one.id && props.onChoose(one.id)}
            >
              <Words checklist={one} />
            </Choice>
          ) : (
            <Words checklist={one} />
          )}
          {one.error && <Broken checklist={one} now={props.now} />}
        </li>
      ))}
    </Rows>
  );
}

function Words({ checklist }: { checklist: StudioChecklist }) {
  const { t, language } = useStudioTranslation();
  const { title, description, target, usedSince } = checklist;
  return (
    <span>
      <Text as="span" variant="body-large" weight="bold">
        {title ? localize(title, language) : t('studio.never')}
      </Text>
      {description && <Line>{localize(description, language)}</Line>}
      <Line>
        {checklist.version !== null &&
          t('studio.facts', {
            version: checklist.version,
            items: String(checklist.items),
            entities: checklist.entities.toLocaleString(language),
          })}
        {usedSince !== null &&
          ` · ${t('studio.since', { day: exactDay(usedSince, language) })}`}
        {target && target !== 'default' && (
          <Target> · {t('studio.from', { target })}</Target>
        )}
      </Line>
    </span>
  );
}

function Broken(props: { checklist: StudioChecklist; now: number }) {
  const { t } = useStudioTranslation();
  const { error, id } = props.checklist;
  if (!error) return null;
  return (
    <Alert
      status="danger"
      icon
      title={t(id ? 'studio.broken.title' : 'studio.broken.titleNever')}
      description={
        <>
          <p>
            {t('studio.broken.since', {
              time: <RelativeTime at={error.since} now={props.now} />,
            })}
          </p>
          {error.issues.length > 0 ? (
            <IssueList issues={error.issues} />
          ) : (
            <p>{error.message || t('studio.broken.hidden')}</p>
          )}
        </>
      }
    />
  );
}

const Rows = styled('ul')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': { display: 'grid', gap: 'var(--bui-space-2)' },
});

const Choice = styled('button')({
  width: '100%',
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  border: 'none',
  borderLeft: '3px solid var(--bui-border-1)',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'start',
  cursor: 'pointer',
  '&:hover': { backgroundColor: HOVER_BACKGROUND },
  '&[aria-pressed="true"]': { borderLeftColor: TONES.info.solid },
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});

const Line = styled('span')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
  marginTop: 2,
});

const Target = styled('span')({ overflowWrap: 'anywhere' });
