import { moveObstacles } from './obstacles';

const some = { answers: 1, slos: 0 };
const none = { answers: 0, slos: 0 };
const old = { ref: 'component:default/old', uid: '1', records: some };
const renamed = { ref: 'component:default/new', uid: '2', records: none };

describe('moveObstacles', () => {
  it('lets records go to an entity without any', () => {
    expect(moveObstacles(old, renamed)).toEqual([]);
    expect(moveObstacles(old, { ...old, uid: '2', records: none })).toEqual([]);
  });

  it('never merges two sets of records', () => {
    expect(moveObstacles(old, { ...renamed, records: some })).toEqual([
      'target-has-records',
    ]);
  });

  it('takes work recorded by name for no history, except of a Group', () => {
    const worked = { ...none, toil: 3 };
    expect(moveObstacles(old, { ...old, uid: '2', records: worked })).toEqual(
      [],
    );
    expect(moveObstacles(old, { ...renamed, records: worked })).toEqual([]);
    const team = { ...old, ref: 'group:default/old' };
    const renamedTeam = { ...renamed, ref: 'group:default/new' };
    expect(moveObstacles(team, { ...renamedTeam, records: worked })).toEqual([
      'target-has-records',
    ]);
    // What it chose under this name is still its own.
    const chosen = { ...none, toil: 3, choices: 1 };
    expect(moveObstacles(team, { ...team, uid: '2', records: chosen })).toEqual(
      [],
    );
  });

  it('names all that is in the way', () => {
    expect(
      moveObstacles(
        { ...old, records: none },
        { ref: 'api:default/new', uid: '2', records: some },
      ),
    ).toEqual(['other-kind', 'nothing-to-move', 'target-has-records']);
    expect(moveObstacles(old, old)).toEqual(['same-entity']);
  });
});
