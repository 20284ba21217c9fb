import {
  canonicalText,
  contentDigestOf,
  SloMaterial,
  sloMaterialSchema,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Random } from '../Random';
import { insertRows } from './insertRows';

const DAY = 86_400_000;
const OWNER = 'user:default/person-3';

/**
 * Stores a journey for most components, an SLO for half of them, and the
 * signature of an owner and a reviewer for most of those.
 */
export async function seedSlos(
  q: Knex,
  components: readonly { id: string; ref: string }[],
  now: number,
): Promise<void> {
  const random = new Random(99);
  const rows = {
    slo_owners: [] as object[],
    slo_journeys: [] as object[],
    slos: [] as object[],
    slo_versions: [] as object[],
    slo_signatures: [] as object[],
  };
  let id = 0;
  for (const component of components) {
    if (!random.happens(0.7)) continue;
    id += 1;
    const at = now - (1 + random.below(60)) * DAY;
    const journey = {
      id: random.uuid(),
      title: 'Get an order delivered',
      kind: 'user' as const,
      importance: 'critical' as const,
      beneficiary: 'customers',
    };
    rows.slo_journeys.push({
      id,
      public_id: journey.id,
      entity_id: component.id,
      title: journey.title,
      text: null,
      kind: journey.kind,
      importance: journey.importance,
      beneficiary: journey.beneficiary,
      version: 1,
      updated_at: at,
    });
    if (!random.happens(0.75)) continue;
    rows.slo_owners.push({
      entity_id: component.id,
      role: 'product-owner',
      user_ref: OWNER,
      version: 1,
      set_by: OWNER,
      set_at: at,
    });
    const material = materialOf(random.uuid(), component.ref, journey);
    const digest = contentDigestOf(material);
    rows.slos.push({
      id,
      public_id: material.sloId,
      entity_id: component.id,
      journey_id: id,
      version: 1,
      updated_at: at,
    });
    rows.slo_versions.push({
      slo_id: id,
      version: 1,
      content: canonicalText(material),
      content_digest: digest,
      target: material.target,
      accountable_ref: OWNER,
      accountable_role: 'product-owner',
      review_cadence: material.reviewCadence,
      editor_ref: 'user:default/person-1',
      editor_name: 'person-1',
      created_at: at,
      requested_at: at,
    });
    if (!random.happens(0.8)) continue;
    for (const [meaning, signer, role] of [
      ['technical-review', 'user:default/person-4', 'engineer'],
      ['approve', OWNER, 'product-owner'],
    ]) {
      rows.slo_signatures.push({
        id: rows.slo_signatures.length + 1,
        public_id: random.uuid(),
        slo_id: id,
        version: 1,
        content_digest: digest,
        meaning,
        signer_ref: signer,
        signer_name: signer,
        role,
        signed_at: at + DAY / 24,
        reason: null,
        shown: '{}',
        shown_digest: '0'.repeat(64),
      });
    }
  }
  for (const [table, part] of Object.entries(rows)) {
    await insertRows(q, table, part);
    // Ids were given here; the next ones come from the sequence again.
    if (['slo_journeys', 'slos', 'slo_signatures'].includes(table)) {
      await q.raw(
        `select setval(pg_get_serial_sequence(?, 'id'), (select max(id) from ??))`,
        [table, table],
      );
    }
  }
}

function materialOf(
  sloId: string,
  entityRef: string,
  journey: SloMaterial['journey'],
): SloMaterial {
  return sloMaterialSchema.parse({
    sloId,
    entityRef,
    journey,
    sliText: 'The proportion of orders that are confirmed within two seconds',
    target: '99.9',
    rationale: { text: 'What we have observed for a year', basis: 'observed' },
    accountableOwner: { userRef: OWNER, role: 'product-owner' },
  });
}
