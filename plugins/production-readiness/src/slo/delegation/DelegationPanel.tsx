import { useRef } from 'react';
import {
  type DelegationsView,
  type DelegationView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { SidePanel } from '../../layout';
import { useSloTranslation } from '../../translations';
import { DelegationForm } from './DelegationForm';
import { RenewForm } from './RenewForm';

/** In the URL in place of a delegation's id. @internal */
export const NEW_DELEGATION = 'new';

/**
 * Makes a delegation, or renews and ends one.
 *
 * @internal
 */
export function DelegationPanel(props: {
  view: DelegationsView;
  /** A delegation's id, or {@link NEW_DELEGATION}; closed while undefined. */
  openId: string | undefined;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const last = useRef<DelegationView>();
  const { view, openId, onClose } = props;
  const found = view.given.find(
    one => one.id === openId && one.state === 'active',
  );
  if (found) last.current = found;
  const isNew = openId === NEW_DELEGATION && view.mayDelegate;
  return (
    <>
      <SidePanel
        open={isNew}
        onClose={onClose}
        title={t('delegation.newTitle')}
      >
        {isNew && <DelegationForm now={view.asOf} onDone={onClose} />}
      </SidePanel>
      <SidePanel
        open={found !== undefined}
        onClose={onClose}
        title={t('delegation.forYou', {
          who: last.current?.delegate.name ?? '',
        })}
      >
        {last.current && (
          <RenewForm one={last.current} now={view.asOf} onDone={onClose} />
        )}
      </SidePanel>
    </>
  );
}
