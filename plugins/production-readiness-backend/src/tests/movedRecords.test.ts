import { randomUUID } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import {
  agreement,
  answered,
  checkout,
  draftedSlo,
  itemVersion,
  recordedAlert,
  rollback,
} from './scenes';

const REASON = 'The team has given its service another name';
const cashier = { ...checkout, name: 'cashier' };
const counter = { ...checkout, name: 'counter' };

const rename = (from: string, to: string) => (entities: Entity[]) =>
  entities.map(entity =>
    entity.metadata.name === from
      ? { ...entity, metadata: { ...entity.metadata, name: to } }
      : entity,
  );

describeBackendOnDatabases('records of an entity with a new name', backend => {
  const administrator = () => backend().as('administrator');
  let sloId: string;

  const sign = async () => {
    const { body } = await backend()
      .as('productOwner')
      .call(routes.getSlo, { params: { sloId } });
    const agree = agreement(body);
    await backend().as('productOwner').call(routes.signSlo, agree);
    await backend()
      .as('reviewer')
      .call(routes.signSlo, {
        ...agree,
        body: { ...agree.body, meaning: 'technical-review' },
      });
  };
  const isInForce = async () => {
    const { body } = await backend()
      .as('owner')
      .call(routes.getSlo, { params: { sloId } });
    return body.slo.inForce !== null;
  };
  /** The catalog knows it by another name; nothing else is done. */
  const renamed = async (from: string, to: string) => {
    await backend().replaceCatalog(rename(from, to));
    for (let sweep = 0; sweep < 2; sweep++) await backend().sweep();
  };
  const preview = async (from: string, to: string) => {
    const { body } = await administrator().call(routes.listLostRecords, {
      query: { q: from },
    });
    const lost = body.entities[0];
    return (
      await administrator().call(routes.previewRecordMove, {
        query: { fromRef: lost.ref, fromUid: lost.uid, toRef: to },
      })
    ).body;
  };
  const identities = ({ from, to }: Awaited<ReturnType<typeof preview>>) => ({
    from: { ref: from.ref, uid: from.uid },
    to: { ref: to.ref, uid: to.uid },
  });

  beforeAll(async () => {
    await answered(backend());
    await recordedAlert(backend());
    sloId = (await draftedSlo(backend())).slo.id;
    await sign();
    if (!(await isInForce())) throw new Error('The SLO is not agreed');
    await renamed('checkout', 'cashier');
  }, 120_000);

  it('are listed as lost, and a name alone brings none of them', async () => {
    const { body } = await administrator().call(routes.listLostRecords, {});
    expect(body).toMatchObject({
      entities: [
        {
          ref: 'component:default/checkout',
          goneSince: expect.any(Number),
          records: { answers: 1, slos: 1 },
        },
      ],
      hasMore: false,
    });
    expect(await itemVersion(backend(), { ...rollback, ...cashier })).toBe(0);
  }, 60_000);

  it('move with their journal, and the owners sign anew', async () => {
    const seen = await preview('checkout', 'component:default/cashier');
    expect(seen).toMatchObject({
      from: { records: { answers: 1, reviews: 0, slos: 1 } },
      to: { records: { answers: 0, slos: 0, others: 0 } },
      obstacles: [],
    });
    const request = {
      body: {
        ...identities(seen),
        signatures: 'ask-again' as const,
        reason: REASON,
      },
      idempotencyKey: randomUUID(),
    };
    const { body } = await administrator().call(routes.moveRecords, request);
    expect(body).toEqual({
      entityRef: 'component:default/cashier',
      moved: seen.from.records,
    });
    // The same try once more says the same and does nothing.
    await expect(
      administrator().call(routes.moveRecords, request),
    ).resolves.toMatchObject({ body });

    expect(await itemVersion(backend(), { ...rollback, ...cashier })).toBe(1);
    expect(await isInForce()).toBe(false);
    const { body: inbox } = await backend()
      .as('productOwner')
      .call(routes.listInbox, {});
    expect(JSON.stringify(inbox)).toContain('component:default/cashier');
    const { body: journal } = await backend()
      .as('owner')
      .call(routes.listJournal, { params: cashier });
    const actions = journal.records.map(({ action }) => action);
    expect(actions).toContain('records.moved');
    expect(actions).toContain('checklist.attested');
    const { body: lost } = await administrator().call(
      routes.listLostRecords,
      {},
    );
    expect(lost.entities).toEqual([]);
  }, 60_000);

  it('keep their signatures where an administrator says so', async () => {
    await sign();
    expect(await isInForce()).toBe(true);
    await renamed('cashier', 'counter');
    const seen = await preview('cashier', 'component:default/counter');
    await administrator().call(routes.moveRecords, {
      body: { ...identities(seen), signatures: 'keep', reason: REASON },
    });
    expect(await isInForce()).toBe(true);
    expect(await itemVersion(backend(), { ...rollback, ...counter })).toBe(1);
  }, 60_000);

  it('are never merged with those of another', async () => {
    const basket = { ...rollback, name: 'basket' };
    await answered(backend(), basket);
    await renamed('basket', 'bag');
    await answered(backend(), { ...rollback, name: 'bag' });
    const seen = await preview('basket', 'component:default/bag');
    expect(seen.obstacles).toEqual(['target-has-records']);
    await expect(
      administrator().call(routes.moveRecords, {
        body: { ...identities(seen), signatures: 'keep', reason: REASON },
      }),
    ).rejects.toMatchObject({ status: 409, code: 'TARGET_HAS_RECORDS' });
    await expect(
      administrator().call(routes.moveRecords, {
        body: {
          ...identities(seen),
          to: { ref: seen.to.ref, uid: 'of an earlier one' },
          signatures: 'keep',
          reason: REASON,
        },
      }),
    ).rejects.toMatchObject({ status: 404, code: 'RECORD_HOLDER_NOT_FOUND' });
  }, 60_000);

  it('leave every chain of the journal whole', async () => {
    const { body } = await administrator().call(routes.verifyJournal);
    expect(body.broken).toEqual([]);
    // And the next sweep finds nothing to put right.
    await backend().sweep();
    expect(await itemVersion(backend(), { ...rollback, ...counter })).toBe(1);
  }, 60_000);
});
