import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { TelemetryProvider } from '@prodready/backstage-plugin-production-readiness-node';
import { Access } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { ApiRouter } from '../http';
import { Journal } from '../journal';
import { AlertEditing } from './AlertEditing';
import { SloConfig } from './config';
import { Delegations } from './delegation/Delegations';
import { CriteriaEditing } from './CriteriaEditing';
import { EditorialEditing } from './EditorialEditing';
import { JourneyEditing } from './JourneyEditing';
import { NeedEditing } from './NeedEditing';
import { PolicyEditing } from './errorBudgetPolicies/PolicyEditing';
import { PolicySigning } from './errorBudgetPolicies/PolicySigning';
import { OwnerEditing } from './OwnerEditing';
import { Questions } from './questions/Questions';
import { serveSlo, SloServices } from './router';
import { SloContexts } from './SloContexts';
import { SloEditing } from './SloEditing';
import { OpenSloExporting } from './openslo/OpenSloExporting';
import { OpenSloImporting } from './openslo/OpenSloImporting';
import { serveOpenSlo } from './openslo/router';
import { SloReading } from './SloReading';
import { SloSigning } from './SloSigning';
import { serveSloTelemetry } from './telemetry/router';
import { TelemetryBinding } from './telemetry/TelemetryBinding';
import { TelemetryCollection } from './telemetry/TelemetryCollection';
import { TelemetryReading } from './telemetry/TelemetryReading';
import { EvidenceReader } from './surroundings';
import { createSloWaitingReader, SloWaitingReader } from './waiting';
import { Reevaluation } from './writing';

/** What SLO ownership needs of the other parts. */
export interface SloFeatureOptions {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  directory: Directory;
  evaluation: Reevaluation;
  config: SloConfig;
  /** For OpenSLO documents behind URLs. */
  urlReader?: UrlReaderService;
  /** What the checklist can tell of an entity. */
  evidence?: EvidenceReader;
  /** Where SLOs are measured; none in seeds. */
  telemetryProviders?: readonly TelemetryProvider[];
  logger: LoggerService;
}

/** SLO ownership, put together. */
export interface SloFeature extends SloServices {
  /** What waits for a person, for the inbox. */
  readonly waiting: SloWaitingReader;
  /** Collects from where SLOs are measured. */
  readonly telemetry: TelemetryCollection;
  /** Says which running SLO measures which of ours. */
  readonly binding: TelemetryBinding;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/**
 * Puts SLO ownership together. Its facts come from `createSloReader`,
 * apart from it, since the evaluation reads them and is itself needed here.
 */
export function createSloFeature(options: SloFeatureOptions): SloFeature {
  const contexts = new SloContexts(options);
  const deps = { ...options, contexts };
  const { telemetryProviders = [] } = options;
  const editing = new SloEditing(deps);
  const binding = new TelemetryBinding(deps);
  const services: SloServices = {
    reading: new SloReading(deps),
    owners: new OwnerEditing(deps),
    journeys: new JourneyEditing(deps, editing),
    alerts: new AlertEditing({
      ...deps,
      severities: options.config.severities,
    }),
    criteria: new CriteriaEditing({
      ...deps,
      severities: options.config.severities,
    }),
    delegations: new Delegations(options),
    questions: new Questions(deps),
    editing,
    need: new NeedEditing(deps),
    editorial: new EditorialEditing(deps),
    signing: new SloSigning(deps),
    policies: {
      editing: new PolicyEditing(deps),
      signing: new PolicySigning(deps),
    },
  };
  return {
    ...services,
    telemetry: new TelemetryCollection({
      ...deps,
      providers: telemetryProviders,
    }),
    binding,
    waiting: createSloWaitingReader(options),
    serve: api => {
      serveSlo(api, services);
      serveOpenSlo(api, {
        importing: new OpenSloImporting(deps),
        exporting: new OpenSloExporting(deps),
      });
      serveSloTelemetry(api, {
        reading: new TelemetryReading({
          ...deps,
          telemetryConfigured: () => telemetryProviders.length > 0,
        }),
        binding,
      });
    },
  };
}
