import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import {
  catalogEntity,
  CHECKOUT,
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../../testing/checklist';
import { describeOnDatabases, statementsDuring } from '../../testing';
import { loadChecklists } from '../createChecklistFeature';
import { tinyChecklist } from '../../testing/tinyChecklist';
import { readChecklistTargets } from './config';
import { DocumentReader } from './DocumentReader';
import { readSources } from './SourceStore';

const olga = personOf('olga', 'payments');
const evidence = { kind: 'url' as const, url: 'https://ci.example.com/7' };

async function fileWith(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'checklist-')), 'team.yaml');
  await writeFile(file, text);
  return file;
}

describeOnDatabases('checklist documents', db => {
  async function bedWith(text: string) {
    const file = await fileWith(text);
    const bed = await createChecklistTestBed(db.database, {
      entities: [TEAM, CHECKOUT, catalogEntity('System', 'shop')],
      readiness: {
        checklist: {
          documents: [{ type: 'file', target: file }, { type: 'default' }],
        },
      },
    });
    const now = async () => NOW;
    await bed.registry.publish(db.database, bed.journal, now);
    return {
      ...bed,
      file,
      refresh: () => bed.registry.refresh(db.database, bed.journal, now),
      view: () => bed.reading.readiness(olga, CHECKOUT_NAME),
    };
  }

  it('gives each entity the first checklist that is for it', async () => {
    const bed = await bedWith(tinyChecklist());
    expect((await bed.view()).checklist).toMatchObject({ id: 'tiny' });
    const system = await bed.reading.readiness(olga, {
      kind: 'system',
      namespace: 'default',
      name: 'shop',
    });
    expect(system.checklist).toMatchObject({ id: 'default' });
  });

  it('puts a new version into use, and judges by it', async () => {
    const bed = await bedWith(tinyChecklist());
    await bed.sweep.run();
    const before = (await bed.view()).checklist!;
    await writeFile(
      bed.file,
      tinyChecklist({ version: '2.0.0', weight: 'normal' }),
    );
    await bed.refresh();
    expect(await bed.sweep.run()).toEqual({ entities: 1 });
    const after = (await bed.view()).checklist!;
    expect(after.version).toBe('2.0.0');
    expect(await bed.registry.definition(db.knex, before.digest)).toMatchObject(
      { version: '1.0.0' },
    );
    await expect(
      bed.answering.attest(
        olga,
        {
          entity: CHECKOUT_NAME,
          itemId: 'REL-3',
          version: 0,
          checklistDigest: before.digest,
        },
        evidence,
      ),
    ).rejects.toMatchObject({ status: 409, code: 'CHECKLIST_CHANGED' });
    await bed.answering.attest(
      olga,
      {
        entity: CHECKOUT_NAME,
        itemId: 'REL-3',
        version: 0,
        checklistDigest: after.digest,
      },
      evidence,
    );
  });

  it('takes an answer to an item that says the same in the newer version', async () => {
    const bed = await bedWith(tinyChecklist());
    const { digest } = (await bed.view()).checklist!;
    await writeFile(bed.file, tinyChecklist({ version: '1.0.1' }));
    await bed.refresh();
    const { item } = await bed.answering.attest(
      olga,
      {
        entity: CHECKOUT_NAME,
        itemId: 'REL-3',
        version: 0,
        checklistDigest: digest,
      },
      evidence,
    );
    expect(item.state).toBe('attested');
  });

  it('keeps the history of an item that a newer version leaves out', async () => {
    const bed = await bedWith(tinyChecklist());
    await bed.answering.attest(
      olga,
      { entity: CHECKOUT_NAME, itemId: 'REL-3', version: 0 },
      evidence,
    );
    await writeFile(
      bed.file,
      tinyChecklist({ version: '2.0.0', without: 'REL-3' }),
    );
    await bed.refresh();
    expect((await bed.view()).items.map(({ itemId }) => itemId)).toEqual([
      'OWN-1',
    ]);
    await writeFile(bed.file, tinyChecklist({ version: '3.0.0' }));
    await bed.refresh();
    const item = (await bed.view()).items.find(one => one.itemId === 'REL-3');
    expect(item).toMatchObject({ state: 'attested', version: 1 });
  });

  it.each([
    ['broken YAML', 'items: [', /team\.yaml:\d+:\d+/],
    ['an unknown predicate', tinyChecklist({ check: '$maybe: {}' }), /\$maybe/],
    [
      'a bomb',
      `${tinyChecklist()}\nx: &x [${'"lol",'.repeat(9)}]\ny: [${'*x,'.repeat(
        200,
      )}]`,
      /aliases/,
    ],
    ['a cycle', `${tinyChecklist()}\nx: &x [*x]`, /team\.yaml/],
    [
      'the id of another checklist',
      tinyChecklist({ id: 'default' }),
      /has the id "default"/,
    ],
  ])(
    'keeps the working version when the new one has %s',
    async (_, text, why) => {
      const bed = await bedWith(tinyChecklist());
      const before = (await bed.view()).checklist;
      await writeFile(bed.file, text);
      await bed.refresh();
      await bed.refresh();
      expect((await bed.view()).checklist).toEqual(before);
      const source = (await readSources(db.knex, [bed.file])).get(bed.file);
      expect(source?.error?.message).toMatch(why);
      await writeFile(bed.file, tinyChecklist({ version: '1.1.0' }));
      await bed.refresh();
      expect((await bed.view()).checklist?.version).toBe('1.1.0');
      const mended = (await readSources(db.knex, [bed.file])).get(bed.file);
      expect(mended?.error).toBeNull();
    },
  );

  it('follows what another replica has put into use', async () => {
    const bed = await bedWith(tinyChecklist());
    const config = new ConfigReader({
      productionReadiness: {
        checklist: {
          documents: [{ type: 'file', target: bed.file }, { type: 'default' }],
        },
      },
    });
    const other = await loadChecklists(config);
    await writeFile(bed.file, tinyChecklist({ version: '2.0.0' }));
    await bed.refresh();
    expect(other.loaded[0].document.version).toBe('1.0.0');
    const { statements } = await statementsDuring(db.knex, () =>
      other.follow(db.knex),
    );
    expect(other.loaded[0].document.version).toBe('2.0.0');
    expect(statements).toHaveLength(2);
    const again = await statementsDuring(db.knex, () => other.follow(db.knex));
    expect(again.statements).toHaveLength(1);
  });

  it('opens no transaction to read the readiness of a Group', async () => {
    const bed = await bedWith(tinyChecklist());
    const { transactions } = await statementsDuring(db.knex, () =>
      bed.reading.readiness(olga, {
        kind: 'group',
        namespace: 'default',
        name: 'payments',
      }),
    );
    expect(transactions).toBe(0);
  });
});

describe('a checklist behind a URL', () => {
  const target = { type: 'url' as const, target: 'https://git.example/c.yaml' };

  it('is asked for with its ETag, and read again after an outage', async () => {
    const readUrl = jest
      .fn()
      .mockResolvedValueOnce({
        buffer: async () => Buffer.from(tinyChecklist()),
        etag: 'one',
      })
      .mockRejectedValueOnce(new NotModifiedError())
      .mockRejectedValueOnce(new Error('503'))
      .mockResolvedValueOnce({
        buffer: async () => Buffer.from(tinyChecklist()),
        etag: 'one',
      });
    const reader = new DocumentReader(
      target,
      mockServices.urlReader.mock({ readUrl }),
    );
    const kinds = [];
    for (let look = 0; look < 4; look++) kinds.push((await reader.read()).kind);
    expect(kinds).toEqual(['read', 'unchanged', 'failed', 'read']);
    expect(readUrl.mock.calls.map(([, options]) => options.etag)).toEqual([
      undefined,
      'one',
      'one',
      undefined,
    ]);
  });

  it.each([
    [[{ type: 'ftp', target: 'x' }], /type must be one of/],
    [[{ type: 'url', target: 'ssh://x' }], /http or https/],
    [[{ type: 'default' }, { type: 'default' }], /twice/],
  ])('refuses the configuration %j', (documents, why) => {
    const config = new ConfigReader({
      productionReadiness: { checklist: { documents } },
    });
    expect(() => readChecklistTargets(config)).toThrow(why);
  });
});
