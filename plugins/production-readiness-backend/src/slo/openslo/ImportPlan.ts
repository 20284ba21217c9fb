import { randomUUID } from 'node:crypto';
import {
  contentDigestOf,
  OpenSloDraft,
  OpenSloImportLine,
  ReadinessError,
  SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos, latestOf, materialOf } from '../EntitySlos';
import { requireNameablePolicy } from '../errorBudgetPolicies/namedPolicy';
import { JourneyRecord } from '../records';
import { isLive } from '../signing/conflicts';
import { assemble, requireRole } from '../sloContent';
import { CallerContext } from '../SloContexts';
import { DraftEntity } from './findEntities';
import { ImportedObjective } from './OpenSloStore';

const MOST_SLOS = 50;
const MOST_JOURNEYS = 20;

/** What a document says nothing of, in the words of whoever imports. */
export interface ImportWords {
  journeyTitle: string;
  beneficiary: string;
}

/** A version that an import writes. */
export interface PlannedVersion {
  draft: OpenSloDraft;
  context: EntitySlos;
  journey: JourneyRecord;
  /** The database's id of an SLO that is there; undefined for a new one. */
  sloId?: string;
  material: SloMaterial;
  contentDigest: string;
  before?: SloMaterial;
  version: number;
}

/** A draft and what becomes of it. */
export interface PlannedLine {
  draft: OpenSloDraft;
  line: OpenSloImportLine;
  /** Why it is refused: code and sentence. */
  refusal?: [code: string, message: string];
  planned?: PlannedVersion;
  /** The SLO that it is already, with the version that says the same. */
  known?: { sloId: string; version: number };
}

/** Decides what becomes of each draft; writes nothing. */
export class ImportPlan {
  /** Journeys that have to be added first, without the database's id. */
  readonly journeys: JourneyRecord[] = [];
  private readonly added = new Map<string, number>();

  constructor(
    private readonly contexts: ReadonlyMap<string, CallerContext>,
    private readonly allowed: ReadonlySet<string>,
    private readonly imported: ReadonlyMap<string, ImportedObjective>,
    private readonly words: ImportWords,
  ) {}

  decide(draft: OpenSloDraft, found: DraftEntity): PlannedLine {
    const line: OpenSloImportLine = {
      document: draft.document,
      name: draft.name,
      title: draft.title,
      target: draft.content.target,
      service: draft.service,
      entityRef: found.entity?.ref ?? null,
      candidates: found.candidates.map(one => one.ref),
      outcome: 'refused',
      sloId: null,
      journeyMissing: false,
    };
    const refusal = this.refusalOf(draft, found);
    if (refusal || !found.entity) return { draft, line, refusal };
    const { context } = this.contexts.get(found.entity.id)!;
    const known = this.knownSlo(context, draft);
    if (!known && this.countNew(found.entity.id) > MOST_SLOS) {
      return {
        draft,
        line,
        refusal: [
          'TOO_MANY_SLOS',
          `${found.entity.ref} would have more than ${MOST_SLOS} SLOs. Give some of them to another entity, or remove them from the upload.`,
        ],
      };
    }
    const unknown = contentRefusal(context, draft, known);
    if (unknown) return { draft, line, refusal: unknown };
    const journey = known
      ? this.journeyOfKnown(context, draft, known.record)
      : this.journeyFor(context, draft);
    if (!journey) {
      return {
        draft,
        line,
        refusal: [
          'TOO_MANY_JOURNEYS',
          `${found.entity.ref} would have more than ${MOST_JOURNEYS} journeys. Let several SLOs share one.`,
        ],
      };
    }
    const publicId = known?.record.publicId ?? randomUUID();
    const material = assemble(context, publicId, journey, {
      ...draft.content,
      journeyId: journey.publicId,
    });
    const contentDigest = contentDigestOf(material);
    const shown = {
      ...line,
      sloId: publicId,
      journeyMissing: journey.title === this.words.journeyTitle,
    };
    if (!known) {
      const planned = {
        draft,
        context,
        journey,
        material,
        contentDigest,
        version: 1,
      };
      return { draft, line: { ...shown, outcome: 'added' }, planned };
    }
    const latest = latestOf(known);
    if (latest.contentDigest === contentDigest) {
      return {
        draft,
        line: { ...shown, outcome: 'unchanged' },
        known: { sloId: known.record.id, version: latest.version },
      };
    }
    return {
      draft,
      line: { ...shown, outcome: 'changed' },
      planned: {
        draft,
        context,
        journey,
        sloId: known.record.id,
        material,
        contentDigest,
        before: materialOf(known, latest.version),
        version: latest.version + 1,
      },
    };
  }

  private refusalOf(
    draft: OpenSloDraft,
    { entity, candidates, unknownRef }: DraftEntity,
  ): [string, string] | undefined {
    if (unknownRef !== undefined) {
      return [
        'ENTITY_NOT_FOUND',
        `There is no ${unknownRef} in the catalog that you may see. Correct the reference, or choose the entity of the service ${draft.service}.`,
      ];
    }
    if (!entity) {
      return candidates.length > 1
        ? [
            'SERVICE_AMBIGUOUS',
            `The service ${draft.service} can be ${candidates
              .map(one => one.ref)
              .join(' or ')}. Choose one.`,
          ]
        : [
            'SERVICE_UNKNOWN',
            `No entity of the catalog that you may see is named ${draft.service}. Choose one for this service, or write the annotation production-readiness.io/entity-ref.`,
          ];
    }
    const { standing } = this.contexts.get(entity.id) ?? {};
    if (!['component', 'system', 'api', 'resource'].includes(entity.kind)) {
      return [
        'KIND_WITHOUT_SLO',
        `${entity.ref} does not run, so it can hold no promise. SLOs belong to a Component, System, API or Resource.`,
      ];
    }
    if (!standing?.mayEdit || !this.allowed.has(entity.ref)) {
      return [
        'NOT_AN_EDITOR',
        `Only members of the team that owns ${entity.ref}, its product owner, its CTO and administrators may add SLOs to it. Ask one of them.`,
      ];
    }
    return undefined;
  }

  /**
   * The SLO that an earlier import made of the same objective. One that was
   * retired stays so; a document that comes again begins a new one.
   */
  private knownSlo(context: EntitySlos, draft: OpenSloDraft) {
    return context.slos.filter(isLive).find(({ record }) => {
      const origin = this.imported.get(record.id);
      return (
        origin?.name === draft.name && origin.objective === draft.objective
      );
    });
  }

  private countNew(entityId: string): number {
    const { context } = this.contexts.get(entityId)!;
    const count = (this.added.get(entityId) ?? context.slos.length) + 1;
    this.added.set(entityId, count);
    return count;
  }

  private journeyOfKnown(
    context: EntitySlos,
    draft: OpenSloDraft,
    record: EntitySlos['slos'][number]['record'],
  ): JourneyRecord | undefined {
    if (draft.journey) return this.journeyFor(context, draft);
    // A document that says nothing of a journey takes none away.
    const slo = context.slos.find(one => one.record === record)!;
    const { journey } = materialOf(slo, latestOf(slo).version);
    return (
      context.journeys.find(one => one.publicId === journey.id) ??
      this.journeyFor(context, draft)
    );
  }

  /** The entity's journey of this title, else a new one. */
  private journeyFor(
    context: EntitySlos,
    draft: OpenSloDraft,
  ): JourneyRecord | undefined {
    const input = draft.journey ?? {
      title: this.words.journeyTitle,
      kind: 'user' as const,
      importance: 'normal' as const,
      beneficiary: this.words.beneficiary,
    };
    const entityId = context.entity.id;
    const own = [
      ...context.journeys,
      ...this.journeys.filter(one => one.entityId === entityId),
    ];
    const found = own.find(one => one.title === input.title);
    if (found) return found;
    if (own.length >= MOST_JOURNEYS) return undefined;
    const journey: JourneyRecord = {
      ...input,
      id: '',
      publicId: randomUUID(),
      entityId,
      version: 1,
    };
    this.journeys.push(journey);
    return journey;
  }
}

/**
 * A role has to be configured here, and a policy one that the entity knows and
 * that is agreed on.
 */
function contentRefusal(
  context: EntitySlos,
  { content }: OpenSloDraft,
  known: EntitySlos['slos'][number] | undefined,
): [string, string] | undefined {
  const before = known && materialOf(known, latestOf(known).version);
  try {
    requireRole(context.owners, content.accountableRole);
    requireNameablePolicy(context, content.policyRef, before?.policyRef);
    return undefined;
  } catch (error) {
    if (!(error instanceof ReadinessError)) throw error;
    return [error.code, error.message];
  }
}
