import {
  routes,
  ToilDecisionInput,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TestReadinessBackend } from '../testing/backend';
import { payments } from './scenes';

/** The figures of the team, as one of its members gets them. */
export async function teamToil(backend: TestReadinessBackend) {
  const { body } = await backend
    .as('owner')
    .call(routes.getTeamToil, { params: payments });
  if (body.access !== 'shown') throw new Error('The team is hidden');
  return body;
}

/** What a team may decide. */
export const decision: ToilDecisionInput = {
  kind: 'automate',
  category: 'manual_release',
  buildHours: 40,
  upkeepHours: 0.5,
  liveFrom: null,
  dropped: false,
};

/** Somebody of the team has recorded a decision. */
export async function decided(backend: TestReadinessBackend) {
  const { body } = await backend.as('owner').call(routes.addToilDecision, {
    params: payments,
    body: decision,
  });
  return body;
}
