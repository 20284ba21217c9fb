import { type JourneyInput } from '@prodready/backstage-plugin-production-readiness-common';

/** A journey that is being written. @internal */
export const EMPTY_JOURNEY: JourneyInput = {
  title: '',
  beneficiary: '',
  kind: 'user',
  importance: 'critical',
};
