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
