/** What can speak against moving records. @public */
export const MOVE_OBSTACLES = [
  'same-entity',
  'other-kind',
  'nothing-to-move',
  'target-has-records',
] as const;

/** What can speak against moving records. @public */
export type MoveObstacle = (typeof MOVE_OBSTACLES)[number];

/** One end of a move. */
interface MoveEnd {
  ref: string;
  uid: string;
  records: Record<string, number>;
}

/**
 * What speaks against moving the records of one entity to another. Records are
 * never merged: two answers to one item, or two sets of signatures, would be
 * a history that never happened.
 *
 * @public
 */
export function moveObstacles(from: MoveEnd, to: MoveEnd): MoveObstacle[] {
  if (from.ref === to.ref && from.uid === to.uid) return ['same-entity'];
  const obstacles: MoveObstacle[] = [];
  if (kindOf(from.ref) !== kindOf(to.ref)) obstacles.push('other-kind');
  if (!hasRecords(from)) obstacles.push('nothing-to-move');
  if (hasRecords(standingInTheWay(from, to))) {
    obstacles.push('target-has-records');
  }
  return obstacles;
}

/**
 * Work that was recorded for an entity goes by its name and adds up: what the
 * target has of it is no second history. A Group's own toil and choices are
 * one, unless the Group only was registered again: they go by its name too.
 */
function standingInTheWay(from: MoveEnd, to: MoveEnd): MoveEnd {
  if (kindOf(to.ref) === 'group' && from.ref !== to.ref) return to;
  return { ...to, records: { ...to.records, toil: 0, choices: 0 } };
}

function hasRecords({ records }: MoveEnd): boolean {
  return Object.values(records).some(count => count > 0);
}

function kindOf(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}
