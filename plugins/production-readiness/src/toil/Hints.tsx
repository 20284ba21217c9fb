import { type ReactNode } from 'react';
import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import {
  RiEyeLine,
  RiEyeOffLine,
  RiQuestionLine,
  type RemixiconComponentType,
  RiScales3Line,
  RiUserLine,
} from '@remixicon/react';
import { useReadinessTranslation } from '../translations';
import { useToilFormat } from './useToilFormat';

/**
 * What to know before reading the figures: how sure they are, what they say of
 * the team's load, and who else sees them.
 *
 * @internal
 */
export function Hints({ report }: { report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { members } = report;
  const { service, total } = report.byDenominator;
  return (
    <List>
      {report.manyUnsure && report.unsurePercent !== null && (
        <Hint Icon={RiQuestionLine} strong>
          {t('toil.hints.unsure', {
            percent: format.percent(report.unsurePercent),
          })}
        </Hint>
      )}
      {report.underRecorded && (
        <Hint Icon={RiQuestionLine} strong>
          {t('toilFigures.hints.underRecorded')}
        </Hint>
      )}
      {report.leavesOut && (
        <Hint Icon={RiEyeOffLine}>{t('toilFigures.hints.leavesOut')}</Hint>
      )}
      {service !== null && total !== null && service !== total && (
        <Hint Icon={RiScales3Line}>
          {t('toilFigures.hints.denominator', {
            service: format.percent(service),
            total: format.percent(total),
          })}
        </Hint>
      )}
      {report.contextSwitchMinutes > 0 && (
        <Hint Icon={RiScales3Line}>
          {t('toilFigures.hints.withSwitch', {
            minutes: String(report.contextSwitchMinutes),
            hours: format.hourCount(
              report.byCategory.reduce((sum, one) => sum + one.withSwitch, 0),
            ),
          })}
        </Hint>
      )}
      {members?.loneCarrier && (
        <Hint Icon={RiUserLine} strong>
          {t('toil.hints.loneCarrier')}
        </Hint>
      )}
      {members && !members.shownToOthers && (
        <Hint Icon={RiEyeOffLine}>{t('toil.hints.notShown')}</Hint>
      )}
      {members?.shownToOthers && (
        <Hint Icon={RiEyeLine}>{t('toil.hints.shown')}</Hint>
      )}
      {!members && <Hint Icon={RiEyeLine}>{t('toil.hints.outsider')}</Hint>}
    </List>
  );
}

function Hint(props: {
  Icon: RemixiconComponentType;
  strong?: boolean;
  children: ReactNode;
}) {
  const { Icon } = props;
  return (
    <Item data-strong={props.strong}>
      <Icon size={16} aria-hidden />
      <span>{props.children}</span>
    </Item>
  );
}

const List = styled('ul')({
  listStyle: 'none',
  margin: 'var(--bui-space-5) 0 0',
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-1_5)',
});

const Item = styled('li')({
  display: 'flex',
  gap: 6,
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.5,
  color: 'var(--bui-fg-secondary)',
  '&[data-strong]': {
    color: 'var(--bui-warning-fg-subdued)',
    fontSize: 'var(--bui-font-size-3)',
  },
  '& svg': { flex: 'none', marginTop: 2 },
});
