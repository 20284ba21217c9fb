import { useRef } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  ownerView,
  type OwnerView,
  ReadinessResponseError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { useEntitySloWrites } from '../data/useSloWrites';
import { useRoleName } from '../words/useRoleName';
import { PeoplePicker } from './PeoplePicker';
import { type Person } from './usePeople';

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
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { owner } = props;
  const { setOwner } = useEntitySloWrites(props.entityRef);

  const role = useRoleName()(owner.role);
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
        <PeoplePicker
          chosen={owner.holder?.userRef}
          isDisabled={setOwner.isPending}
          onChoose={choose}
        />
      </Stack>
    </SidePanel>
  );
}

/** Somebody else was faster: says whom they named. */
function Failure({ error }: { error: unknown }) {
  const { t } = useSloTranslation();
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
