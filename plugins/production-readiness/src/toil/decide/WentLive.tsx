import { firstDayOfWeek } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { useToilDecisions } from '../figures/useFigures';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { useTitle } from './Decisions';

/** What went live of a team, by ISO week; nothing without a team. @internal */
export function useWentLive(
  group: GroupName | undefined,
): ReadonlyMap<string, string[]> {
  const title = useTitle();
  const { data } = useToilDecisions(group);
  const weeks = new Map<string, string[]>();
  for (const decision of data?.access === 'shown' ? data.decisions : []) {
    const { liveFrom, dropped } = decision;
    if (!liveFrom || dropped) continue;
    weeks.set(liveFrom, [...(weeks.get(liveFrom) ?? []), title(decision)]);
  }
  return weeks;
}

/**
 * The weeks in which something went live, in words: the key to the marks of
 * the chart.
 *
 * @internal
 */
export function WentLive(props: {
  /** The weeks of the chart. */
  weeks: readonly string[];
  wentLive: ReadonlyMap<string, string[]>;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const marked = props.weeks.filter(week => props.wentLive.has(week));
  if (marked.length === 0) return null;
  return (
    <List>
      {marked.map(week => (
        <li key={week}>
          {t('toilFigures.decisions.wentLive', {
            week: format.monday(firstDayOfWeek(week)),
            what: (props.wentLive.get(week) ?? []).join(' · '),
          })}
        </li>
      ))}
    </List>
  );
}

const List = styled('ul')({
  listStyle: 'none',
  margin: '0 0 var(--bui-space-3)',
  padding: 0,
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
  '& > li::before': {
    content: '"▼"',
    marginRight: 6,
    fontSize: 10,
    color: 'var(--bui-fg-primary)',
  },
});
