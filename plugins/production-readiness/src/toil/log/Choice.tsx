import { useId } from 'react';
import { styled } from '@mui/material/styles';
import { RiErrorWarningLine } from '@remixicon/react';

/**
 * A few answers side by side, one of them chosen. Radio buttons underneath:
 * arrow keys move, and Enter sends the form, as in every field of it.
 *
 * @internal
 */
export function Choice<T extends string>(props: {
  label: string;
  value: T | null;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; hint?: string }[];
  /** Says what is missing. */
  problem?: string;
  /** How many stand beside each other. */
  columns?: number;
}) {
  const id = useId();
  const chosen = props.options.find(({ value }) => value === props.value);
  return (
    <Group
      aria-describedby={props.problem ? `${id}-problem` : undefined}
      aria-invalid={props.problem ? true : undefined}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
    >
      <Label id={`${id}-label`}>{props.label}</Label>
      <Options
        style={{
          gridTemplateColumns: `repeat(${
            props.columns ?? props.options.length
          }, minmax(0, 1fr))`,
        }}
      >
        {props.options.map(option => (
          <Option key={option.value}>
            <input
              type="radio"
              name={id}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
              aria-describedby={option.hint && `${id}-hint`}
            />
            <span>{option.label}</span>
          </Option>
        ))}
      </Options>
      {chosen?.hint && <Hint id={`${id}-hint`}>{chosen.hint}</Hint>}
      {props.problem && (
        <Problem id={`${id}-problem`}>
          <RiErrorWarningLine size={14} aria-hidden />
          {props.problem}
        </Problem>
      )}
    </Group>
  );
}

const Group = styled('div')({ minWidth: 0 });

const Label = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-primary)',
  marginBottom: 'var(--bui-space-1_5)',
});

const Options = styled('div')({ display: 'grid', gap: 4 });

const Option = styled('label')({
  position: 'relative',
  display: 'flex',
  cursor: 'pointer',
  '& > input': {
    position: 'absolute',
    inset: 0,
    margin: 0,
    opacity: 0,
    cursor: 'pointer',
  },
  '& > span': {
    flex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    minHeight: 36,
    padding: '4px 6px',
    borderRadius: 'var(--bui-radius-2)',
    border: '1px solid var(--bui-border-2)',
    fontSize: 'var(--bui-font-size-3)',
    lineHeight: 1.25,
  },
  '& > input:checked + span': {
    background: 'var(--bui-accent-bg)',
    borderColor: 'var(--bui-accent-bg)',
    color: 'var(--bui-accent-fg)',
    fontWeight: 600,
  },
  '&:hover > input:not(:checked) + span': {
    background: 'var(--bui-bg-neutral-2)',
  },
  '& > input:focus-visible + span': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: 2,
  },
});

const Hint = styled('div')({
  marginTop: 4,
  fontSize: 'var(--bui-font-size-1)',
  lineHeight: 1.4,
  color: 'var(--bui-fg-secondary)',
});

const Problem = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  marginTop: 4,
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
});
