import '../theme/muiClassNames';
import { type ReactNode, useCallback, useId, useRef } from 'react';
import { BgProvider, ButtonIcon, Text } from '@backstage/ui';
import Drawer from '@mui/material/Drawer';
import { styled } from '@mui/material/styles';
import { RiCloseLine } from '@remixicon/react';
import { PanelAnnouncements } from '../query';
import { readableInDark, wholeLetters } from '../theme/Readable';
import { useReadinessTranslation } from '../translations';
import { focusables } from './focusables';
import { useFocusKept } from './useFocusKept';
import { useFocusReturn } from './useFocusReturn';

/**
 * A drawer on the right that keeps the list in view; on a phone it fills the
 * screen. The focus stays inside while it is open and goes back to where it
 * came from. Give it a URL of its own with `usePanelParam`.
 *
 * @internal
 */
export function SidePanel(props: {
  open: boolean;
  onClose: () => void;
  /** The heading; also the panel's name for screen readers. */
  title: ReactNode;
  /** A line under the heading: state, id, entity. */
  subtitle?: ReactNode;
  /** Actions that stay in view at the bottom. */
  footer?: ReactNode;
  /** Width on large screens in pixels, 560 unless told. */
  width?: number;
  children: ReactNode;
}) {
  const { t } = useReadinessTranslation();
  const titleId = useId();
  const panel = useRef<HTMLDivElement | null>(null);
  const keepFocus = useFocusKept();
  const returnFocus = useFocusReturn(props.open);
  const panelRef = useCallback(
    (element: HTMLDivElement | null) => {
      panel.current = element;
      keepFocus(element);
    },
    [keepFocus],
  );
  const focusEdge = (edge: 'first' | 'last') => {
    const stops = panel.current ? focusables(panel.current) : [];
    stops[edge === 'first' ? 0 : stops.length - 1]?.focus();
  };

  return (
    <Drawer
      anchor="right"
      open={props.open}
      onClose={props.onClose}
      SlideProps={{ onExited: returnFocus }}
      // The lists of @backstage/ui open outside the panel and need the focus;
      // the guards below keep the Tab key inside instead.
      disableEnforceFocus
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
        sx: {
          width: { xs: '100%', sm: `min(${props.width ?? 560}px, 92vw)` },
          backgroundColor: 'var(--bui-bg-neutral-1)',
          backgroundImage: 'none',
          color: 'var(--bui-fg-primary)',
        },
      }}
    >
      <Panel ref={panelRef} tabIndex={-1}>
        <FocusGuard
          tabIndex={0}
          data-focus-guard="start"
          onFocus={() => focusEdge('last')}
        />
        {/* Whatever surface the panel was opened from, it is one itself. */}
        <BgProvider bg="neutral-1">
          <Header>
            <div style={{ minWidth: 0 }}>
              <Text as="h2" variant="title-small" weight="bold" id={titleId}>
                {props.title}
              </Text>
              {props.subtitle && <Subtitle>{props.subtitle}</Subtitle>}
            </div>
            <ButtonIcon
              icon={<RiCloseLine />}
              variant="tertiary"
              size="medium"
              aria-label={t('shell.panel.close')}
              onPress={props.onClose}
            />
          </Header>
          <Body>{props.children}</Body>
          {props.footer && <Footer>{props.footer}</Footer>}
          <PanelAnnouncements />
        </BgProvider>
        <FocusGuard
          tabIndex={0}
          data-focus-guard="end"
          onFocus={() => focusEdge('first')}
        />
      </Panel>
    </Drawer>
  );
}

const Panel = styled('div')({
  // A drawer stands outside the providers' scope.
  ...readableInDark,
  ...wholeLetters,
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  outline: 'none',
  fontFamily: 'var(--bui-font-regular)',
  wordBreak: 'auto-phrase',
});

const FocusGuard = styled('div')({ outline: 'none' });

const Header = styled('header')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'flex-start',
  gap: 'var(--bui-space-4)',
  padding:
    'var(--bui-space-5) var(--bui-space-4) var(--bui-space-4) var(--bui-space-6)',
  borderBottom: '1px solid var(--bui-border-1)',
  '@media (max-width: 599px)': { paddingLeft: 'var(--bui-space-4)' },
});

const Subtitle = styled('div')({ marginTop: 'var(--bui-space-1)' });

const Body = styled('div')({
  // Words for screen readers only would otherwise reach out below the panel,
  // which then scrolls as a whole, heading and footer with it.
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  padding: 'var(--bui-space-5) var(--bui-space-6) var(--bui-space-8)',
  '@media (max-width: 599px)': {
    paddingLeft: 'var(--bui-space-4)',
    paddingRight: 'var(--bui-space-4)',
  },
});

const Footer = styled('footer')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  padding: 'var(--bui-space-3) var(--bui-space-6)',
  // Clear of the bar that phones draw over the bottom of the page.
  paddingBottom: 'max(var(--bui-space-3), env(safe-area-inset-bottom))',
  borderTop: '1px solid var(--bui-border-1)',
  backgroundColor: 'var(--bui-bg-neutral-1)',
  '@media (max-width: 599px)': {
    paddingLeft: 'var(--bui-space-4)',
    paddingRight: 'var(--bui-space-4)',
  },
});
