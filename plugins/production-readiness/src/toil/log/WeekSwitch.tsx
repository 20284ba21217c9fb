import { ButtonIcon } from '@backstage/ui';
import {
  addWeeks,
  firstDayOfWeek,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useReadinessTranslation } from '../../translations';
import { useToilFormat } from '../useToilFormat';
import { type ChosenWeek } from './useWeekParam';

/**
 * Which week is logged and listed; the running one unless somebody goes back.
 *
 * @internal
 */
export function WeekSwitch(props: { chosen: ChosenWeek; currentWeek: string }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { chosen, currentWeek } = props;
  const relative = {
    [currentWeek]: 'thisWeek',
    [addWeeks(currentWeek, -1)]: 'lastWeek',
  } as const;
  const name = relative[chosen.week];
  return (
    <Row>
      <ButtonIcon
        icon={<RiArrowLeftSLine />}
        variant="tertiary"
        size="small"
        aria-label={t('toil.log.previous')}
        onPress={() => chosen.select(addWeeks(chosen.week, -1))}
      />
      <span aria-live="polite">
        {t('toil.log.week', {
          range: format.weekRange(firstDayOfWeek(chosen.week)),
        })}
        {name && <Relative>{t(`toil.log.${name}`)}</Relative>}
      </span>
      <ButtonIcon
        icon={<RiArrowRightSLine />}
        variant="tertiary"
        size="small"
        aria-label={t('toil.log.next')}
        isDisabled={chosen.week >= currentWeek}
        onPress={() => chosen.select(addWeeks(chosen.week, 1))}
      />
    </Row>
  );
}

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 'var(--bui-space-1)',
  margin: '0 calc(-1 * var(--bui-space-2)) var(--bui-space-4)',
  fontSize: 'var(--bui-font-size-3)',
  textAlign: 'center',
});

const Relative = styled('span')({
  display: 'inline-block',
  marginLeft: 'var(--bui-space-2)',
  color: 'var(--bui-fg-secondary)',
});
