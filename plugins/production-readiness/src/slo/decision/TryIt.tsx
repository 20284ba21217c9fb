import '../../theme/muiClassNames';
import { type ReactNode, useId, useMemo } from 'react';
import { Button } from '@backstage/ui';
import Slider from '@mui/material/Slider';
import { styled } from '@mui/material/styles';
import {
  operatingStyleOf,
  targetsToTry,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloWords } from '../words/useSloWords';

/** Targets whose numbers stand below the scale. */
const LABELLED = ['50', '90', '99', '99.9', '99.99', '99.999'];

/**
 * Lets somebody move the number, down as well as up, and see what would follow.
 * The scale is one of nines: each labelled step fails ten times less.
 *
 * @internal
 */
export function TryIt(props: {
  /** The number in question, in percent. */
  target: string;
  /** The number that is agreed on today. */
  agreed?: string;
  tried: string;
  onTry: (target: string) => void;
  /** Offered while another number is tried: to go back to the one in question. */
  onBack?: () => void;
  /** Offered while another number is tried: to ask for it. */
  onSuggest?: (target: string) => void;
  /** What else would follow from the number that is tried. */
  children?: ReactNode;
}) {
  const words = useSloWords();
  const { t } = words;
  const id = useId();
  const { target, agreed, tried } = props;
  const stops = useMemo(
    () => targetsToTry(target, ...(agreed ? [agreed] : [])),
    [target, agreed],
  );
  const moved = tried !== target;

  return (
    <Frame>
      <Head>
        <h3 id={id}>{t('slo.decide.tryIt')}</h3>
        <Value aria-hidden>{words.percent(tried)}</Value>
      </Head>
      <Slider
        aria-labelledby={id}
        min={0}
        max={stops.length - 1}
        step={1}
        value={Math.max(0, stops.indexOf(tried))}
        onChange={(_event, value) => props.onTry(stops[Number(value)])}
        getAriaValueText={value => words.tryValue(stops[value])}
        track={false}
        marks={stops.map((stop, value) => ({
          value,
          label: LABELLED.includes(stop) ? stop : undefined,
        }))}
      />
      <Note aria-live="polite">
        {moved ? words.comparison(tried, target) : t('slo.decide.tryLower')}
        <br />
        {t(`slo.means.style.${operatingStyleOf(tried)}`)}
      </Note>
      {props.children}
      {moved && (
        <Buttons>
          {props.onBack && (
            <Button size="small" variant="secondary" onPress={props.onBack}>
              {t('slo.decide.tryBack', { target: words.percent(target) })}
            </Button>
          )}
          {props.onSuggest && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => props.onSuggest?.(tried)}
            >
              {t('slo.decide.trySuggest', { target: words.percent(tried) })}
            </Button>
          )}
        </Buttons>
      )}
    </Frame>
  );
}

const Frame = styled('section')({
  padding: 'var(--bui-space-3) var(--bui-space-4) var(--bui-space-4)',
  borderRadius: 'var(--bui-radius-3)',
  border: '1px solid var(--bui-border-1)',
  backgroundColor: 'var(--bui-bg-app)',
  // Room for the thumb and the outermost numbers of the scale.
  '& .v5-MuiSlider-root': {
    width: 'calc(100% - 24px)',
    margin: '0 12px 20px',
  },
});

const Head = styled('div')({
  display: 'flex',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  gap: 'var(--bui-space-3)',
  '& h3': { margin: 0, fontSize: 'var(--bui-font-size-3)', fontWeight: 600 },
});

const Value = styled('span')({
  fontSize: 'var(--bui-font-size-6)',
  fontWeight: 700,
  fontVariantNumeric: 'tabular-nums',
});

const Note = styled('p')({
  margin: 0,
  lineHeight: 1.6,
  // The words change while the thumb moves; what is below should not jump.
  minHeight: '3.2em',
  '@media (max-width: 599px)': { minHeight: '6.4em' },
  color: 'var(--bui-fg-secondary)',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  marginTop: 'var(--bui-space-2)',
});
