import { styled } from '@mui/material/styles';
import { useSloTranslation } from '../../translations';
import { STEPS, type Step } from './useStepProblems';

/**
 * The steps and where the writer is. Steps that were filled in can be gone
 * back to.
 *
 * @internal
 */
export function StepBar(props: {
  current: Step;
  /** How many steps from the first one may be opened. */
  reachable: number;
  onOpen: (step: Step) => void;
}) {
  const { t } = useSloTranslation();
  return (
    <Steps>
      {STEPS.map((step, index) => (
        <li key={step}>
          <button
            type="button"
            disabled={index >= props.reachable}
            aria-current={step === props.current ? 'step' : undefined}
            onClick={() => props.onOpen(step)}
          >
            {/* Five steps, and what may be added to them. */}
            <span aria-hidden>{step === 'details' ? '+' : index + 1}</span>
            {t(`slo.editor.steps.${step}`)}
          </button>
        </li>
      ))}
    </Steps>
  );
}

const Steps = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-2)',
  '& button': {
    all: 'unset',
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    minHeight: 32,
    padding: '0 10px 0 4px',
    borderRadius: 'var(--bui-radius-full)',
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
    cursor: 'pointer',
  },
  '& button:disabled': { cursor: 'default', opacity: 0.7 },
  '& button:focus-visible': { outline: '2px solid var(--bui-ring)' },
  '& button > span': {
    display: 'grid',
    placeItems: 'center',
    width: 24,
    height: 24,
    borderRadius: '50%',
    border: '1px solid var(--bui-border-2)',
    fontVariantNumeric: 'tabular-nums',
  },
  // On a phone the steps stay in one row: only the present one is named.
  '@media (max-width: 599px)': {
    '& button:not([aria-current])': { fontSize: 0, gap: 0, paddingRight: 4 },
    '& button > span': { fontSize: 'var(--bui-font-size-2)' },
  },
  '& button[aria-current]': {
    color: 'var(--bui-fg-primary)',
    fontWeight: 600,
  },
  '& button[aria-current] > span': {
    backgroundColor: 'var(--bui-accent-bg)',
    borderColor: 'var(--bui-accent-bg)',
    color: 'var(--bui-accent-fg)',
  },
});
