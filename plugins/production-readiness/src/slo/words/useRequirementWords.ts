import {
  BUILT_IN_ROLES,
  type SignedVersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloTranslation } from '../../translations';
import { useRoleName } from './useRoleName';

type Requirement = SignedVersionView['requirements'][number];

/**
 * Names what a version still needs before it counts.
 *
 * @returns a function that gives the words, or undefined when nothing is missing
 * @internal
 */
export function useRequirementWords() {
  const { t, language } = useSloTranslation();
  const roleName = useRoleName();
  const requirement = ({ kind, roles }: Requirement) => {
    if (kind === 'technical-review') return t('slo.line.technicalReview');
    if (roles.length === 1) {
      return t('slo.line.approvalOf', { role: roleName(roles[0]) });
    }
    const isUsual =
      roles.length === BUILT_IN_ROLES.length &&
      BUILT_IN_ROLES.every(role => roles.includes(role));
    return isUsual
      ? t('slo.line.approvalAny')
      : t('sloOwners.oneOf', {
          roles: new Intl.ListFormat(language, { type: 'disjunction' }).format(
            roles.map(roleName),
          ),
        });
  };
  const missing = (requirements: Requirement[]) => {
    const unmet = requirements.filter(one => !one.met);
    return unmet.length === 0
      ? undefined
      : unmet.map(requirement).join(t('slo.line.and'));
  };
  return { requirement, missing };
}
