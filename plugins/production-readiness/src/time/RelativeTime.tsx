import { HiddenText } from '../layout/HiddenText';
import { exactTime, relativeTime } from './inWords';
import { useLanguage } from './useLanguage';
import { useNow } from './useNow';

/**
 * A moment as people say it, exact on hover and for screen readers.
 *
 * @internal
 */
export function RelativeTime(props: {
  /** Milliseconds since the epoch. */
  at: number;
  /** The present, when the server said what it is; else the browser's. */
  now?: number;
}) {
  const language = useLanguage();
  const browserNow = useNow();
  const exact = exactTime(props.at, language);
  return (
    <time dateTime={new Date(props.at).toISOString()} title={exact}>
      {relativeTime(props.at, props.now ?? browserNow, language)}
      <HiddenText>{` (${exact})`}</HiddenText>
    </time>
  );
}
