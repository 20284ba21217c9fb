import { Alert } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type DraftIssue,
  type DraftValidation,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useStudioTranslation } from '../../translations';
import { DifferenceList } from '../DifferenceList';
import { IssueList } from './IssueList';

/**
 * What is wrong with a draft, or what is different in it.
 *
 * @internal
 */
export function CheckedDraft(props: {
  result: DraftValidation;
  onGoTo: (issue: DraftIssue) => void;
}) {
  const { t } = useStudioTranslation();
  const { issues, checklist } = props.result;
  if (!checklist) {
    return (
      <Alert
        role="alert"
        status="danger"
        icon
        title={t('studio.draft.issues', { count: issues.length })}
        description={<IssueList issues={issues} onGoTo={props.onGoTo} />}
      />
    );
  }
  const { atOnce, differences } = checklist;
  return (
    <Stack>
      <Alert
        status="success"
        icon
        title={t('studio.draft.good')}
        description={
          differences
            ? t('studio.draft.goodChange', {
                version: versionBefore(props.result),
              })
            : t('studio.draft.goodNew', { items: String(checklist.items) })
        }
      />
      {atOnce.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('studio.draft.atOnce', {
            count: atOnce.length,
            items: atOnce.join(', '),
          })}
        />
      )}
      {differences && <DifferenceList differences={differences} />}
    </Stack>
  );
}

/** The version that a draft replaces, which may have the same name. */
function versionBefore({ checklist }: DraftValidation): string {
  const change = checklist?.differences?.fields.find(
    ({ field }) => field === 'version',
  );
  return change?.before ? JSON.parse(change.before) : checklist?.version ?? '';
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });
