import { ReadinessProviders } from '../../query';
import { LogAnywhere } from './LogAnywhere';

/** The quick log as a card of the home page. */
export function HomeLog() {
  return (
    <ReadinessProviders>
      <LogAnywhere />
    </ReadinessProviders>
  );
}
