import { styled } from '@mui/material/styles';
import {
  type SignedVersionView,
  type SloState,
} from '@prodready/backstage-plugin-production-readiness-common';
import { StateBadge } from '../../state';
import { ReviewDue } from '../overview/StateLine';

/** Whether agreeing would renew what is in force. @internal */
export function renews(
  version: Pick<SignedVersionView, 'state' | 'decisions'> | undefined,
): boolean {
  return version?.state === 'in_force' && version.decisions.includes('approve');
}

/**
 * What is decided on and where it stands. Whoever looks again is told that it
 * is time, as on the page.
 *
 * @internal
 */
export function PanelSubtitle(props: {
  /** Of the entity. */
  title: string;
  document: { state: SloState; reviewBy: number | null };
  version: SignedVersionView;
  /** Milliseconds since the epoch, as the server says. */
  now: number;
}) {
  const { document, version } = props;
  const again = renews(version);
  return (
    <Frame>
      <span>{props.title}</span>
      <StateBadge
        family="slo"
        state={
          again && document.state !== 'proposed'
            ? document.state
            : version.state
        }
      />
      {again && <ReviewDue at={document.reviewBy} now={props.now} />}
    </Frame>
  );
}

const Frame = styled('span')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  alignItems: 'center',
  color: 'var(--bui-fg-secondary)',
});
