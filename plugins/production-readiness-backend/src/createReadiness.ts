import {
  AuthService,
  LoggerService,
  PermissionsService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ReadinessCheckProvider,
  TelemetryProvider,
} from '@prodready/backstage-plugin-production-readiness-node';
import { Access, createAccess } from './access';
import {
  ChecklistFeature,
  ChecklistRegistry,
  createChecklistFeature,
  loadChecklists,
  readChecklistConfig,
  readLevelsReached,
} from './checklist';
import {
  CheckRunner,
  ChecksFeature,
  createCheckReader,
  createChecksFeature,
} from './checks';
import { Clock, ReadinessDatabase } from './database';
import { createDirectory, DirectoryParts } from './directory';
import { Evaluation } from './evaluation';
import { createGateFeature, GateFeature } from './gate';
import { createInboxFeature, InboxFeature } from './inbox';
import { databaseJournal, Journal } from './journal';
import { createPortfolioFeature, PortfolioFeature } from './portfolio';
import { createRecordsFeature, RecordsFeature } from './records';
import { createReviewFeature, ReviewFeature } from './review';
import {
  createSloFeature,
  createSloReader,
  findAnsweredFor,
  followOwnerAnnotations,
  followOwnerPlaces,
  readSloConfig,
  SloFeature,
} from './slo';
import { createStudioFeature, StudioFeature } from './studio';
import {
  createToilFactReader,
  createToilFeature,
  readToilConfig,
  ToilConfig,
  ToilFeature,
} from './toil';
import { createUpkeepFeature, UpkeepFeature } from './upkeep';

/** What the features are built on. @alpha */
export interface ReadinessServices {
  /** Tells people from services, and lets sweeps read the catalog. */
  auth: AuthService;
  /** Where entities come from. */
  catalog: CatalogService;
  /** What dates every record. */
  clock: Clock;
  /** The whole configuration; the plugin reads `productionReadiness`. */
  config: Config;
  /** Where everything is kept, with its schema brought up to date. */
  database: ReadinessDatabase;
  /** Hears what sweeps and providers could not do. */
  logger: LoggerService;
  /** Decides who may do what, beside what the catalog says of owners. */
  permissions: PermissionsService;
  /** Says which groups the person behind a request belongs to. */
  userInfo: UserInfoService;
  /** For checklists behind URLs. */
  urlReader?: UrlReaderService;
  /** Where SLOs are measured. */
  telemetryProviders?: readonly TelemetryProvider[];
  /** What answers checks of other systems. */
  checkProviders?: readonly ReadinessCheckProvider[];
}

/** The features, put together. @alpha */
export interface Readiness {
  /** Who may see and do what. */
  access: Access;
  /** Answers to items, from evidence to acceptance and expiry. */
  checklist: ChecklistFeature;
  /** What other systems say of items. */
  checks: ChecksFeature;
  /** What is kept of the catalog. */
  directory: DirectoryParts;
  /** Judges items again and keeps the summaries right. */
  evaluation: Evaluation;
  /** Whether a release may go on. */
  gate: GateFeature;
  /** What waits for a person. */
  inbox: InboxFeature;
  /** The hash-chained record of every write. */
  journal: Journal;
  /** Lists, roll-ups and trends of many entities. */
  portfolio: PortfolioFeature;
  /** Records whose entity has left the catalog. */
  records: RecordsFeature;
  /** The checklists in use and their versions. */
  registry: ChecklistRegistry;
  /** Reviews of a phase. */
  reviews: ReviewFeature;
  /** SLOs, their owners and their signatures. */
  slo: SloFeature;
  /** Drafts of checklists and what they would change. */
  studio: StudioFeature;
  /** Recorded work of teams. */
  toil: ToilFeature;
  /** What teams look at again each quarter. */
  upkeep: UpkeepFeature;
}

/**
 * Puts the features together, without serving or scheduling anything: the
 * plugin does that, and a seed drives them directly with a clock of its own.
 *
 * @alpha
 */
export async function createReadiness(
  services: ReadinessServices,
): Promise<Readiness> {
  const { config } = services;
  const base = { ...services, journal: databaseJournal };
  const checklistConfig = readChecklistConfig(config);
  const sloConfig = readSloConfig(config);
  const toilConfig = readToilConfig(config);
  const registry = await loadChecklists(config, services);

  // The directory has entities judged when they change, and judging them
  // reads the directory.
  const directoryParts = createDirectory({
    ...base,
    onEntitiesChanged: async (tx, ids, at, peopleMoved) => {
      const { roles } = sloConfig;
      await followOwnerAnnotations(tx, roles, ids, at);
      await followOwnerPlaces(tx, ids, at);
      const answeredFor = await findAnsweredFor(tx, roles, ids);
      await evaluation.followDirectory(
        tx,
        [...ids, ...answeredFor],
        at,
        peopleMoved,
      );
    },
  });
  const { directory } = directoryParts;
  const readers = {
    directory,
    slo: createSloReader({ ...base, config: sloConfig }),
    toil: createToilFactReader({ ...base, config: toilConfig }),
    checks: createCheckReader(registry),
  };
  const evaluation = new Evaluation({
    ...base,
    registry,
    config: checklistConfig,
    readers,
  });
  const access = createAccess({ ...base, directory });
  const parts = { ...base, directory, access, evaluation };

  const slo = createSloFeature({
    ...parts,
    config: sloConfig,
    evidence: { levelsReached: readLevelsReached },
  });
  const checkRunner = new CheckRunner({
    ...parts,
    registry,
    providers: services.checkProviders ?? [],
  });
  const checklist = createChecklistFeature({
    ...parts,
    registry,
    checkRunner,
    config: checklistConfig,
    settings: {
      // What a release adds to summaries has to be filled in once.
      summary: 'drift',
      checklist: checklistConfig,
      slo: sloConfig,
      toil: judgingToil(toilConfig),
    },
  });
  const reviews = createReviewFeature({
    ...parts,
    registry,
    config: checklistConfig,
    reading: checklist.reading,
  });
  return {
    access,
    checklist,
    checks: createChecksFeature({
      ...parts,
      reading: checklist.reading,
      runner: checkRunner,
    }),
    directory: directoryParts,
    gate: createGateFeature({
      ...parts,
      config: checklistConfig,
      reading: checklist.reading,
    }),
    evaluation,
    inbox: createInboxFeature({
      ...parts,
      registry,
      config: checklistConfig,
      sloWaiting: slo.waiting,
      reviews: reviews.inbox,
    }),
    journal: databaseJournal,
    portfolio: createPortfolioFeature({ ...parts, registry }),
    records: createRecordsFeature({ ...parts, writer: directoryParts.writer }),
    registry,
    reviews,
    slo,
    studio: createStudioFeature({
      ...parts,
      registry,
      readers,
      config: checklistConfig,
    }),
    toil: createToilFeature({ ...parts, config: toilConfig }),
    upkeep: createUpkeepFeature({
      ...parts,
      registry,
      config: checklistConfig,
      answering: checklist.answering,
      reading: checklist.reading,
    }),
  };
}

/** What of the toil tracker's configuration its public facts depend on. */
function judgingToil(config: ToilConfig) {
  const { minimumTeamSize, timeZone, targets, denominator } = config;
  return { minimumTeamSize, timeZone, targets, denominator };
}
