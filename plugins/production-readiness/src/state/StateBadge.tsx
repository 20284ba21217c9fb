import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../translations';
import { StateFamily, stateLook, StateName } from './states';
import { TONES } from './tones';

/**
 * A state as shape, word and colour. Plain in lists; `filled` where it is the
 * headline of a page or drawer.
 *
 * @example
 * <StateBadge family="checklist" state="accepted" />
 * <StateBadge family="slo" state="review_due" filled />
 * @internal
 */
export function StateBadge<F extends StateFamily>(props: {
  family: F;
  state: StateName<F>;
  /** Coloured background, for the one state that a heading is about. */
  filled?: boolean;
  /** What follows the word: whom it waits for, since when. */
  children?: ReactNode;
}) {
  const { say } = useReadinessTranslation();
  const { Icon, tone, word } = stateLook(props.family, props.state);
  const { fg, bg } = TONES[tone];
  return (
    <Badge
      data-state={props.state}
      style={
        props.filled ? { color: fg, background: bg, ...PILL } : { color: fg }
      }
    >
      <Icon size={16} aria-hidden />
      <span>
        {say(word)}
        {props.children && <Detail> {props.children}</Detail>}
      </span>
    </Badge>
  );
}

const PILL = { padding: '2px 10px 2px 6px', borderRadius: 999 };

const Badge = styled('span')({
  display: 'inline-flex',
  alignItems: 'flex-start',
  gap: 6,
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  fontWeight: 500,
  '& > svg': { flex: 'none', marginTop: 2 },
});

const Detail = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontWeight: 400,
});
