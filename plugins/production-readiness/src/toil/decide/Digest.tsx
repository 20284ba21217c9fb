import { Button } from '@backstage/ui';
import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiFileCopyLine } from '@remixicon/react';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useToilDecisions } from '../figures/useFigures';
import { useLabel } from '../useLabel';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { useTitle } from './Decisions';
import { type CardSplit } from './split';

/**
 * The week in a few lines of Markdown, to paste where all of the team look.
 *
 * @internal
 */
export function Digest(props: {
  group: GroupName;
  report: ToilReport;
  split: CardSplit;
  /** The week, as people say it. */
  range: string;
  /** Its ISO week. */
  week: string;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const announce = useAnnounce();
  const title = useTitle();
  const label = useLabel();
  const { report, split, range, week } = props;
  const { data } = useToilDecisions(props.group);
  const decisions =
    data?.access === 'shown'
      ? data.decisions.filter(({ dropped }) => !dropped)
      : [];
  const { toil } = report;
  const text = [
    `**${t('toilFigures.friday.md.heading', {
      range,
      team: inMarkdown(report.group.title),
    })}**`,
    '',
    `- ${t('toilFigures.friday.md.split', {
      toil: String(split.toil),
      engineering: String(split.engineering),
      overhead: String(split.overhead),
    })}`,
    ...(toil.percent === null || toil.state === 'insufficient'
      ? []
      : [
          `- ${t('toilFigures.friday.md.quarter', {
            toil: format.percent(toil.percent),
            target: format.target(toil.target),
          })}`,
        ]),
    ...decisions
      .filter(({ kind, decidedIn }) => kind === 'stop' && decidedIn === week)
      .map(
        one =>
          `- ${t('toilFigures.friday.md.stop', {
            what: inMarkdown(label(one)),
          })}`,
      ),
    ...decisions
      .filter(one => (one.followUp?.won ?? 0) > 0)
      .slice(0, 3)
      .map(
        one =>
          `- ${t('toilFigures.friday.md.won', {
            time: format.hours(one.followUp?.won ?? 0),
            what: inMarkdown(title(one)),
          })}`,
      ),
  ].join('\n');

  const copy = async () => {
    await window.navigator.clipboard.writeText(text);
    announce(t('toilFigures.friday.copied'));
  };
  return (
    <div>
      <Text aria-label={t('toilFigures.friday.digest')}>{text}</Text>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFileCopyLine />}
        onPress={copy}
      >
        {t('toilFigures.friday.copy')}
      </Button>
    </div>
  );
}

/** Keeps names from becoming markup where they are pasted. */
function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}

const Text = styled('pre')({
  margin: '0 0 var(--bui-space-2)',
  padding: 'var(--bui-space-3)',
  borderRadius: 'var(--bui-radius-2)',
  background: 'var(--bui-bg-neutral-2)',
  fontFamily: 'inherit',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});
