import { styled } from '@mui/material/styles';
import {
  type DraftIssue,
  isDocumentProblemCode,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useStudioTranslation } from '../../translations';

/**
 * What is wrong in a document, each at its place. A place is a button where
 * there is a text to go to.
 *
 * @internal
 */
export function IssueList(props: {
  issues: readonly DraftIssue[];
  onGoTo?: (issue: DraftIssue) => void;
}) {
  const { t } = useStudioTranslation();
  const wordsOf = useProblemWords();
  return (
    <Rows>
      {props.issues.map((issue, index) => {
        const place = t('studio.draft.place', {
          line: String(issue.line),
          column: String(issue.column),
        });
        return (
          // Two issues may be at one place.
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${issue.line}:${issue.column}:${index}`}>
            {props.onGoTo ? (
              <Place type="button" onClick={() => props.onGoTo?.(issue)}>
                {place}
              </Place>
            ) : (
              <b>{place}</b>
            )}
            {issue.path && <code>{issue.path}</code>}
            <span>{wordsOf(issue)}</span>
          </li>
        );
      })}
    </Rows>
  );
}

/**
 * What is wrong in the reader's language; in English, and for what has no code,
 * the server's own sentence.
 */
function useProblemWords(): (issue: DraftIssue) => string {
  const { t, language } = useStudioTranslation();
  return ({ code, params = {}, message }) =>
    !/^en\b/.test(language) && isDocumentProblemCode(code)
      ? t(`documentProblem.${code}`, params as never)
      : message;
}

const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-2)',
  '& > li': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 var(--bui-space-2)',
    overflowWrap: 'anywhere',
  },
});

const Place = styled('button')({
  padding: 0,
  border: 'none',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  fontWeight: 'var(--bui-font-weight-bold)',
  textDecoration: 'underline',
  cursor: 'pointer',
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});
