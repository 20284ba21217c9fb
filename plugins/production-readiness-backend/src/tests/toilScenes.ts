import { routes } from '@prodready/backstage-plugin-production-readiness-common';
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
