import { styled } from '@mui/material/styles';
import { RiErrorWarningLine, RiStackLine, RiTimerLine } from '@remixicon/react';
import {
  allowedDowntimeSeconds,
  type SloWindow,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloWords } from '../words/useSloWords';

/**
 * What a number means: how many of the tries may fail, or how long all of it
 * may be down.
 *
 * @internal
 */
export function Meaning(props: {
  target: string;
  window: SloWindow;
  windowSeconds: number;
  /** Of how many requests how many may fail, where a count is stated. */
  allowed?: { failures: string; events: string } | null;
  /** The calendar's period that is counted now. */
  period?: { start: number; end: number } | null;
}) {
  const words = useSloWords();
  const { t } = words;
  const { target, window, windowSeconds, allowed, period } = props;
  return (
    <Facts>
      <li>
        <RiErrorWarningLine size={20} aria-hidden />
        <span>{words.failures(target)}</span>
      </li>
      <li>
        <RiTimerLine size={20} aria-hidden />
        <span>
          {words.outage(allowedDowntimeSeconds(target, windowSeconds), window)}
          {period && window.kind === 'calendar' && (
            <small>{words.periodWords(period, window.timeZone)}</small>
          )}
        </span>
      </li>
      {allowed && (
        <li>
          <RiStackLine size={20} aria-hidden />
          <span>
            {t('sloSigning.allowed', {
              failures: words.whole(allowed.failures),
              events: words.whole(allowed.events),
              window: words.windowWords(window),
            })}
          </span>
        </li>
      )}
    </Facts>
  );
}

const Facts = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-5)',
  fontSize: 'var(--bui-font-size-4)',
  fontVariantNumeric: 'tabular-nums',
  '& > li': {
    display: 'flex',
    alignItems: 'flex-start',
    gap: 'var(--bui-space-2)',
    lineHeight: 1.5,
  },
  '& svg': {
    flex: 'none',
    marginTop: 2,
    color: 'var(--bui-fg-secondary)',
  },
  '& small': {
    display: 'block',
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});
