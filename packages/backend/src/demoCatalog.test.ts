import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(__dirname, '../../../catalog');

const entities: Entity[] = readdirSync(folder, { recursive: true })
  .map(String)
  .filter(file => /[/\\].*\.yaml$/.test(file))
  .flatMap(file => [
    ...parseEntityYaml(readFileSync(join(folder, file)), {
      type: 'file',
      target: file,
    }),
  ])
  .map(result => {
    if (result.type !== 'entity') {
      throw new Error(JSON.stringify(result));
    }
    return result.entity;
  });

const ofKind = (kind: string) =>
  entities.filter(entity => entity.kind === kind);
const namesOf = (kind: string) => ofKind(kind).map(e => e.metadata.name);
const annotationsNamed = (key: string) =>
  entities.flatMap(
    ({ metadata }) =>
      metadata.annotations?.[`production-readiness.io/${key}`] ?? [],
  );

describe('The demo catalog', () => {
  it('is large enough to look like a company', () => {
    expect(ofKind('Domain').length).toBeGreaterThanOrEqual(3);
    expect(ofKind('System').length).toBeGreaterThanOrEqual(8);
    expect(ofKind('Component').length).toBeGreaterThanOrEqual(40);
    expect(ofKind('Group').length).toBeGreaterThanOrEqual(12);
    expect(ofKind('User').length).toBeGreaterThanOrEqual(40);
    expect(ofKind('API').length).toBeGreaterThan(0);
    expect(ofKind('Resource').length).toBeGreaterThan(0);
  });

  it('has components of every lifecycle and tier, and some without a tier', () => {
    const lifecycles = new Set(
      ofKind('Component').map(({ spec }) => spec?.lifecycle),
    );
    expect([...lifecycles].sort()).toEqual([
      'deprecated',
      'experimental',
      'pilot',
      'production',
    ]);
    const tiers = ofKind('Component').map(
      ({ metadata }) => metadata.annotations?.['production-readiness.io/tier'],
    );
    expect(new Set(tiers)).toEqual(new Set(['1', '2', '3', undefined]));
  });

  it('names each entity once', () => {
    for (const kind of new Set(entities.map(entity => entity.kind))) {
      expect(new Set(namesOf(kind)).size).toBe(namesOf(kind).length);
    }
  });

  it('leaves exactly the owners dangling that should be', () => {
    const known = new Set([
      ...namesOf('Group'),
      ...namesOf('User').map(name => `user:default/${name}`),
    ]);
    const dangling = entities
      .filter(({ spec }) => typeof spec?.owner === 'string')
      .filter(({ spec }) => !known.has(String(spec?.owner)))
      .map(({ metadata }) => metadata.name);
    expect(dangling.sort()).toEqual(['legacy-planner', 'wiki-search']);
  });

  it('leaves exactly the product owners and CTOs vacant that should be', () => {
    const people = new Set(namesOf('User'));
    const vacant = [
      ...annotationsNamed('product-owner'),
      ...annotationsNamed('cto'),
    ].filter(ref => !people.has(parseEntityRef(ref).name));
    expect(vacant.sort()).toEqual([
      'user:default/ayumi-kuroda',
      'user:default/hiroshi-abe',
      'user:default/rei-shimizu',
    ]);
  });

  it('depends only on what exists', () => {
    const known = new Set(
      entities.map(
        ({ kind, metadata }) => `${kind.toLowerCase()}:${metadata.name}`,
      ),
    );
    const missing = ofKind('Component')
      .flatMap(({ spec }) => (spec?.dependsOn as string[] | undefined) ?? [])
      .filter(ref => !known.has(ref));
    expect(missing).toEqual([]);
  });

  it('has teams of one, two and three, and larger ones', () => {
    const sizes = namesOf('Group').map(
      group =>
        ofKind('User').filter(({ spec }) =>
          (spec?.memberOf as string[]).includes(group),
        ).length,
    );
    expect(sizes).toEqual(expect.arrayContaining([1, 2, 3, 5, 6, 7]));
  });

  it('keeps exactly one thing confidential', () => {
    expect(annotationsNamed('confidential')).toEqual(['true']);
  });
});
