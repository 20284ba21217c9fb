import { DEFAULT_OWNER_ROLES } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../../testing';
import {
  component,
  content,
  createSloTestBed,
  person,
} from '../../testing/slo';
import { findAnsweredFor } from '../answeredFor';

const CHECKOUT = component('checkout');
const dev = person('dev', 'payments');
const po = person('po');
const reader = person('reader');

describeOnDatabases('questions about an SLO', db => {
  const start = async () => {
    const bed = await createSloTestBed(
      db.database,
      { checkout: { owner: 'payments' }, other: { owner: 'payments' } },
      ['dev', 'po', 'reader'],
    );
    await bed.owners.set(dev, CHECKOUT, 'product-owner', po.userRef!, 0);
    const journey = await bed.journeys.add(
      dev,
      CHECKOUT,
      {
        title: 'Check out a basket',
        kind: 'user',
        importance: 'critical',
        beneficiary: 'Shoppers',
      },
      undefined,
    );
    const { slo } = await bed.editing.add(
      dev,
      CHECKOUT,
      { content: content(journey.id), requestSignatures: true },
      undefined,
    );
    await db
      .knex('directory_entity_owners')
      .insert(
        await db
          .knex('directory_entities')
          .where({ name: 'checkout' })
          .select(
            'id as entity_id',
            db.knex.raw("'group:default/payments' as owner_ref"),
          ),
      );
    const kinds = async (who: typeof po) =>
      (await bed.waiting.read(db.knex, who, { apply: () => {} })).map(
        one => one.kind,
      );
    const ask = (who = po, key?: string) =>
      bed.questions.ask(
        who,
        slo.id,
        { version: 1, text: 'Are retries counted too?' },
        key,
      );
    return { ...bed, ask, kinds, sloId: slo.id };
  };

  it('wait for who can answer, and then for who asked', async () => {
    const { ask, kinds, questions, reading, sloId } = await start();
    const asked = await ask(reader);
    expect(asked).toMatchObject({
      asker: { name: 'reader' },
      answer: null,
      mayAnswer: false,
    });
    expect(await kinds(dev)).toEqual(['answer-question']);
    expect(await kinds(po)).toEqual(['sign', 'answer-question']);
    expect(await kinds(reader)).toEqual([]);

    await questions.answer(dev, sloId, asked.id, 'Yes, all tries are.');
    expect(await kinds(dev)).toEqual([]);
    expect(await kinds(reader)).toEqual(['question-answered']);
    const { slo } = await reading.slo(reader, sloId);
    expect(slo.questions).toMatchObject([
      { answer: { by: { name: 'dev' }, text: 'Yes, all tries are.' } },
    ]);
    // It decides nothing.
    expect(slo.state).toBe('in_review');
    expect(await db.knex('slo_signatures')).toEqual([]);

    await questions.read(reader, sloId, asked.id);
    expect(await kinds(reader)).toEqual([]);
    const lines = await db
      .knex('journal')
      .where('action', 'like', '%question%')
      .orderBy('sequence');
    expect(lines.map(line => line.action)).toEqual([
      'slo.question_asked',
      'slo.question_answered',
    ]);
  });

  it('take one answer, of somebody else, and are asked once', async () => {
    const { ask, questions, sloId } = await start();
    const { id } = await ask(dev, 'key');
    expect((await ask(dev, 'key')).id).toBe(id);
    await expect(
      questions.answer(dev, sloId, id, 'I answer myself.'),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_AN_ANSWERER' });
    await expect(
      questions.answer(reader, sloId, id, 'I would say yes.'),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_AN_ANSWERER' });
    await questions.answer(po, sloId, id, 'Yes, they are.');
    await questions.answer(po, sloId, id, 'Yes, they are.');
    await expect(
      questions.answer(po, sloId, id, 'No, they are not.'),
    ).rejects.toMatchObject({ status: 409, code: 'QUESTION_ANSWERED' });
    await expect(questions.read(po, sloId, id)).rejects.toMatchObject({
      status: 403,
      code: 'NOT_THE_ASKER',
    });
    await expect(ask(person('guest'))).rejects.toMatchObject({
      status: 403,
      code: 'SIGNER_UNKNOWN',
    });
  });

  it('finds what is to be judged anew when an owner leaves', async () => {
    await start();
    const idOf = async (name: string) =>
      String(
        (await db.knex('directory_entities').where({ name }).first('id')).id,
      );
    const ids = [await idOf('po'), await idOf('reader')];
    const found = await db.database.transaction(async tx =>
      findAnsweredFor(tx, DEFAULT_OWNER_ROLES, ids),
    );
    expect(found).toEqual([await idOf('checkout')]);
  });
});
