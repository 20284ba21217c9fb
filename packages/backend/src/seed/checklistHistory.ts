import { answersOf } from './Answers';
import { Chance } from './Chance';
import { planStories } from './checklistStories';
import { Timeline } from './Timeline';
import { SeedEntity, World } from './World';

/** Share of items that a team has answered, by how well it keeps the entity. */
const ANSWERED = [0.15, 0.35, 0.6, 0.7, 0.8, 0.92];

/** Plans a year of answers to the checklists of the demo. */
export async function planChecklists(
  timeline: Timeline,
  world: World,
): Promise<void> {
  const told = await planStories(timeline, world);
  for (const entity of world.entities) {
    const hasTeam = world.membersOf(entity.team).length > 0;
    if (hasTeam && !told.has(entity.name)) {
      await planPlainEntity(timeline, world, entity);
    }
  }
}

async function planPlainEntity(
  timeline: Timeline,
  world: World,
  entity: SeedEntity,
): Promise<void> {
  const chance = new Chance(`checklist of ${entity.ref}`);
  const answers = await answersOf(timeline, world, entity);
  for (const item of answers.open) {
    const share = ANSWERED[entity.care] * (item.required ? 1 : 0.3);
    if (!chance.happens(share)) {
      continue;
    }
    const luck = chance.next();
    if (luck < 0.1) {
      answers.plan(item.itemId, chance.between(1, 6), 'waiting');
    } else if (luck < 0.17) {
      answers.plan(item.itemId, chance.between(5, 40), 'returned');
    } else {
      // Some of these are older than they may be: time has worn them out.
      answers.plan(item.itemId, chance.between(8, 230), 'accepted');
    }
  }
}
