import { useSloTranslation } from '../../translations';
import { EMPTY_POLICY, type PolicyDraft } from './policyDraft';

/**
 * A policy that a small team can take as it is, in the language of the screen.
 *
 * @internal
 */
export function usePolicyTemplate(): PolicyDraft {
  const { t } = useSloTranslation();
  const step = (name: 'half' | 'quarter' | 'gone', budgetLeft: string) => ({
    budgetLeft,
    action: t(`sloPolicy.template.${name}.action`),
    responsible: t(`sloPolicy.template.${name}.responsible`),
  });
  return {
    ...EMPTY_POLICY,
    title: t('sloPolicy.template.title'),
    purpose: t('sloPolicy.template.purpose'),
    steps: [step('half', '50'), step('quarter', '25'), step('gone', '0')],
    exceptions: t('sloPolicy.template.exceptions'),
    incident: {
      budgetUsed: '20',
      action: t('sloPolicy.template.incident.action'),
      responsible: t('sloPolicy.template.incident.responsible'),
    },
    escalation: t('sloPolicy.template.escalation'),
  };
}
