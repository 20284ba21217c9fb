import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  ReadinessResponseError,
  type AnswerResult,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useRefusal } from '../layout';
import { EntityName } from '../people';
import { useReadinessTranslation } from '../translations';

/**
 * What became of several answers: how many count, how many wait, and each that
 * was not saved with its reason.
 *
 * @internal
 */
export function Results(props: {
  results: AnswerResult[];
  onDismiss: () => void;
}) {
  const { t } = useReadinessTranslation();
  const refusalOf = useRefusal();
  const { results } = props;
  if (results.length === 0) return null;
  const saved = results.flatMap(({ item }) => item ?? []);
  const waiting = saved.filter(({ answer }) => answer?.decision === 'waiting');
  const refused = results.filter(({ problem }) => problem !== null);
  return (
    <Space>
      <Alert
        status={refused.length > 0 ? 'warning' : 'success'}
        icon
        title={t('upkeep.results.saved', { count: saved.length })}
        description={
          <>
            {waiting.length > 0 &&
              t('upkeep.results.waiting', { count: waiting.length })}
            {refused.length > 0 && (
              <>
                <div>
                  {t('upkeep.results.refused', { count: refused.length })}
                </div>
                <List>
                  {refused.map(({ entityRef, itemId, problem }) => (
                    <li key={`${itemId}/${entityRef}`}>
                      <strong>
                        {itemId} · <EntityName entityRef={entityRef} />
                      </strong>{' '}
                      {problem &&
                        refusalOf(
                          new ReadinessResponseError(
                            400,
                            problem.code,
                            problem.message,
                          ),
                        )}
                    </li>
                  ))}
                </List>
              </>
            )}
          </>
        }
        customActions={
          <Button size="small" variant="tertiary" onPress={props.onDismiss}>
            {t('upkeep.results.dismiss')}
          </Button>
        }
      />
    </Space>
  );
}

const Space = styled('div')({ margin: '0 0 var(--bui-space-4)' });

const List = styled('ul')({
  margin: 'var(--bui-space-1) 0 0',
  paddingInlineStart: 'var(--bui-space-5)',
});
