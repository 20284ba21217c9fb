import {
  type BudgetPolicyLine,
  type PolicyRef,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloTranslation } from '../../translations';
import { Choices } from './Choices';

const NONE = 'none';

/**
 * Which signed policy says what happens when the budget of a number is gone.
 * A version that is named so far can stay.
 *
 * @internal
 */
export function PolicyChoice(props: {
  policies: readonly BudgetPolicyLine[];
  value: PolicyRef | undefined;
  onChange: (policy: PolicyRef | undefined) => void;
}) {
  const { t } = useSloTranslation();
  const { policies, value } = props;
  const choices = policies.flatMap(one =>
    one.inForce
      ? [{ ref: { id: one.id, ...one.inForce }, label: one.title }]
      : [],
  );
  const isListed = choices.some(one => keyOf(one.ref) === keyOf(value));
  if (value && !isListed) {
    choices.push({
      ref: value,
      label: t('sloPolicy.chooseOld', {
        title:
          policies.find(one => one.id === value.id)?.title ??
          t('sloPolicy.readTitle'),
        version: String(value.version),
      }),
    });
  }
  if (choices.length === 0) return <p>{t('sloPolicy.chooseHint')}</p>;
  return (
    <Choices
      label={t('sloPolicy.choose')}
      value={keyOf(value)}
      options={[
        ...choices.map(({ ref, label }) => ({ value: keyOf(ref), label })),
        { value: NONE, label: t('sloPolicy.chooseNone') },
      ]}
      onChange={key =>
        props.onChange(choices.find(one => keyOf(one.ref) === key)?.ref)
      }
    />
  );
}

function keyOf(ref: PolicyRef | undefined): string {
  return ref ? `${ref.id} ${ref.version}` : NONE;
}
