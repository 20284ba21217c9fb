import { Button, Select } from '@backstage/ui';
import {
  addWeeks,
  countWeeks,
  QUARTER_WEEKS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useReadinessTranslation } from '../../translations';
import { type AskedPeriod, shifted } from './usePeriodParam';

const CHOICES = [4, 13, 26, 52];

/**
 * Which weeks are shown: how many, and a step back or forth.
 *
 * @internal
 */
export function PeriodPicker(props: {
  period: { from: string; to: string };
  /** The last full week. */
  lastWeek: string;
  isDefault: boolean;
  onSelect: (period: AskedPeriod) => void;
}) {
  const { t } = useReadinessTranslation();
  const { period, lastWeek, onSelect } = props;
  const weeks = countWeeks(period.from, period.to);
  const later = shifted(period, 1);
  const choices = CHOICES.includes(weeks) ? CHOICES : [...CHOICES, weeks];
  const choose = (next: { from: string; to: string }) =>
    onSelect(
      next.to === lastWeek && countWeeks(next.from, next.to) === QUARTER_WEEKS
        ? {}
        : next,
    );
  return (
    <Row>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiArrowLeftSLine />}
        onPress={() => choose(shifted(period, -1))}
      >
        {t('toilFigures.period.earlier')}
      </Button>
      <Select
        style={{ flex: 'none', width: 132 }}
        size="small"
        aria-label={t('toilFigures.period.weeks')}
        options={[...choices]
          .sort((a, b) => a - b)
          .map(count => ({
            id: String(count),
            label: t('toilFigures.period.choice', { weeks: String(count) }),
          }))}
        value={String(weeks)}
        onChange={value =>
          choose({
            from: addWeeks(period.to, 1 - Number(value)),
            to: period.to,
          })
        }
      />
      <Button
        size="small"
        variant="tertiary"
        iconEnd={<RiArrowRightSLine />}
        isDisabled={later.to > lastWeek}
        onPress={() => choose(later)}
      >
        {t('toilFigures.period.later')}
      </Button>
      {!props.isDefault && (
        <Button size="small" variant="tertiary" onPress={() => onSelect({})}>
          {t('toilFigures.period.reset')}
        </Button>
      )}
    </Row>
  );
}

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-2)',
  marginBottom: 'var(--bui-space-3)',
});
