import { ReadinessProviders } from '../../query';
import { LogFormHere } from '../log/LogFormHere';
import { LogAnywhere } from './LogAnywhere';

/** The quick log as a card of the home page. */
export function HomeLog() {
  return (
    <ReadinessProviders>
      <LogFormHere />
      <LogAnywhere />
    </ReadinessProviders>
  );
}
