import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import fc from 'fast-check';
import { FixedClock } from '../database';
import { createDirectory } from '../directory';
import { describeOnDatabases } from '../testing';
import { translateCriteria } from './catalogRules';

type Criteria = PermissionCriteria<PermissionCondition>;

// Few words, so that conditions meet entities; some long, some odd.
const keys = ['a', 'B.c', 'x/y', `k${'o'.repeat(200)}`, 'name', 'tags', 'deep'];
const values = [
  '',
  'x',
  'X',
  'true',
  'null',
  '7',
  `V${'v'.repeat(200)}`,
  '日本',
];
const key = fc.constantFrom(...keys);
const value = fc.constantFrom(...values);
const refs = ['group:default/a', 'group:default/b', 'user:default/c'];

const texts = fc.uniqueArray(fc.tuple(key, value), {
  selector: ([name]) => name.toLowerCase(),
  maxLength: 4,
});
const anything = fc.dictionary(
  fc.constantFrom('a', 'tags', 'deep'),
  fc.oneof(
    value,
    fc.integer({ min: 6, max: 8 }),
    fc.boolean(),
    fc.constant(null),
    fc.uniqueArray(value, { selector: text => text.toLowerCase() }),
    fc.record({ a: value }),
  ),
);

const entities = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom('Component', 'API', 'Group'),
      name: fc.constantFrom('one', 'Two', 'three', 'x'),
      namespace: fc.constantFrom(undefined, 'default', 'Other'),
      annotations: fc.option(texts, { nil: undefined }),
      labels: fc.option(texts, { nil: undefined }),
      tags: fc.option(fc.uniqueArray(fc.constantFrom('x', 'java')), {
        nil: undefined,
      }),
      spec: fc.option(anything, { nil: undefined }),
      owners: fc.option(fc.subarray(refs), { nil: undefined }),
    })
    .map(toEntity),
  {
    selector: ({ kind, metadata }) =>
      `${kind} ${metadata.namespace ?? 'default'} ${
        metadata.name
      }`.toLowerCase(),
    minLength: 1,
    maxLength: 6,
  },
);

function toEntity(parts: {
  kind: string;
  name: string;
  namespace?: string;
  annotations?: [string, string][];
  labels?: [string, string][];
  tags?: string[];
  spec?: object;
  owners?: string[];
}): Entity {
  const { kind, name, namespace, annotations, labels, tags, owners } = parts;
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        uid: `${kind}-${namespace}-${name}`,
        name,
        namespace,
        annotations: annotations && Object.fromEntries(annotations),
        labels: labels && Object.fromEntries(labels),
        tags,
      },
      spec: parts.spec,
      relations: owners?.map(targetRef => ({ type: 'ownedBy', targetRef })),
    }),
  );
}

const property = fc.oneof(
  key,
  fc.constantFrom(
    'namespace',
    'uid',
    'etag',
    'annotations.a',
    'labels.B.c',
    'tags.java',
    'deep.a',
    'annotations',
  ),
);
const maybe = fc.option(value, { nil: undefined });
const rule = (name: string, params: fc.Arbitrary<object>) =>
  params.map(p => ({ rule: name, resourceType: 'catalog-entity', params: p }));

const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => {
  const many = fc.array(tie('criteria'), { minLength: 1, maxLength: 3 });
  return {
    criteria: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'criteria' },
      fc.oneof(
        rule('HAS_ANNOTATION', fc.record({ annotation: key, value: maybe })),
        rule('HAS_LABEL', fc.record({ label: key, value: maybe })),
        rule('HAS_METADATA', fc.record({ key: property, value: maybe })),
        rule('HAS_SPEC', fc.record({ key: property, value: maybe })),
        rule(
          'IS_ENTITY_KIND',
          fc.record({
            kinds: fc.subarray(['component', 'API', 'group'], { minLength: 0 }),
          }),
        ),
        rule('IS_ENTITY_OWNER', fc.record({ claims: fc.subarray(refs) })),
      ) as fc.Arbitrary<Criteria>,
      many.map(allOf => ({ allOf } as Criteria)),
      many.map(anyOf => ({ anyOf } as Criteria)),
      fc.record({ not: tie('criteria') }),
    ),
  };
});

/** What the catalog itself decides. */
function applies(condition: Criteria, entity: Entity): boolean {
  if (isAndCriteria(condition)) {
    return condition.allOf.every(child => applies(child, entity));
  }
  if (isOrCriteria(condition)) {
    return condition.anyOf.some(child => applies(child, entity));
  }
  if (isNotCriteria(condition)) return !applies(condition.not, entity);
  const leaf = condition as PermissionCondition;
  const found = Object.values(permissionRules).find(
    candidate => candidate.name === leaf.rule,
  );
  const apply = found!.apply as (resource: Entity, params: unknown) => boolean;
  return apply(entity, leaf.params);
}

describeOnDatabases('the catalog rules as SQL', db => {
  it('decide as the catalog does on any entity', async () => {
    let current: Entity[] = [];
    const { sweep } = createDirectory({
      catalog: {
        async *streamEntities(request: { filter: { kind: string[] } }) {
          yield current.filter(({ kind }) =>
            request.filter.kind.includes(kind.toLowerCase()),
          );
        },
      } as unknown as CatalogService,
      auth: mockServices.auth(),
      database: db.database,
      clock: new FixedClock(1),
      config: new ConfigReader({}),
      logger: mockServices.logger.mock(),
      onEntitiesChanged: async () => {},
    });
    await fc.assert(
      fc.asyncProperty(
        entities,
        fc.array(criteria, { minLength: 5, maxLength: 5 }),
        async (shown, conditions) => {
          for (const table of [
            'directory_search',
            'directory_entity_owners',
            'directory_relations',
            'directory_memberships',
            'directory_entities',
          ]) {
            await db.knex(table).delete();
          }
          current = shown;
          await sweep.run();
          for (const condition of conditions) {
            const query = db.knex('directory_entities as e').pluck('e.uid');
            translateCriteria(condition)!(query, 'e');
            const expected = shown
              .filter(entity => applies(condition, entity))
              .map(entity => entity.metadata.uid);
            expect([...(await query)].sort()).toEqual(expected.sort());
          }
        },
      ),
      { numRuns: db.engine === 'SQLite' ? 150 : 40 },
    );
  }, 60_000);

  it('leave rules that are not the catalog’s own to the catalog', () => {
    const own = {
      rule: 'IS_ENTITY_KIND',
      resourceType: 'catalog-entity',
      params: { kinds: ['api'] },
    };
    const other = { ...own, rule: 'IS_FRIDAY' };
    const broken = { ...own, params: { kinds: 'api' } };
    expect(translateCriteria(own)).toBeDefined();
    for (const criterion of [other, broken]) {
      expect(translateCriteria(criterion)).toBeUndefined();
      expect(translateCriteria({ not: criterion })).toBeUndefined();
      expect(translateCriteria({ anyOf: [own, criterion] })).toBeUndefined();
      expect(translateCriteria({ allOf: [own, criterion] })).toBeUndefined();
    }
  });
});
