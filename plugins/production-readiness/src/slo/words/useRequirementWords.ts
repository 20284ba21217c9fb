import { type VersionView } from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../../translations';

type Requirement = VersionView['requirements'][number];

/**
 * Names what a version still needs before it counts.
 *
 * @returns a function that gives the words, or undefined when nothing is missing
 * @internal
 */
export function useRequirementWords() {
  const { t } = useReadinessTranslation();
  const requirement = ({ kind, roles }: Requirement) => {
    if (kind === 'technical-review') return t('slo.line.technicalReview');
    return roles.length === 1
      ? t('slo.line.approvalOf', { role: t(`slo.role.${roles[0]}`) })
      : t('slo.line.approvalAny');
  };
  const missing = (requirements: Requirement[]) => {
    const unmet = requirements.filter(one => !one.met);
    return unmet.length === 0
      ? undefined
      : unmet.map(requirement).join(t('slo.line.and'));
  };
  return { requirement, missing };
}
