import { styled } from '@mui/material/styles';
import { RiCalendarCloseLine, RiToolsLine } from '@remixicon/react';
import { type AlertView } from '@prodready/backstage-plugin-production-readiness-common';
import { BreakableName } from '../../layout';
import { TONES } from '../../state';
import { useSloTranslation } from '../../translations';

/**
 * An alert in a list: its name, what it does, and what others said of it.
 *
 * @internal
 */
export function AlertLine(props: {
  alert: AlertView;
  /** Nobody else looked at it for too long. */
  isStale: boolean;
  onOpen: () => void;
}) {
  const { t } = useSloTranslation();
  const { alert } = props;
  const toTune = alert.review?.verdict === 'tune';
  return (
    <Frame>
      <button type="button" onClick={props.onOpen}>
        <BreakableName name={alert.name} />
      </button>
      <small>
        {alert.severity} · {t(`sloChain.response.${alert.response}`)}
      </small>
      {props.isStale && (
        <Note>
          <RiCalendarCloseLine size={14} aria-hidden />
          {t('sloChain.stale')}
        </Note>
      )}
      {toTune && !props.isStale && (
        <Note>
          <RiToolsLine size={14} aria-hidden />
          {t('sloChain.toTune')}
        </Note>
      )}
    </Frame>
  );
}

const Frame = styled('div')({
  minWidth: 0,
  '& > button': {
    all: 'unset',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    textDecoration: 'underline',
    textDecorationColor: 'var(--bui-border-2)',
    textUnderlineOffset: 3,
  },
  '& > button:hover': { textDecorationColor: 'currentColor' },
  '& > button:focus-visible': { outline: '2px solid var(--bui-ring)' },
  '& > small': {
    display: 'block',
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});

const Note = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  fontSize: 'var(--bui-font-size-2)',
  color: TONES.warning.fg,
  '& > svg': { flex: 'none' },
});
