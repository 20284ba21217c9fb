import { createDatabase } from '../database';
import { describeOnDatabases } from '../testing';
import { holdHeads } from './heads';
import { databaseJournal, entityChain, groupChain } from './Journal';
import { listChain, verifyJournal } from './JournalStore';

const line = (chain: string, n: number) => ({
  chain,
  actor: 'user:default/hanako',
  action: 'checklist.attested',
  subject: { item: 'OWN-5', 申告: '二人目は誰？', n },
  at: 1_800_000_000_000 + n,
});

describeOnDatabases('Journal', db => {
  const append = (chain: string, ...numbers: number[]) =>
    createDatabase(db.knex).transaction(tx =>
      databaseJournal.append(tx, ...numbers.map(n => line(chain, n))),
    );

  it('numbers each chain from 1 and verifies', async () => {
    await append(entityChain('1'), 1, 2);
    await append(groupChain('group:default/sre'), 1);
    await append(entityChain('1'), 3);

    const records = await listChain(db.knex, entityChain('1'), { limit: 2 });
    expect(records.map(record => record.sequence)).toEqual([3, 2]);
    expect(JSON.parse(records[0].subject)).toEqual({
      item: 'OWN-5',
      申告: '二人目は誰？',
      n: 3,
    });
    expect(await verifyJournal(db.knex)).toEqual({
      chains: 2,
      records: 4,
      broken: [],
    });
  });

  it('counts the chains that have a line, not those that were only locked', async () => {
    await append(entityChain('1'), 1);
    await createDatabase(db.knex).transaction(tx =>
      holdHeads(tx, [entityChain('1'), entityChain('2')]),
    );
    expect(await verifyJournal(db.knex)).toMatchObject({
      chains: 1,
      broken: [],
    });
  });

  it('keeps nothing of a transaction that fails', async () => {
    await append(entityChain('1'), 1);
    await expect(
      createDatabase(db.knex).transaction(async tx => {
        await databaseJournal.append(tx, line(entityChain('1'), 2));
        throw new Error('the rest failed');
      }),
    ).rejects.toThrow('the rest failed');
    expect(await verifyJournal(db.knex)).toMatchObject({
      records: 1,
      broken: [],
    });
  });

  it('gives concurrent writers of one chain a place each', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => append(entityChain('7'), n)),
    );
    expect(await verifyJournal(db.knex)).toEqual({
      chains: 1,
      records: 20,
      broken: [],
    });
  });

  it.each([
    ['a changed line', { sequence: 2 }, { actor: 'user:default/mallory' }],
    ['a moved time', { sequence: 2 }, { at: 5 }],
  ])('finds %s', async (_, where, change) => {
    await append(entityChain('1'), 1, 2, 3);
    await db.knex('journal').where(where).update(change);
    expect((await verifyJournal(db.knex)).broken).toEqual([
      { chain: 'entity:1', sequence: 2, reason: 'hash' },
    ]);
  });

  it('finds lines that are gone, from the middle, the end, or all', async () => {
    await append(entityChain('1'), 1, 2, 3);
    await append(entityChain('2'), 1, 2);
    await append(entityChain('3'), 1);
    await db.knex('journal').where({ chain: 'entity:1', sequence: 2 }).delete();
    await db.knex('journal').where({ chain: 'entity:2', sequence: 2 }).delete();
    await db.knex('journal').where({ chain: 'entity:3' }).delete();
    expect((await verifyJournal(db.knex)).broken).toEqual([
      { chain: 'entity:1', sequence: 3, reason: 'gap' },
      { chain: 'entity:2', sequence: 1, reason: 'head' },
      { chain: 'entity:3', sequence: 0, reason: 'head' },
    ]);
  });
});
