import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  differenceOf,
  readTarget,
  ReadinessResponseError,
  type SloMaterial,
  sloMaterialSchema,
} from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';
import { useSloTranslation } from '../../translations';
import { ChangeList } from '../changes/ChangeList';
import { contentOf, type SloDraft } from './sloDraft';

const currentSchema = z.object({
  editor: z.string(),
  material: sloMaterialSchema,
});

/** Whether somebody else changed the SLO first. @internal */
export function isEditConflict(
  error: unknown,
): error is ReadinessResponseError {
  return error instanceof ReadinessResponseError && error.status === 412;
}

/**
 * Two people changed an SLO at once: shows where the two texts differ and lets
 * the second one choose. Neither is lost before that.
 *
 * @internal
 */
export function EditConflict(props: {
  error: ReadinessResponseError;
  draft: SloDraft;
  onKeepMine: () => void;
  onTakeTheirs: (material: SloMaterial) => void;
}) {
  const { t } = useSloTranslation();
  const { error, draft } = props;
  const current = currentSchema.safeParse(error.details?.current).data;
  if (!current) return <Alert status="warning" icon title={error.message} />;
  const theirs = current.material;
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('slo.editor.conflictTitle', { who: current.editor })}
      description={
        <Stack>
          <span>{t('slo.editor.conflictText')}</span>
          <ChangeList
            changes={differenceOf(theirs, applied(draft, theirs))}
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
              onPress={() => props.onTakeTheirs(theirs)}
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
function applied(draft: SloDraft, theirs: SloMaterial): SloMaterial {
  const read = readTarget(draft.target);
  const target = 'target' in read ? read.target : theirs.target;
  const { journeyId, accountableRole, ...mine } = contentOf(
    draft,
    draft.journeyId,
    target,
  );
  const { sloId, entityRef, journey, accountableOwner } = theirs;
  return { sloId, entityRef, journey, accountableOwner, ...mine };
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
