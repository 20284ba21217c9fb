import {
  EntitySlosView,
  SloPageView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access/Caller';
import { ReadinessDatabase } from '../database';
import { SloConfig } from './config';
import { SloContexts, sloIn } from './SloContexts';
import { toEntityView, toPageView } from './toView';

/** Answers what the SLO pages show. */
export class SloReading {
  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      contexts: SloContexts;
      config: SloConfig;
    },
  ) {}

  /** Owners, journeys and SLOs of an entity. */
  async entity(
    caller: Caller,
    ref: { kind: string; namespace: string; name: string },
  ): Promise<EntitySlosView> {
    const { contexts, database } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    const { context, standing } = await contexts.read(
      database.knex,
      caller,
      entity,
    );
    return toEntityView(context, standing, this.deps.config);
  }

  /** One SLO. */
  async slo(caller: Caller, sloId: string): Promise<SloPageView> {
    const { contexts, database } = this.deps;
    const { entity } = await contexts.findSlo(caller, sloId);
    const { context, standing } = await contexts.readForSigning(
      database.knex,
      caller,
      entity,
    );
    return toPageView(context, sloIn(context, sloId), standing);
  }
}
