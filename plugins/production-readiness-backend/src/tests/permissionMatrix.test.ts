import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  RouteDefinition,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { CallerName } from '../testing/callers';
import {
  startTestReadinessBackend,
  TestReadinessBackend,
} from '../testing/backend';
import { checklistThatTakesReports, matrixRequests } from './matrixRequests';

// What each kind of caller gets from each route, for a request that is right
// in every other respect. The owner is in the team that owns the entity; the
// reader works elsewhere; on behalf of: a service that acts for the owner. Of
// several answers at once, each line says whether it was refused.
const table = `
                     none guest reader owner productOwner cto reviewer administrator service onBehalfOf
getOpenApi            401   200    200   200          200 200      200           200     200        200
getReadiness          401   200    200   200          200 200      200           200     200        200
getReadinessAsOf      401   200    200   200          200 200      200           200     200        200
getChecklist          401   200    200   200          200 200      200           200     200        200
getChecklistSchema    401   200    200   200          200 200      200           200     200        200
attestItem            401   403    403   200          403 403      403           403     403        200
acceptItem            401   403    403   403          403 403      200           403     403        403
returnItem            401   403    403   403          403 403      200           403     403        403
withdrawAnswer        401   403    403   200          403 403      403           403     403        200
requestWaiver         401   403    403   200          403 403      403           403     403        403
withdrawWaiverRequest 401   403    403   200          403 403      403           403     403        403
approveWaiver         401   403    403   403          403 403      200           403     403        403
returnWaiver          401   403    403   403          403 403      200           403     403        403
revokeWaiver          401   403    403   200          403 403      200           403     403        403
takeOverAnswer        401   403    403   409          403 403      403           403     403        409
listItemHistory       401   200    200   200          200 200      200           200     200        200
evaluateEntity        401   403    403   200          403 403      403           200     200        200
reportCheck           401   403    403   403          403 403      403           403     200        403
listReviews           401   200    200   200          200 200      200           200     200        200
openReview            401   403    403   201          403 403      403           403     403        403
getReview             401   200    200   200          200 200      200           200     200        200
submitReview          401   403    403   200          403 403      403           403     403        403
claimReview           401   403    403   403          403 403      200           403     403        403
decideReview          401   403    403   403          403 403      200           403     403        403
withdrawReview        401   403    403   200          403 403      403           403     403        403
meetCondition         401   403    403   200          403 403      403           403     403        403
getReviewDocument     401   200    200   200          200 200      200           200     200        200
getGate               401   200    200   200          200 200      200           200     200        200
passGate              401   403    403   201          403 403      403           403     403        403
closeGatePass         401   403    403   200          403 403      403           403     403        403
getEntitySlos         401   200    200   200          200 200      200           200     200        200
setOwner              401   403    403   200          403 403      403           200     403        403
addJourney            401   403    403   201          403 403      403           201     403        403
editJourney           401   403    403   200          403 403      403           200     403        403
addAlert              401   403    403   201          403 403      403           201     403        403
editAlert             401   403    403   200          403 403      403           200     403        403
reviewAlert           401   403    403   403          200 200      200           200     403        403
setSeverityCriteria   401   403    403   200          403 403      403           200     403        403
setOrganisationCriteria 401 403    403   403          403 403      403           200     403        403
decideSloNeed         401   403    403   403          200 200      403           403     403        403
addSlo                401   403    403   201          403 403      403           201     403        403
getSlo                401   200    200   200          200 200      200           200     200        200
editSlo               401   403    403   200          403 403      403           200     403        403
editSloEditorial      401   403    403   200          403 403      403           200     403        403
requestSignatures     401   403    403   200          403 403      403           200     403        403
signSlo               401   403    403   403          201 201      403           403     403        403
getBudgetHistory      401   200    200   200          200 200      200           200     200        200
listChecklists        401   200    200   200          200 200      200           200     200        200
listChecklistVersions 401   200    200   200          200 200      200           200     200        200
getChecklistDifferences 401 200    200   200          200 200      200           200     200        200
getChecklistDocument  401   200    200   200          200 200      200           200     200        200
getChecklistUsage     401   200    200   200          200 200      200           200     200        200
validateChecklistDraft 401  403    403   403          403 403      403           200     200        403
previewChecklistDraft 401   403    403   403          403 403      403           200     200        403
getEntityTelemetry    401   200    200   200          200 200      200           200     200        200
bindTelemetry         401   403    403   200          403 403      403           200     403        403
importOpenSlo         401   200    200   200          200 200      200           200     403        403
exportEntityOpenSlo   401   200    200   200          200 200      200           200     200        200
exportOpenSlo         401   200    200   200          200 200      200           200     200        200
askQuestion           401   403    201   201          201 201      201           201     403        403
answerQuestion        401   403    403   200          200 200      200           200     403        403
readAnswer            401   403    200   403          403 403      403           403     403        403
addBudgetPolicy       401   403    403   201          403 403      403           201     403        403
getBudgetPolicy       401   200    200   200          200 200      200           200     200        200
editBudgetPolicy      401   403    403   200          403 403      403           200     403        403
requestPolicySignatures 401 403    403   200          403 403      403           200     403        403
signBudgetPolicy      401   403    403   403          403 201      403           403     403        403
listDelegations       401   200    200   200          200 200      200           200     403        200
addDelegation         401   403    403   403          201 201      403           403     403        403
renewDelegation       401   403    403   403          200 404      403           403     403        403
revokeDelegation      401   404    404   404          200 404      404           404     403        403
getTeamToil           401   200    200   200          200 200      200           200     200        200
listToilEntries       401   403    403   200          403 403      403           403     403        200
logToil               401   403    403   201          403 403      403           403     403        201
updateToilEntry       401   403    403   200          403 403      403           403     403        200
deleteToilEntry       401   403    403   204          403 403      403           403     403        204
listUnsureToil        401   403    403   200          403 403      403           403     403        200
importToil            401   403    403   200          403 403      403           403     403        200
getAllocation         401   403    403   200          403 403      403           403     403        200
putAllocation         401   403    403   200          403 403      403           403     403        200
deleteAllocation      401   403    403   204          403 403      403           403     403        204
getToilTrend          401   200    200   200          200 200      200           200     200        200
getOrganisationToil   401   200    200   200          200 200      200           200     200        200
getEntityToil         401   200    200   200          200 200      200           200     200        200
listToilLooks         401   403    403   200          403 403      403           403     403        200
listToilDecisions     401   200    200   200          200 200      200           200     200        200
addToilDecision       401   403    403   201          403 403      403           403     403        201
updateToilDecision    401   403    403   200          403 403      403           403     403        200
deleteToilDecision    401   403    403   204          403 403      403           403     403        204
setToilTargets        401   403    403   200          403 403      403           200     403        200
setToilSharing        401   403    403   200          403 403      403           403     403        200
listPortfolio         401   200    200   200          200 200      200           200     200        200
listPortfolioFacets   401   200    200   200          200 200      200           200     200        200
listPortfolioByRefs   401   200    200   200          200 200      200           200     200        200
getPortfolioRollup    401   200    200   200          200 200      200           200     200        200
getPortfolioTrend     401   200    200   200          200 200      200           200     200        200
getEntityTrend        401   200    200   200          200 200      200           200     200        200
exportPortfolio       401   200    200   200          200 200      200           200     200        200
listInbox             401   200    200   200          200 200      200           200     403        200
getTeamUpkeep         401   200    200   200          200 200      200           200     200        200
setUpkeepChoices      401   403    403   200          403 403      403           200     403        403
attestItems           401   200    200   200          200 200      200           200     403        200
listAnswerExamples    401   200    200   200          200 200      200           200     403        200
listLostRecords       401   403    403   403          403 403      403           200     403        403
previewRecordMove     401   403    403   403          403 403      403           200     403        403
moveRecords           401   403    403   403          403 403      403           200     403        403
listJournal           401   200    200   200          200 200      200           200     200        200
verifyJournal         401   403    403   403          403 403      403           200     200        403
exportJournal         401   403    403   403          403 403      403           200     200        403
`;

const [header, ...lines] = table.trim().split('\n');
const callers = header.trim().split(/\s+/) as CallerName[];
const expected = new Map(
  lines.map(line => {
    const [operationId, ...statuses] = line.trim().split(/\s+/);
    return [operationId, statuses.map(Number)];
  }),
);

describe('The permission matrix', () => {
  let backend: TestReadinessBackend;
  beforeAll(async () => {
    // The one of the package asks for nothing that services report.
    const documents = await mkdtemp(join(tmpdir(), 'permission-matrix-'));
    const target = join(documents, 'basket.yaml');
    await writeFile(target, checklistThatTakesReports());
    backend = await startTestReadinessBackend({
      readiness: {
        checklist: {
          documents: [{ type: 'file', target }, { type: 'default' }],
        },
      },
    });
  }, 60_000);

  it('lists every route of the OpenAPI document, and no other', async () => {
    const { body } = await backend.as('reader').send('get', '/openapi.json');
    const paths: Record<string, { operationId: string }>[] = Object.values(
      body.paths,
    );
    const documented = paths
      .flatMap(path => Object.values(path))
      .map(operation => operation.operationId);
    expect([...expected.keys()].sort()).toEqual(documented.sort());
    expect(Object.keys(matrixRequests).sort()).toEqual(documented.sort());
  });

  describe.each([...expected])('%s', (operationId, statuses) => {
    const route = (routes as Record<string, RouteDefinition>)[operationId];

    it.each(callers.map((caller, index) => [caller, statuses[index]] as const))(
      'answers %s with %i',
      async (caller, status) => {
        const request = await matrixRequests[operationId](backend);
        const path = route.path.replace(/:(\w+)/g, (_, name) =>
          encodeURIComponent(String(request.params?.[name])),
        );
        const answer = await backend
          .as(caller)
          .send(route.method, `${path}${queryOf(request.query)}`, request);
        expect({ status: answer.status, said: answer.body?.error }).toEqual({
          status,
          said: status < 400 ? undefined : expect.anything(),
        });
        if (status >= 400) {
          // Nobody who is refused learns more than that, in a sentence.
          expect(Object.keys(answer.body).sort()).toEqual([
            'error',
            'request',
            'response',
          ]);
        }
      },
    );
  });
});

function queryOf(query: Record<string, string> = {}): string {
  const text = new URLSearchParams(query).toString();
  return text && `?${text}`;
}
