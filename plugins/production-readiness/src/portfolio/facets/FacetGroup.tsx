import { type ReactNode, useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { FILTER_VALUES_MAX } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { HOVER_BACKGROUND } from '../../theme/hover';
import { useReadinessTranslation } from '../../translations';

/** So many values are shown before "show more". */
const SHORT = 6;

/** A value that may be chosen. */
export interface FacetOption {
  value: string;
  label: ReactNode;
  /** How many entities would be left; absent where it is not counted. */
  count?: number;
}

/**
 * One filter: a heading that folds, and its values with their counts. What is
 * chosen is always in view, also when nothing matches it any more.
 *
 * @internal
 */
export function FacetGroup(props: {
  title: string;
  options: FacetOption[];
  chosen: string[];
  /** One value at a time, such as the time until something is due. */
  single?: boolean;
  startsOpen?: boolean;
  onChoose: (chosen: string[]) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const numbers = new Intl.NumberFormat(language);
  const [open, setOpen] = useState(Boolean(props.startsOpen));
  const [all, setAll] = useState(false);
  const listId = useId();
  const name = useId();
  const { options, chosen } = props;
  const visible = all
    ? options
    : options.filter(
        (option, index) => index < SHORT || chosen.includes(option.value),
      );
  const hidden = options.length - visible.length;

  const toggle = (value: string) => {
    if (props.single) {
      props.onChoose([value]);
    } else if (chosen.includes(value)) {
      props.onChoose(chosen.filter(one => one !== value));
    } else {
      props.onChoose([...chosen, value]);
    }
  };

  return (
    <Group>
      <h3>
        <Toggle
          type="button"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {open ? (
            <RiArrowDownSLine size={18} aria-hidden />
          ) : (
            <RiArrowRightSLine size={18} aria-hidden />
          )}
          {props.title}
        </Toggle>
      </h3>
      <div id={listId} hidden={!open} role="group" aria-label={props.title}>
        {visible.map(option => (
          <Choice key={option.value}>
            <input
              type={props.single ? 'radio' : 'checkbox'}
              name={name}
              checked={chosen.includes(option.value)}
              disabled={
                chosen.length >= FILTER_VALUES_MAX &&
                !chosen.includes(option.value)
              }
              onChange={() => toggle(option.value)}
            />
            <span>{option.label}</span>
            {option.count !== undefined && (
              <Count>{numbers.format(option.count)}</Count>
            )}
          </Choice>
        ))}
        {(hidden > 0 || (all && options.length > SHORT)) && (
          <Button size="small" variant="tertiary" onPress={() => setAll(!all)}>
            {all
              ? t('portfolio.facets.fewer')
              : t('portfolio.facets.more', { count: hidden })}
          </Button>
        )}
      </div>
    </Group>
  );
}

const Group = styled('div')({
  borderTop: '1px solid var(--bui-border-1)',
  padding: 'var(--bui-space-2) 0',
  '&:first-of-type': { borderTop: 'none' },
  '& h3': { margin: 0, fontSize: 'inherit' },
});

const Toggle = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 'var(--bui-space-1)',
  width: '100%',
  minHeight: 32,
  padding: 0,
  border: 'none',
  background: 'none',
  color: 'var(--bui-fg-primary)',
  font: 'inherit',
  fontWeight: 'var(--bui-font-weight-bold)',
  textAlign: 'start',
  cursor: 'pointer',
  borderRadius: 'var(--bui-radius-2)',
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});

const Choice = styled('label')({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr auto',
  alignItems: 'start',
  gap: 'var(--bui-space-2)',
  padding: '5px var(--bui-space-1)',
  borderRadius: 'var(--bui-radius-2)',
  lineHeight: '20px',
  overflowWrap: 'anywhere',
  cursor: 'pointer',
  '&:hover': { backgroundColor: HOVER_BACKGROUND },
  '& input': {
    width: 16,
    height: 16,
    margin: '2px 0',
    accentColor: 'var(--bui-accent-bg)',
  },
});

const Count = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontVariantNumeric: 'tabular-nums',
});
