import {
  OpenSloDocumentText,
  OpenSloObjectName,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { batchesOf, LONGEST_LIST } from '../../directory/batches';

/** Where an SLO came from. */
export interface ImportedObjective {
  sloId: string;
  documentId: string;
  /** Place in a document that is a list of objects; null: it is none. */
  item: number | null;
  objective: number;
  name: string;
  /** The SLO's version that says what the document says. */
  version: number;
}

/** A document of an upload. */
export interface ImportedDocument {
  id: string;
  sourceId: string;
  position: number;
  text: string;
  objects: OpenSloObjectName[];
  references: OpenSloObjectName[];
}

/** Keeps an upload; returns the ids of its documents, in their order. */
export async function insertSource(
  tx: Knex.Transaction,
  source: { digest: string; importedBy: string; at: number },
  documents: readonly OpenSloDocumentText[],
): Promise<string[]> {
  const [{ id }] = await tx('slo_openslo_sources')
    .insert({
      digest: source.digest,
      imported_by: source.importedBy,
      imported_at: source.at,
    })
    .returning('id');
  const ids: string[] = [];
  const rows = documents.map((document, position) => ({
    source_id: id,
    position,
    text: document.text,
    objects: JSON.stringify(document.objects),
    refs: JSON.stringify(document.references),
  }));
  for (const batch of batchesOf(rows)) {
    const written = await tx('slo_openslo_documents')
      .insert(batch)
      .returning(['id', 'position']);
    for (const row of written) ids[Number(row.position)] = String(row.id);
  }
  return ids;
}

/** Notes where SLOs came from, in place of what was noted before. */
export async function saveObjectives(
  tx: Knex.Transaction,
  objectives: readonly ImportedObjective[],
): Promise<void> {
  for (const batch of batchesOf(objectives)) {
    await tx('slo_openslo_objectives')
      .insert(
        batch.map(one => ({
          slo_id: one.sloId,
          document_id: one.documentId,
          item: one.item,
          objective: one.objective,
          name: one.name,
          version: one.version,
        })),
      )
      .onConflict('slo_id')
      .merge();
  }
}

/** Where SLOs of entities came from. */
export async function readObjectives(
  q: Knex,
  entityIds: readonly string[],
): Promise<ImportedObjective[]> {
  const rows = [];
  for (const batch of batchesOf(entityIds, LONGEST_LIST)) {
    rows.push(
      ...(await q('slo_openslo_objectives as o')
        .join('slos as s', 's.id', 'o.slo_id')
        .whereIn('s.entity_id', batch)
        .select('o.*')),
    );
  }
  return rows.map(toObjective);
}

/** All that came from the uploads that these documents are of. */
export async function readSources(
  q: Knex,
  documentIds: readonly string[],
): Promise<{ documents: ImportedDocument[]; objectives: ImportedObjective[] }> {
  const documents = [];
  const objectives = [];
  for (const batch of batchesOf([...new Set(documentIds)], LONGEST_LIST)) {
    const wanted = q('slo_openslo_documents')
      .whereIn('id', batch)
      .select('source_id');
    documents.push(
      ...(await q('slo_openslo_documents')
        .whereIn('source_id', wanted)
        .orderBy(['source_id', 'position'])),
    );
    objectives.push(
      ...(await q('slo_openslo_objectives as o')
        .join('slo_openslo_documents as d', 'd.id', 'o.document_id')
        .whereIn('d.source_id', wanted.clone())
        .select('o.*')),
    );
  }
  return {
    documents: [
      ...new Map(documents.map(row => [String(row.id), toDocument(row)])),
    ].map(([, document]) => document),
    objectives: objectives.map(toObjective),
  };
}

interface ObjectiveRow {
  slo_id: string | number;
  document_id: string | number;
  item: number | null;
  objective: number;
  name: string;
  version: number;
}

function toObjective(row: ObjectiveRow): ImportedObjective {
  return {
    sloId: String(row.slo_id),
    documentId: String(row.document_id),
    item: row.item,
    objective: row.objective,
    name: row.name,
    version: row.version,
  };
}

function toDocument(row: {
  id: string | number;
  source_id: string | number;
  position: number;
  text: string;
  objects: string;
  refs: string;
}): ImportedDocument {
  return {
    id: String(row.id),
    sourceId: String(row.source_id),
    position: row.position,
    text: row.text,
    objects: JSON.parse(row.objects),
    references: JSON.parse(row.refs),
  };
}
