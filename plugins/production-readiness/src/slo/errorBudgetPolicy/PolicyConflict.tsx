import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  budgetPolicyDifference,
  type BudgetPolicyMaterial,
  budgetPolicyMaterialSchema,
  ReadinessResponseError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';
import { useSloTranslation } from '../../translations';
import { ChangeList } from '../changes/ChangeList';
import { policyContentOf, type PolicyDraft } from './policyDraft';

const currentSchema = z.object({
  version: z.int(),
  editor: z.string(),
  material: budgetPolicyMaterialSchema,
});

/** What somebody else saved first; undefined when nobody did. @internal */
export function currentOf(error: unknown) {
  if (!(error instanceof ReadinessResponseError) || error.status !== 412) {
    return undefined;
  }
  return currentSchema.safeParse(error.details?.current).data;
}

/**
 * Two people changed a policy at once: shows where the two texts differ and
 * lets the second one choose.
 *
 * @internal
 */
export function PolicyConflict(props: {
  current: z.output<typeof currentSchema>;
  draft: PolicyDraft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const { t } = useSloTranslation();
  const { material: theirs, editor } = props.current;
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('slo.editor.conflictTitle', { who: editor })}
      description={
        <Stack>
          <span>{t('slo.editor.conflictText')}</span>
          <ChangeList
            changes={budgetPolicyDifference(
              theirs,
              applied(props.draft, theirs),
            )}
            sides={{
              before: t('slo.editor.conflictTheirs'),
              after: t('slo.editor.conflictYours'),
            }}
          />
          <Buttons>
            <Button size="small" onPress={props.onKeepMine}>
              {t('slo.editor.conflictKeep')}
            </Button>
            <Button
              size="small"
              variant="secondary"
              onPress={props.onTakeTheirs}
            >
              {t('slo.editor.conflictTake')}
            </Button>
          </Buttons>
        </Stack>
      }
    />
  );
}

/** What theirs would become with mine in it; who answers for it stays. */
function applied(
  draft: PolicyDraft,
  { policyId, entityRef, accountableOwner }: BudgetPolicyMaterial,
): BudgetPolicyMaterial {
  const { accountableRole, ...mine } = policyContentOf(draft);
  return { ...mine, policyId, entityRef, accountableOwner };
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
