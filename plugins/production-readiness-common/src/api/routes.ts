import { checkRoutes } from '../checklist/checkRoutes';
import { checklistRoutes } from '../checklist/routes';
import { gateRoutes } from '../gate/routes';
import { inboxRoutes } from '../inbox/routes';
import { journalRoutes } from '../journal/routes';
import { portfolioRoutes } from '../portfolio/routes';
import { openSloRoutes } from '../slo/openslo/routes';
import { recordRoutes } from '../records/routes';
import { reviewRoutes } from '../review/routes';
import { openApiRoutes } from './openApiRoute';
import { delegationRoutes } from '../slo/delegationRoutes';
import { budgetPolicyRoutes } from '../slo/errorBudgetPolicy/routes';
import { questionRoutes } from '../slo/questionRoutes';
import { sloRoutes } from '../slo/routes';
import { sloTelemetryRoutes } from '../slo/telemetryRoutes';
import { studioRoutes } from '../studio/routes';
import { toilRoutes } from '../toil/routes';
import { upkeepRoutes } from '../upkeep/routes';

/**
 * Every route of the REST API, by its operation id. The server, the OpenAPI
 * document, the client and the permission tests all read this object.
 *
 * @public
 */
export const routes = {
  ...checklistRoutes,
  ...checkRoutes,
  ...journalRoutes,
  ...portfolioRoutes,
  ...inboxRoutes,
  ...gateRoutes,
  ...recordRoutes,
  ...reviewRoutes,
  ...openApiRoutes,
  ...sloRoutes,
  ...delegationRoutes,
  ...questionRoutes,
  ...budgetPolicyRoutes,
  ...studioRoutes,
  ...openSloRoutes,
  ...sloTelemetryRoutes,
  ...toilRoutes,
  ...upkeepRoutes,
};
