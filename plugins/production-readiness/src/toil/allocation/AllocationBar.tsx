import { styled } from '@mui/material/styles';
import { NATURE_LOOKS } from '../natures';
import { type AllocationDraft } from './allocationDraft';

/**
 * The week as one bar, part beside part, so that what is still empty is seen
 * at once. What goes beyond 100 % pushes the parts together.
 *
 * @internal
 */
export function AllocationBar(props: {
  draft: AllocationDraft;
  /** What a screen reader says instead of the bar. */
  label: string;
}) {
  return (
    <Track role="img" aria-label={props.label}>
      {props.draft
        .filter(({ percent }) => percent > 0)
        .map(part => (
          <Part
            key={`${part.trigger} ${part.nature} ${part.category ?? ''}`}
            style={{
              flex: `0 1 ${part.percent}%`,
              background: NATURE_LOOKS[part.nature].background,
            }}
          />
        ))}
    </Track>
  );
}

const Track = styled('div')({
  display: 'flex',
  gap: 2,
  height: 18,
  borderRadius: 4,
  overflow: 'hidden',
  border: '1px solid var(--bui-border-2)',
  boxSizing: 'border-box',
});

const Part = styled('div')({
  minWidth: 0,
  transition: 'flex-basis 120ms',
  '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
});
