import { describeOnDatabases } from '../testing';
import { entity, setUpDirectory, team } from '../testing/directory';

describeOnDatabases('memberships', db => {
  it('follows who belongs to which group, at any depth and in cycles', async () => {
    const { catalog, sweep, directory } = setUpDirectory(db.database);
    const ann = entity('User', 'ann', { memberOf: 'group:default/team' });
    catalog.entities = [
      ann,
      team,
      entity('Group', 'all', { childOf: 'group:default/org' }),
      entity('Group', 'org'),
    ];
    await sweep.run();
    const groups = async () =>
      (await directory.groupsOf(db.knex, ['user:default/ann'])).sort();
    expect(await groups()).toEqual([
      'group:default/all',
      'group:default/org',
      'group:default/team',
    ]);
    expect(
      await db
        .knex('directory_memberships')
        .where({ member_ref: 'user:default/ann' })
        .orderBy('depth')
        .pluck('depth'),
    ).toEqual([1, 2, 3]);

    catalog.entities = [
      ann,
      entity('Group', 'team', { childOf: 'group:default/org' }),
      entity('Group', 'org', { childOf: 'group:default/team' }),
      entity('Group', 'all'),
    ];
    await sweep.run();
    expect(await groups()).toEqual(['group:default/org', 'group:default/team']);
    expect(
      (await directory.groupsOf(db.knex, ['group:default/org'])).sort(),
    ).toEqual(['group:default/org', 'group:default/team']);

    catalog.entities = catalog.entities.slice(1);
    await sweep.run();
    await sweep.run();
    expect(await groups()).toEqual([]);
  });
});
