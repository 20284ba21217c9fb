import { Entity } from '@backstage/catalog-model';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { allocation, payments, toilEntry } from './scenes';
import { decided, decision } from './toilScenes';

const NEW = 'tills';
const tills = { ...payments, name: NEW };
const choices = {
  sessionAt: Date.UTC(2027, 0, 11),
  sharesAnswers: true,
  focus: [],
  focusUntil: null,
};

/** The same people under another name, in everything that names the Group. */
function renamed(entities: Entity[]): Entity[] {
  return entities.map(entity => {
    const { spec, metadata } = entity;
    const isIt = entity.kind === 'Group' && metadata.name === payments.name;
    return {
      ...entity,
      metadata: { ...metadata, name: isIt ? NEW : metadata.name },
      spec: {
        ...spec,
        ...(Array.isArray(spec?.memberOf) && {
          memberOf: spec.memberOf.map(name =>
            name === payments.name ? NEW : name,
          ),
        }),
        ...(spec?.owner === 'group:default/payments' && {
          owner: `group:default/${NEW}`,
        }),
      },
    };
  });
}

describeBackendOnDatabases('a Group with a new name', backend => {
  const owner = () => backend().as('owner');
  const administrator = () => backend().as('administrator');

  /**
   * All that a member of a team sees of its records. Who belongs where is
   * remembered for a minute, so nobody is asked on both sides of the change.
   */
  async function seenOf(params: typeof payments) {
    const member = backend().as(params === payments ? 'owner' : 'colleague');
    const week = { ...params, week: toilEntry.week };
    const { body: toil } = await member.call(routes.getTeamToil, {
      params,
      query: { from: toilEntry.week, to: toilEntry.week },
    });
    if (toil.access !== 'shown') throw new Error('The team is hidden');
    const { body: list } = await member.call(routes.listToilEntries, {
      params,
      query: { week: toilEntry.week },
    });
    const { body: split } = await member.call(routes.getAllocation, {
      params: week,
    });
    const { body: upkeep } = await member.call(routes.getTeamUpkeep, {
      params,
    });
    const { body: decisions } = await member.call(routes.listToilDecisions, {
      params,
    });
    if (decisions.access !== 'shown') throw new Error('They are hidden');
    return {
      notes: list.entries.map(({ note }) => note),
      percents: split.parts.map(({ percent }) => percent),
      choices: upkeep.choices,
      decisions: decisions.decisions.map(({ category }) => category),
      totals: toil.totals,
    };
  }

  beforeAll(async () => {
    await owner().call(routes.logToil, {
      params: payments,
      body: { ...toilEntry, note: 'Restarted the till by hand' },
    });
    await owner().call(routes.putAllocation, {
      params: { ...payments, week: toilEntry.week },
      body: allocation,
      ifMatch: 0,
    });
    await owner().call(routes.setUpkeepChoices, {
      params: payments,
      body: choices,
      ifMatch: 0,
    });
    await decided(backend());
  });

  it('begins with nothing, and gets all of it from an administrator', async () => {
    const before = await seenOf(payments);
    expect(before).toMatchObject({
      notes: ['Restarted the till by hand'],
      percents: allocation.parts.map(({ percent }) => percent),
      choices,
      decisions: [decision.category],
    });

    await backend().replaceCatalog(renamed);
    for (let sweep = 0; sweep < 2; sweep++) await backend().sweep();
    expect(await seenOf(tills)).toMatchObject({
      notes: [],
      percents: [],
      choices: { sharesAnswers: false },
      decisions: [],
    });

    const { body: lost } = await administrator().call(
      routes.listLostRecords,
      {},
    );
    expect(lost.entities).toMatchObject([
      { ref: 'group:default/payments', records: { choices: 1 } },
    ]);
    const [{ ref, uid }] = lost.entities;
    const { body: preview } = await administrator().call(
      routes.previewRecordMove,
      {
        query: { fromRef: ref, fromUid: uid, toRef: `group:default/${NEW}` },
      },
    );
    expect(preview.obstacles).toEqual([]);
    await administrator().call(routes.moveRecords, {
      body: {
        from: { ref, uid },
        to: { ref: preview.to.ref, uid: preview.to.uid },
        signatures: 'keep',
        reason: 'The team has given itself another name',
      },
    });

    expect(await seenOf(tills)).toEqual(before);
    const { body: journal } = await administrator().call(routes.verifyJournal);
    expect(journal.broken).toEqual([]);
    // The next sweep finds nothing to put right.
    await backend().sweep();
    expect(await seenOf(tills)).toEqual(before);
  }, 60_000);

  it('never takes the place of choices that it made itself', async () => {
    await backend().replaceCatalog(entities => [
      ...entities,
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: {
          name: 'counters',
          annotations: {
            'backstage.io/managed-by-location': 'test:organisation',
            'backstage.io/managed-by-origin-location': 'test:organisation',
          },
        },
        spec: { type: 'team', children: [] },
      },
    ]);
    await backend().sweep();
    await administrator().call(routes.setUpkeepChoices, {
      params: { ...payments, name: 'counters' },
      body: choices,
      ifMatch: 0,
    });
    const uidOf = async (name: string): Promise<string> =>
      (
        await backend()
          .knex('directory_entities')
          .where({ ref: `group:default/${name}` })
          .whereNull('deleted_at')
          .first('uid')
      ).uid;
    const { body } = await administrator().call(routes.previewRecordMove, {
      query: {
        fromRef: `group:default/${NEW}`,
        fromUid: await uidOf(NEW),
        toRef: 'group:default/counters',
      },
    });
    expect(body.obstacles).toEqual(['target-has-records']);
  }, 60_000);
});
