import { useCallback, useState } from 'react';
import { styled } from '@mui/material/styles';
import { RiTimerLine } from '@remixicon/react';
import { ReadinessProviders } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { LOG_FORM_HERE } from '../log/LogFormHere';
import { LogPanel } from './LogPanel';
import { useShortcut } from './shortcuts';

/**
 * A small button on every page that opens the quick log; the key `l` does so
 * as well.
 */
export function FloatingLog() {
  return (
    <ReadinessProviders>
      <Floating />
    </ReadinessProviders>
  );
}

function Floating() {
  const { t } = useReadinessTranslation();
  const [open, setOpen] = useState(false);
  const show = useCallback(() => setOpen(true), []);
  useShortcut('l', show);
  return (
    <>
      <Button
        type="button"
        aria-label={t('toil.log.title')}
        title={t('toil.log.title')}
        onClick={show}
      >
        <RiTimerLine size={22} aria-hidden />
      </Button>
      <LogPanel open={open} onClose={() => setOpen(false)} />
    </>
  );
}

const Button = styled('button')({
  position: 'fixed',
  right: 20,
  // Above the bar that the app draws over the bottom of a phone.
  bottom: 'calc(20px + env(safe-area-inset-bottom))',
  '@media (max-width: 599px)': {
    bottom: 'calc(76px + env(safe-area-inset-bottom))',
  },
  zIndex: 1000,
  width: 48,
  height: 48,
  display: 'grid',
  placeItems: 'center',
  borderRadius: '50%',
  border: 0,
  background: 'var(--bui-accent-bg)',
  color: 'var(--bui-accent-fg)',
  boxShadow: '0 2px 10px rgba(0, 0, 0, 0.3)',
  cursor: 'pointer',
  '&:focus-visible': { outline: '2px solid var(--bui-ring)', outlineOffset: 2 },
  '@media print': { display: 'none' },
  // It would cover the form that it offers; the key still works.
  [`body:has([${LOG_FORM_HERE}]) &`]: { display: 'none' },
});
