import knexFactory, { Knex } from 'knex';
import { verifyJournal } from '../journal';
import { createPostgresDatabase, describeOnPostgres } from '../testing';
import { ProcessBackend, startProcessBackend } from '../testing/processBackend';
import { evidence, toilEntry } from './scenes';

const WRITERS = 6;
const ITEMS = ['REL-3', 'OPS-2', 'CAP-1'];
/** So long writes go on before the process is ended. */
const MILLISECONDS = 1500;

/** What was answered with a 2xx. */
interface Answered {
  /** Notes of logged work. */
  notes: string[];
  /** The highest version of each item. */
  versions: Map<string, number>;
}

describeOnPostgres('A process that is ended in a stream of writes', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s has kept what it answered, once and whole',
    async signal => {
      const connection = await createPostgresDatabase();
      const backend = await startProcessBackend(connection);
      const answered: Answered = { notes: [], versions: new Map() };
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        writer < ITEMS.length
          ? attestAgainAndAgain(backend, ITEMS[writer], answered)
          : logAgainAndAgain(backend, writer, answered),
      );
      await new Promise(resolve => setTimeout(resolve, MILLISECONDS));
      await backend.end(signal);
      await Promise.all(writers);
      expect(answered.notes.length).toBeGreaterThan(0);
      expect(answered.versions.size).toBe(ITEMS.length);

      const knex = knexFactory({ client: 'pg', connection });
      try {
        await expectWhole(knex, answered);
      } finally {
        await knex.destroy();
      }
    },
    120_000,
  );
});

async function expectWhole(knex: Knex, { notes, versions }: Answered) {
  const stored: string[] = await knex('toil_entries').pluck('note');
  expect(new Set(stored).size).toBe(stored.length);
  expect(stored).toEqual(expect.arrayContaining(notes));
  // The sums and the journal say the same as the rows.
  const [week] = await knex('toil_weeks');
  expect(Number(week.entries)).toBe(stored.length);
  const logged = await knex('journal').where({ action: 'toil.recorded' });
  expect(logged).toHaveLength(stored.length);

  const { id } = await knex('directory_entities')
    .where({ ref: 'component:default/checkout' })
    .first('id');
  for (const [itemId, version] of versions) {
    const [row] = await knex('item_states').where({
      entity_id: id,
      item_id: itemId,
    });
    expect(row.version).toBeGreaterThanOrEqual(version);
    const lines = await knex('journal')
      .where({ action: 'checklist.attested' })
      .whereRaw('subject like ?', [`%"${itemId}"%`]);
    expect(lines).toHaveLength(row.version);
  }
  expect((await verifyJournal(knex)).broken).toEqual([]);
}

async function attestAgainAndAgain(
  backend: ProcessBackend,
  itemId: string,
  answered: Answered,
): Promise<void> {
  for (let version = 0; ; version++) {
    const answer = await backend.send(
      version % 2 ? 'owner' : 'colleague',
      'PUT',
      `/entities/component/default/checkout/items/${itemId}/attestation`,
      { evidence: { ...evidence, text: `${evidence.text} Try ${version}.` } },
      { 'If-Match': `"${version}"` },
    );
    if (answer?.status !== 200) return;
    answered.versions.set(itemId, version + 1);
  }
}

async function logAgainAndAgain(
  backend: ProcessBackend,
  writer: number,
  answered: Answered,
): Promise<void> {
  for (let index = 0; ; index++) {
    const note = `Writer ${writer}, entry ${index}`;
    const answer = await backend.send(
      'owner',
      'POST',
      '/groups/default/payments/toil/entries',
      { ...toilEntry, minutes: 1, note },
    );
    if (answer?.status !== 201) return;
    answered.notes.push(note);
  }
}
