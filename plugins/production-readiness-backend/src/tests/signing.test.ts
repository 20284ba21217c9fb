import { randomUUID } from 'node:crypto';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import * as scene from './scenes';

describeBackendOnDatabases('Signatures', backend => {
  const signaturesOf = (page: { slo: { id: string } }) =>
    backend()
      .knex('slo_signatures')
      .join('slos', 'slos.id', 'slo_signatures.slo_id')
      .where('slos.public_id', page.slo.id);

  it('are refused for a content that was edited since it was read', async () => {
    const read = await scene.draftedSlo(backend());
    await backend()
      .as('owner')
      .call(routes.editSlo, {
        params: { sloId: read.slo.id },
        body: {
          content: scene.sloContent(await scene.journeyOf(backend()), {
            target: '99.95',
          }),
          requestSignatures: true,
        },
        ifMatch: read.slo.version,
      });
    const failure = await backend()
      .as('productOwner')
      .call(routes.signSlo, scene.agreement(read))
      .catch(error => error);
    expect(failure).toMatchObject({ status: 409 });
    expect(failure.message).toMatch(/changed/);
    // What changed goes with it, so that the signer can read just that.
    expect(JSON.stringify(failure.details)).toContain('99.95');
    expect(await signaturesOf(read)).toEqual([]);
  });

  it('stay with the content that they agreed to, whatever is proposed', async () => {
    const drafted = await scene.draftedSlo(backend(), { target: '99.8' });
    const agree = scene.agreement(drafted);
    await backend().as('productOwner').call(routes.signSlo, agree);
    const { body: signed } = await backend()
      .as('reviewer')
      .call(routes.signSlo, {
        ...agree,
        body: { ...agree.body, meaning: 'technical-review' },
      });
    expect(signed.slo).toMatchObject({
      state: 'in_force',
      inForce: { material: { target: '99.8' } },
    });

    const journeyId = await scene.journeyOf(backend());
    const edit = (target: string, ifMatch: number) =>
      backend()
        .as('owner')
        .call(routes.editSlo, {
          params: { sloId: drafted.slo.id },
          body: { content: scene.sloContent(journeyId, { target }) },
          ifMatch,
        });
    const { body: proposed } = await edit('99.0', signed.slo.version);
    expect(proposed.slo).toMatchObject({
      inForce: { version: 1, material: { target: '99.8' } },
      proposal: { version: 2, material: { target: '99' } },
    });
    expect(proposed.slo.state).toBe('proposed');

    // Taken back, the content is the one that was signed.
    const { body: back } = await edit('99.80', proposed.slo.version);
    expect(back.slo.state).toBe('in_force');
    expect(back.slo.proposal).toBeNull();
  });

  it.each([
    ['a replay with its key', (key: string) => key],
    ['a second click with another key', () => randomUUID()],
    ['a second click without a key', () => undefined],
  ])('are one, also after %s', async (_, keyOf) => {
    const page = await scene.draftedSlo(backend(), {
      target: `99.${Math.floor(Math.random() * 1e6)}1`,
    });
    const first = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (__, click) =>
        backend()
          .as('productOwner')
          .call(routes.signSlo, {
            ...scene.agreement(page),
            idempotencyKey: click === 0 ? first : keyOf(first),
          }),
      ),
    );
    expect(answers).toHaveLength(8);
    expect(await signaturesOf(page)).toHaveLength(1);
  });

  it('are refused under a key that was used for something else', async () => {
    const [one, other] = [
      await scene.draftedSlo(backend(), { target: '99.31' }),
      await scene.draftedSlo(backend(), { target: '99.32' }),
    ];
    const idempotencyKey = randomUUID();
    const sign = (page: typeof one) =>
      backend()
        .as('productOwner')
        .call(routes.signSlo, { ...scene.agreement(page), idempotencyKey });
    await sign(one);
    await expect(sign(other)).rejects.toMatchObject({ status: 409 });
    expect(await signaturesOf(other)).toEqual([]);
  });

  it('are nobody else’s than the person’s who is signed in', async () => {
    const page = await scene.draftedSlo(backend(), { target: '99.41' });
    const { params, body } = scene.agreement(page);
    const answer = await backend()
      .as('reader')
      .send(
        'post',
        `/slos/${params.sloId}/versions/${params.version}/signatures`,
        {
          body: {
            ...body,
            signerRef: 'user:default/paula',
            role: 'product-owner',
          },
          headers: { 'x-user': 'user:default/paula' },
        },
      );
    expect(answer.status).toBe(400);
    expect(await signaturesOf(page)).toEqual([]);
  });
});
