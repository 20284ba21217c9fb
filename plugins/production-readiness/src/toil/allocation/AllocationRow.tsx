import '../../theme/muiClassNames';
import { useId } from 'react';
import { Button } from '@backstage/ui';
import Slider from '@mui/material/Slider';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { NATURE_LOOKS, Swatch } from '../natures';
import { type AllocationDraft } from './allocationDraft';

/**
 * One kind of work: a slider to drag, the number to type, and what is left of
 * the week in one press.
 *
 * @internal
 */
export function AllocationRow(props: {
  part: AllocationDraft[number];
  name: string;
  /** What is left to 100; negative when it is too much. */
  left: number;
  onChange: (percent: number) => void;
}) {
  const { t } = useReadinessTranslation();
  const id = useId();
  const { part, name, left, onChange } = props;
  const balanced = part.percent + left;
  const canBalance = left !== 0 && balanced >= 0 && balanced <= 100;
  return (
    <Row role="group" aria-labelledby={id}>
      <Name id={id}>
        <Swatch
          aria-hidden
          style={{ background: NATURE_LOOKS[part.nature].background }}
        />
        {name}
      </Name>
      <Slider
        size="small"
        aria-label={t('toilAllocation.slider', { name })}
        value={part.percent}
        min={0}
        max={100}
        step={5}
        onChange={(_event, value) => onChange(Number(value))}
        getAriaValueText={value =>
          t('toilAllocation.percent', { value: String(value) })
        }
      />
      <Typed>
        <input
          aria-label={t('toilAllocation.typed', { name })}
          inputMode="numeric"
          value={part.percent}
          onFocus={event => event.target.select()}
          onChange={event =>
            onChange(Number(event.target.value.normalize('NFKC')))
          }
        />
        %
      </Typed>
      <Balance>
        {canBalance && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={t(
              left > 0 ? 'toilAllocation.giveRest' : 'toilAllocation.takeRest',
              { name, percent: String(Math.abs(left)) },
            )}
            onPress={() => onChange(balanced)}
          >
            {left > 0 ? `+${left}` : `−${-left}`}
          </Button>
        )}
      </Balance>
    </Row>
  );
}

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 4.5em 3.5em',
  gridTemplateAreas: '"name typed balance" "slider slider slider"',
  alignItems: 'center',
  columnGap: 'var(--bui-space-2)',
  '& .v5-MuiSlider-root': {
    gridArea: 'slider',
    width: 'calc(100% - 16px)',
    margin: '0 8px',
  },
});

const Name = styled('span')({
  gridArea: 'name',
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  fontSize: 'var(--bui-font-size-3)',
  minWidth: 0,
});

const Typed = styled('span')({
  gridArea: 'typed',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 2,
  fontVariantNumeric: 'tabular-nums',
  '& input': {
    width: '2.8em',
    padding: '4px 6px',
    border: '1px solid var(--bui-border-2)',
    borderRadius: 'var(--bui-radius-2)',
    background: 'var(--bui-bg-app)',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'right',
  },
  '& input:focus-visible': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: 1,
  },
});

const Balance = styled('span')({
  gridArea: 'balance',
  '& button': { minWidth: '100%' },
});
