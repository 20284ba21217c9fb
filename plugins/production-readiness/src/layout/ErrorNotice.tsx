import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../translations';
import { useRefusal } from './useRefusal';

/**
 * Says what went wrong in the server's words, which field it is about, and
 * what to do. An error without such words gets a plain sentence of its own.
 *
 * @internal
 */
export function ErrorNotice(props: {
  error: unknown;
  /** Offers to try again. */
  onRetry?: () => void;
  /** A headline that says what did not work, instead of the general one. */
  title?: string;
}) {
  const { t } = useReadinessTranslation();
  const refusal = useRefusal();
  const { error } = props;
  const answered = error instanceof ReadinessResponseError ? error : undefined;
  const field = answered?.field && fieldName(answered.field);

  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title ?? t(titleKey(answered?.status))}
      description={
        <>
          <span>{answered ? refusal(answered) : t(plainKey(error))}</span>
          {field && <div>{t('shell.error.field', { field })}</div>}
          {/* Below the words: beside them it leaves none of a narrow column. */}
          {props.onRetry && (
            <Retry>
              <Button size="small" variant="secondary" onPress={props.onRetry}>
                {t('shell.error.retry')}
              </Button>
            </Retry>
          )}
        </>
      }
    />
  );
}

function titleKey(status: number | undefined) {
  switch (status) {
    case 403:
      return 'shell.error.notAllowed';
    case 404:
      return 'shell.error.notFound';
    case 409:
    case 412:
      return 'shell.error.conflict';
    default:
      return 'shell.error.title';
  }
}

// A fetch that got no answer rejects with a TypeError in every browser.
function plainKey(error: unknown) {
  return error instanceof TypeError
    ? 'shell.error.offline'
    : 'shell.error.unexpected';
}

/**
 * `body.evidence.url` is "evidence.url" to a person; what the app itself sends
 * along, such as versions, is nothing that they could mend.
 */
function fieldName(path: string): string | undefined {
  if (/^(header|path)\.|Digest$/.test(path)) return undefined;
  return path.replace(/^(body|query|params)\./, '');
}

const Retry = styled('div')({ marginTop: 'var(--bui-space-2)' });
