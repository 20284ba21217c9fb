import { styled } from '@mui/material/styles';
import { RiArrowRightLine } from '@remixicon/react';
import { type SloChange } from '@prodready/backstage-plugin-production-readiness-common';
import { HiddenText } from '../../layout';
import { useSloTranslation } from '../../translations';
import { useFieldWords } from './useFieldWords';

/**
 * What differs, field by field: before and after side by side, below each
 * other where there is no room.
 *
 * @internal
 */
export function ChangeList(props: {
  changes: readonly SloChange[];
  /** Words above the two sides, in place of "before" and "after". */
  sides?: { before: string; after: string };
}) {
  const { t } = useSloTranslation();
  const words = useFieldWords();
  const before = props.sides?.before ?? t('slo.changes.from');
  const after = props.sides?.after ?? t('slo.changes.to');
  return (
    <List>
      {props.changes.map(change => (
        <div key={change.field}>
          <dt>{words.label(change.field)}</dt>
          <dd>
            <Side data-side="before">
              <Caption data-shown={props.sides ? true : undefined}>
                {before}
              </Caption>
              {words.value(change.field, change.before)}
            </Side>
            <Side data-side="after">
              <Caption data-shown={props.sides ? true : undefined}>
                {after}
              </Caption>
              {!props.sides && <RiArrowRightLine size={16} aria-hidden />}
              {words.value(change.field, change.after)}
            </Side>
          </dd>
        </div>
      ))}
    </List>
  );
}

function Caption(props: { children: string; 'data-shown'?: boolean }) {
  return props['data-shown'] ? (
    <Small>{props.children}</Small>
  ) : (
    <HiddenText>{`${props.children}: `}</HiddenText>
  );
}

const List = styled('dl')({
  margin: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  '& dt': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
    marginBottom: 2,
  },
  '& dd': {
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: 'var(--bui-space-1) var(--bui-space-2)',
    lineHeight: 1.6,
  },
  // Goes with what it points at, also onto a line of its own.
  '& dd svg': {
    verticalAlign: '-3px',
    marginRight: 'var(--bui-space-2)',
    color: 'var(--bui-fg-secondary)',
  },
});

const Side = styled('span')({
  minWidth: 0,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-wrap',
  '&[data-side="before"]': { color: 'var(--bui-fg-secondary)' },
  '&[data-side="after"]': { fontWeight: 600 },
});

const Small = styled('span')({
  display: 'block',
  fontSize: 'var(--bui-font-size-1)',
  fontWeight: 400,
  color: 'var(--bui-fg-secondary)',
});
