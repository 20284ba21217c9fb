import { useState } from 'react';
import { SearchField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { ErrorNotice, LoadingState } from '../../layout';
import { HOVER_BACKGROUND } from '../../theme/hover';
import { useSloTranslation } from '../../translations';
import { type Person, usePeople } from './usePeople';

/**
 * Looks for people of the catalog by name, and chooses one of them.
 *
 * @internal
 */
export function PeoplePicker(props: {
  /** Who is chosen now, as a canonical User reference. */
  chosen?: string;
  /** Who can't be chosen. */
  without?: string;
  isDisabled?: boolean;
  onChoose: (person: Person) => void;
}) {
  const { t } = useSloTranslation();
  const [term, setTerm] = useState('');
  const people = usePeople(term.trim());
  const shown = people.data?.filter(one => one.userRef !== props.without);
  return (
    <Stack>
      <SearchField
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={t('slo.owners.search')}
        placeholder={t('slo.owners.searchHint')}
        value={term}
        onChange={setTerm}
      />
      {people.isError && (
        <ErrorNotice
          error={people.error}
          title={t('slo.owners.loadError')}
          onRetry={() => people.refetch()}
        />
      )}
      {people.isPending && <LoadingState rows={5} rowHeight={52} />}
      {shown?.length === 0 && <Hint>{t('slo.owners.noMatch')}</Hint>}
      <People>
        {shown?.map(person => (
          <li key={person.userRef}>
            <button
              type="button"
              disabled={props.isDisabled}
              aria-current={props.chosen === person.userRef ? true : undefined}
              onClick={() => props.onChoose(person)}
            >
              <span>{person.name}</span>
              <small>{person.detail}</small>
            </button>
          </li>
        ))}
      </People>
    </Stack>
  );
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-4)' });

const Hint = styled('p')({
  margin: 0,
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const People = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& button': {
    all: 'unset',
    boxSizing: 'border-box',
    display: 'block',
    width: '100%',
    minHeight: 52,
    padding: 'var(--bui-space-2) var(--bui-space-3)',
    borderRadius: 'var(--bui-radius-2)',
    cursor: 'pointer',
  },
  '& button:hover': { backgroundColor: HOVER_BACKGROUND },
  '& button:focus-visible': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: -2,
  },
  '& button[aria-current]': { fontWeight: 700 },
  '& small': {
    display: 'block',
    fontWeight: 400,
    color: 'var(--bui-fg-secondary)',
  },
});
