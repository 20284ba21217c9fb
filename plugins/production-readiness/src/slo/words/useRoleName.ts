import { useCallback } from 'react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  BUILT_IN_ROLES,
  OTHER_SIGNER_ROLES,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../../translations';

const WITH_WORDS = [...BUILT_IN_ROLES, ...OTHER_SIGNER_ROLES] as const;

/**
 * Names a role: by the title that the organisation gave it, else by ours. A
 * role that is configured no more is named by its id.
 *
 * @internal
 */
export function useRoleName(): (role: string) => string {
  const { t, language } = useReadinessTranslation();
  const config = useApi(configApiRef);
  return useCallback(
    role => {
      const configured = config
        .getOptionalConfigArray('productionReadiness.slo.roles')
        ?.find(one => one.getOptionalString('id') === role)
        ?.getOptionalString(`title.${language.startsWith('ja') ? 'ja' : 'en'}`);
      const known = WITH_WORDS.find(one => one === role);
      return configured ?? (known ? t(`roles.${known}`) : role);
    },
    [config, language, t],
  );
}
