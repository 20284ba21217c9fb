import { useRef, useState } from 'react';
import { Alert, Button, SearchField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  ownerView,
  type OwnerView,
  ReadinessResponseError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { HOVER_BACKGROUND } from '../../theme/hover';
import { useReadinessTranslation } from '../../translations';
import { useEntitySloWrites } from '../data/useSloWrites';
import { type Person, usePeople } from './usePeople';

interface OwnerPanelProps {
  entityRef: string;
  entityTitle: string;
  onClose: () => void;
}

/**
 * Chooses who holds a role, from the people of the catalog.
 *
 * @internal
 */
export function OwnerPanel(
  props: OwnerPanelProps & {
    /** The role and who holds it now; closed while undefined. */
    owner: OwnerView | undefined;
  },
) {
  const last = useRef<OwnerView>();
  const { owner, ...rest } = props;
  if (owner) last.current = owner;
  if (!last.current) return null;
  return (
    <Choosing
      key={last.current.role}
      owner={last.current}
      open={owner !== undefined}
      {...rest}
    />
  );
}

function Choosing(
  props: OwnerPanelProps & { owner: OwnerView; open: boolean },
) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { owner } = props;
  const [term, setTerm] = useState('');
  const people = usePeople(term.trim());
  const { setOwner } = useEntitySloWrites(props.entityRef);

  const role = t(`slo.role.${owner.role}`);
  const isSetHere =
    owner.origin?.place === 'entity' && owner.origin.by === 'set';
  const choose = (person: Person | null) =>
    setOwner.mutate(
      {
        role: owner.role,
        userRef: person?.userRef ?? null,
        version: owner.version,
      },
      {
        onSuccess: () => {
          announce(
            person
              ? t('slo.owners.saved', { who: person.name, role })
              : t('slo.owners.cleared'),
          );
          props.onClose();
        },
      },
    );

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={t('slo.owners.panelTitle', { role })}
      footer={
        isSetHere && (
          <>
            <Button
              variant="secondary"
              isDisabled={setOwner.isPending}
              onPress={() => choose(null)}
            >
              {t('slo.owners.nobodyAction')}
            </Button>
            <Hint>{t('slo.owners.nobodyHint')}</Hint>
          </>
        )
      }
    >
      <Stack>
        <Hint>
          {t('slo.owners.panelText', { role, entity: props.entityTitle })}
        </Hint>
        {setOwner.isError && <Failure error={setOwner.error} />}
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
        {people.data?.length === 0 && <Hint>{t('slo.owners.noMatch')}</Hint>}
        <People>
          {people.data?.map(person => (
            <li key={person.userRef}>
              <button
                type="button"
                disabled={setOwner.isPending}
                aria-current={
                  owner.holder?.userRef === person.userRef ? true : undefined
                }
                onClick={() => choose(person)}
              >
                <span>{person.name}</span>
                <small>{person.detail}</small>
              </button>
            </li>
          ))}
        </People>
      </Stack>
    </SidePanel>
  );
}

/** Somebody else was faster: says whom they named. */
function Failure({ error }: { error: unknown }) {
  const { t } = useReadinessTranslation();
  if (!(error instanceof ReadinessResponseError) || error.status !== 412) {
    return <ErrorNotice error={error} />;
  }
  const current = ownerView.safeParse(error.details?.current).data;
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={
        current?.holder
          ? t('slo.owners.conflict', { who: current.holder.name })
          : t('slo.owners.conflictNobody')
      }
    />
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
