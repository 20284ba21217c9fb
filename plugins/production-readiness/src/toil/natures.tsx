import { type ToilNature } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../translations';

/**
 * How the kinds of work look in bars: a colour and a texture each, so that
 * none is told by its colour alone. Toil has the warm colour everywhere, and
 * stands at the bottom or the left.
 */
interface BarLook {
  color: string;
  /** CSS background of an HTML bar. */
  background: string;
}

const STRIPES =
  'repeating-linear-gradient(45deg, transparent 0 4px, rgba(0,0,0,0.28) 4px 6px)';
const DOTS =
  'radial-gradient(circle, var(--bui-fg-secondary) 1px, transparent 1.4px) 0 0 / 5px 5px';

/** Kinds of work in the order in which bars stack them. @internal */
export const NATURES: readonly ToilNature[] = [
  'toil',
  'engineering',
  'overhead',
  'unsure',
];

/** Looks of the kinds of work. @internal */
export const NATURE_LOOKS: Record<ToilNature, BarLook> = {
  toil: {
    color: 'var(--bui-fg-warning)',
    background: `${STRIPES}, var(--bui-fg-warning)`,
  },
  engineering: {
    color: 'var(--bui-accent-bg)',
    background: 'var(--bui-accent-bg)',
  },
  overhead: {
    color: 'var(--bui-fg-disabled)',
    background: 'var(--bui-fg-disabled)',
  },
  unsure: {
    color: 'transparent',
    background: DOTS,
  },
};

/**
 * Which texture means what.
 *
 * @internal
 */
export function NatureLegend(props: { natures?: readonly ToilNature[] }) {
  const { t } = useReadinessTranslation();
  return (
    <>
      {(props.natures ?? NATURES).map(nature => (
        <Key key={nature}>
          <Swatch style={{ background: NATURE_LOOKS[nature].background }} />
          {t(`toil.${nature}`)}
        </Key>
      ))}
    </>
  );
}

/** A bar's part before its name. @internal */
export const Swatch = styled('span')({
  width: 14,
  height: 14,
  borderRadius: 3,
  border: '1px solid var(--bui-border-1)',
  boxSizing: 'border-box',
  flex: 'none',
});

const Key = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  whiteSpace: 'nowrap',
});
