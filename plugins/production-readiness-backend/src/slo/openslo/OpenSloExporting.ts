import {
  editedOpenSloDocument,
  newOpenSloDocument,
  SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../../access';
import { Caller } from '../../access/Caller';
import { Clock, ReadinessDatabase } from '../../database';
import {
  Directory,
  DIRECTORY_COLUMNS,
  toDirectoryEntity,
} from '../../directory';
import { SloConfig } from '../config';
import {
  DerivedSlo,
  EntitySlos,
  latestOf,
  materialOf,
  readEntitySlos,
} from '../EntitySlos';
import { isLive } from '../signing/conflicts';
import { SloContexts } from '../SloContexts';
import { joinDocuments } from './joinDocuments';
import {
  ImportedDocument,
  ImportedObjective,
  readObjectives,
  readSources,
} from './OpenSloStore';

/** So many entities are written with one set of statements. */
const ENTITIES = 50;

/**
 * Writes SLOs as OpenSLO: what is in force, else what was drafted last. What
 * was retired is left out.
 */
export class OpenSloExporting {
  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      clock: Clock;
      directory: Directory;
      access: Access;
      config: SloConfig;
      contexts: SloContexts;
    },
  ) {}

  /** The SLOs of an entity. */
  async *entity(
    caller: Caller,
    ref: { kind: string; namespace: string; name: string },
  ): AsyncGenerator<string> {
    const { contexts, database, clock, config } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    const read = await readEntitySlos(database.knex, [entity], {
      clock,
      config,
      withContent: true,
    });
    yield joinDocuments(
      '',
      await this.texts(database.knex, [...read.values()]),
    );
  }

  /** The SLOs of every entity that the caller may see, a few at a time. */
  async *everything(caller: Caller): AsyncGenerator<string> {
    const { access, clock, config, database } = this.deps;
    const { knex } = database;
    const visibility = await access.visibility(caller);
    let last: string | undefined;
    let tail = '';
    for (;;) {
      const query = knex('directory_entities as e')
        .whereNull('e.deleted_at')
        .whereExists(
          knex('slos as s').whereRaw('s.entity_id = e.id').select('s.id'),
        )
        .orderBy('e.ref')
        .limit(ENTITIES)
        .select(DIRECTORY_COLUMNS.map(column => `e.${column}`));
      if (last !== undefined) query.where('e.ref', '>', last);
      visibility.apply(query, 'e');
      const entities = (await query).map(toDirectoryEntity);
      if (entities.length === 0) return;
      const read = await readEntitySlos(knex, entities, {
        clock,
        config,
        withContent: true,
      });
      const text = joinDocuments(
        tail,
        await this.texts(knex, [...read.values()]),
      );
      if (text !== '') {
        yield text;
        tail = text.slice(-2);
      }
      last = entities[entities.length - 1].ref;
    }
  }

  private async texts(
    q: Knex,
    contexts: readonly EntitySlos[],
  ): Promise<string[]> {
    const slos = new Map<string, DerivedSlo>();
    for (const context of contexts) {
      // A file is put to work by tools, and what was retired is not to run.
      for (const slo of context.slos.filter(isLive)) {
        slos.set(slo.record.id, slo);
      }
    }
    const origins = await readObjectives(
      q,
      contexts.map(context => context.entity.id),
    );
    const written = new Set<string>();
    const texts: string[] = [];
    if (origins.length > 0) {
      const sources = await readSources(
        q,
        origins.map(one => one.documentId),
      );
      for (const { document, own } of chosenDocuments(sources, slos)) {
        const edited = editedOpenSloDocument(
          document.text,
          own.map(origin => editOf(slos.get(origin.sloId)!, origin)),
        );
        // What can't be edited in place is written anew below.
        if (edited === undefined) continue;
        texts.push(edited);
        for (const origin of own) written.add(origin.sloId);
      }
    }
    for (const [id, slo] of slos) {
      if (written.has(id)) continue;
      texts.push(newOpenSloDocument(exported(slo), standingText(slo)));
    }
    return texts;
  }
}

/** The content that an export shows. */
function exported(slo: DerivedSlo): SloMaterial {
  return materialOf(slo, slo.standing.inForce ?? latestOf(slo).version);
}

function editOf(slo: DerivedSlo, origin: ImportedObjective) {
  return {
    root: origin.item === null ? [] : [origin.item],
    objective: origin.objective,
    before: materialOf(slo, origin.version),
    after: exported(slo),
  };
}

function standingText(slo: DerivedSlo) {
  const version = slo.standing.inForce ?? latestOf(slo).version;
  const { contentDigest } = slo.record.versions.find(
    one => one.version === version,
  )!;
  return {
    state: slo.standing.state,
    signatures: slo.record.signatures
      .filter(one => one.contentDigest === contentDigest)
      .map(one => ({
        by: one.signerRef,
        role: one.role,
        meaning: one.meaning,
        at: new Date(one.signedAt).toISOString(),
      })),
  };
}

/**
 * The documents to write: those of the SLOs, and what they refer to. An upload
 * whose SLOs are all wanted is written whole.
 */
function chosenDocuments(
  sources: { documents: ImportedDocument[]; objectives: ImportedObjective[] },
  slos: ReadonlyMap<string, unknown>,
): { document: ImportedDocument; own: ImportedObjective[] }[] {
  const byDocument = groupBy(sources.objectives, one => one.documentId);
  const bySource = groupBy(sources.documents, one => one.sourceId);
  return [...bySource.values()].flatMap(documents => {
    const wanted = documents.filter(one => {
      const objectives = byDocument.get(one.id) ?? [];
      return (
        objectives.length > 0 &&
        objectives.every(objective => slos.has(objective.sloId))
      );
    });
    const holding = documents.filter(one => byDocument.has(one.id));
    const sloDocuments = documents.filter(one =>
      one.objects.some(object => object.kind === 'SLO'),
    );
    const whole =
      wanted.length === holding.length && wanted.length === sloDocuments.length;
    const chosen = whole ? documents : withReferences(documents, wanted);
    return documents
      .filter(one => chosen.includes(one))
      .map(document => ({
        document,
        own: byDocument.get(document.id) ?? [],
      }));
  });
}

function withReferences(
  documents: readonly ImportedDocument[],
  wanted: readonly ImportedDocument[],
): ImportedDocument[] {
  const chosen = new Set(wanted);
  const open = [...wanted];
  for (let one = open.pop(); one; one = open.pop()) {
    for (const { kind, name } of one.references) {
      const other = documents.find(candidate =>
        candidate.objects.some(
          object => object.kind === kind && object.name === name,
        ),
      );
      // Another SLO in the same document is not asked for.
      if (
        !other ||
        chosen.has(other) ||
        other.objects.some(object => object.kind === 'SLO')
      ) {
        continue;
      }
      chosen.add(other);
      open.push(other);
    }
  }
  return [...chosen];
}

function groupBy<T>(
  list: readonly T[],
  keyOf: (one: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
