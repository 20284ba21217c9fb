import {
  SignatureMeaning,
  SloContentInput,
  sloContentInput,
  SloPageView,
  VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { FixedClock, ReadinessDatabase } from '../database';
import { Directory, DIRECTORY_COLUMNS, toDirectoryEntity } from '../directory';
import { databaseJournal } from '../journal';
import { readSloConfig } from '../slo/config';
import { createSloFeature } from '../slo/createSloFeature';
import { createSloReader } from '../slo/facts';
import { EvidenceReader } from '../slo/surroundings';

/** Noon in UTC. */
export const NOW = Date.UTC(2026, 10, 23, 12);
export const DAY = 86_400_000;

/** An entity of the tests, with what matters to SLOs. */
export interface TestEntity {
  kind?: string;
  owner?: string;
  system?: string;
  domain?: string;
  tier?: 1 | 2 | 3;
  /** Names of Components that it depends on. */
  dependsOn?: string[];
  annotations?: Record<string, string>;
}

/** Path parameters of a Component. */
export const component = (name: string) => ({
  kind: 'Component',
  namespace: 'default',
  name,
});

/**
 * SLO ownership on a real database whose directory holds these entities and
 * people. The catalog and the permission framework stand still: everybody may,
 * and all is visible. The route tests have the real ones.
 */
export async function createSloTestBed(
  database: ReadinessDatabase,
  entities: Record<string, TestEntity>,
  people: string[],
  settings: JsonObject = {},
  evidence?: EvidenceReader,
) {
  const clock = new FixedClock(NOW);
  const { knex } = database;
  await knex('directory_entities').insert([
    ...Object.entries(entities).map(([name, entity]) => row(name, entity)),
    ...people.map(name => row(name, { kind: 'user' })),
  ]);
  const read = async (column: 'ref' | 'id', values: readonly string[]) => {
    const rows = await knex('directory_entities')
      .whereIn(column, [...values])
      .whereNull('deleted_at')
      .select(...DIRECTORY_COLUMNS);
    return rows.map(toDirectoryEntity);
  };
  const directory = {
    findEntity: async (_q: unknown, ref: string) =>
      (await read('ref', [ref]))[0],
    findByIds: async (q: typeof knex, ids: readonly string[]) =>
      (
        await q('directory_entities')
          .whereIn('id', [...ids])
          .whereNull('deleted_at')
          .select(...DIRECTORY_COLUMNS)
      ).map(toDirectoryEntity),
  } as unknown as Directory;
  const reevaluated: string[][] = [];
  const hidden: string[] = [];
  const config = readSloConfig(new ConfigReader(settings));
  const feature = createSloFeature({
    database,
    clock,
    config,
    directory,
    evidence,
    logger: mockServices.logger.mock(),
    journal: databaseJournal,
    access: {
      authorize: async () => {},
      authorizeReading: async () => {},
      visibility: async () => ({
        apply: (query: Knex.QueryBuilder, alias: string) => {
          query.whereNotIn(`${alias}.name`, hidden);
        },
      }),
    } as unknown as Access,
    evaluation: {
      reevaluate: async (_tx, ids) => {
        reevaluated.push(ids);
      },
    },
  });
  return {
    ...feature,
    clock,
    reevaluated,
    /** Names of entities that nobody may see. */
    hidden,
    facts: {
      async read(q: Knex, ids: readonly string[]) {
        const found = await directory.findByIds(q, ids);
        const all = await createSloReader({ clock, config }).read(q, found);
        return new Map([...all].map(([id, { facts }]) => [id, facts]));
      },
    },
    /** Takes a person out of the catalog. */
    async remove(name: string) {
      await knex('directory_entities')
        .where({ ref: `user:default/${name}` })
        .update({ deleted_at: NOW });
    },
  };
}

/** A person, with the groups that the catalog puts them in. */
export function person(name: string, ...groups: string[]): Caller {
  const userRef = `user:default/${name}`;
  return {
    kind: 'user',
    userRef,
    displayName: name,
    principals: [userRef, ...groups.map(group => `group:default/${group}`)],
    isAdmin: false,
    onBehalfOf: false,
    credentials: {} as Caller['credentials'],
  };
}

/** A content about a journey. */
export function content(
  journeyId: string,
  change: Partial<SloContentInput> = {},
): SloContentInput {
  return sloContentInput.parse({
    journeyId,
    sliText: 'the proportion of checkouts that succeed within 2 s',
    target: '99.9',
    rationale: { text: 'Shoppers leave after that', basis: 'observed' },
    ...change,
  });
}

/** The version that waits, else the one in force. */
export function newest(page: SloPageView): VersionView {
  return (page.slo.proposal ?? page.slo.inForce)!;
}

/** What somebody sends who saw this version. */
export function said(
  version: VersionView,
  meaning: SignatureMeaning,
  reason?: string,
) {
  const { contentDigest, shownDigest } = version;
  return { meaning, contentDigest, shownDigest, reason };
}

function row(name: string, entity: TestEntity) {
  const { kind = 'component', owner, tier = 2, annotations = {} } = entity;
  const relations = [
    ...(owner
      ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
      : []),
    ...(entity.dependsOn ?? []).map(other => ({
      type: 'dependsOn',
      targetRef: `component:default/${other}`,
    })),
  ];
  return {
    ref: `${kind}:default/${name}`,
    uid: `uid-${kind}-${name}`,
    kind,
    namespace: 'default',
    name,
    title: kind === 'user' ? name[0].toLocaleUpperCase() + name.slice(1) : null,
    search_text: name,
    tier,
    tier_origin: 'annotation',
    phase: 'general-availability',
    owner_ref: owner ? `group:default/${owner}` : null,
    owner_exists: Boolean(owner),
    system_ref: entity.system ? `system:default/${entity.system}` : null,
    domain_ref: entity.domain ? `domain:default/${entity.domain}` : null,
    entity: JSON.stringify({ metadata: { annotations }, spec: {}, relations }),
    digest: '',
    missed: 0,
    adopted_at: NOW,
    updated_at: NOW,
  };
}
