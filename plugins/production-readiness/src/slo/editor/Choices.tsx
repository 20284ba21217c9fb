import { Radio, RadioGroup } from '@backstage/ui';

/**
 * A few answers below each other, one of them chosen.
 *
 * @internal
 */
export function Choices<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <RadioGroup
      label={props.label}
      value={props.value}
      // The group only knows texts; they are the ones that were given to it.
      onChange={value => props.onChange(value as T)}
    >
      {props.options.map(option => (
        <Radio key={option.value} value={option.value}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
