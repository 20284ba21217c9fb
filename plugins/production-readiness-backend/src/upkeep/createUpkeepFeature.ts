import { LoggerService } from '@backstage/backend-plugin-api';
import { upkeepRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { Answering } from '../checklist/Answering';
import { ReadinessReading, unknownItem } from '../checklist/ReadinessReading';
import { ApiRouter } from '../http';
import { attestMany } from './AnsweringMany';
import { readExamples } from './examples';
import { TeamUpkeep, TeamUpkeepDeps } from './TeamUpkeep';

/** What the upkeep feature is built on. */
export interface UpkeepFeatureOptions extends TeamUpkeepDeps {
  answering: Answering;
  reading: ReadinessReading;
  logger: LoggerService;
}

/** The upkeep of teams, put together. */
export interface UpkeepFeature {
  readonly teams: TeamUpkeep;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/** Puts the upkeep of teams together. */
export function createUpkeepFeature(
  options: UpkeepFeatureOptions,
): UpkeepFeature {
  const { access, answering, clock, database, logger, reading } = options;
  const teams = new TeamUpkeep(options);
  return {
    teams,
    serve(api) {
      api.serve(upkeepRoutes.getTeamUpkeep, ({ caller, params }) =>
        teams.read(caller, params),
      );
      api.serve(
        upkeepRoutes.setUpkeepChoices,
        async ({ caller, params, body, ifMatch }) => {
          const saved = await teams.choose(caller, params, ifMatch, body);
          return { body: saved, version: saved.version };
        },
      );
      api.serve(upkeepRoutes.attestItems, async ({ caller, body }) => ({
        results: await attestMany(answering, caller, body.answers, logger),
        asOf: await clock.now(database.knex),
      }));
      api.serve(
        upkeepRoutes.listAnswerExamples,
        async ({ caller, params: { itemId, ...name } }) => {
          const subject = await reading.find(caller, name);
          const { entity, now } = subject;
          const document = reading.evaluated(subject)?.checklist.document;
          if (!document?.items.some(({ id }) => id === itemId)) {
            throw unknownItem(itemId, entity.ref);
          }
          return {
            examples: await readExamples(
              database.knex,
              { entity, checklistId: document.id, itemId },
              await access.visibility(caller),
              now,
            ),
            asOf: now,
          };
        },
      );
    },
  };
}
