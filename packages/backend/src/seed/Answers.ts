import { parseEntityRef } from '@backstage/catalog-model';
import {
  Evidence,
  ItemView,
  Waiver,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Chance } from './Chance';
import { EVIDENCE, RETURN_COMMENTS } from './evidence';
import { Timeline } from './Timeline';
import { SeedEntity, World } from './World';

/** Whether a person writes Japanese: by their name in the catalog. */
export function writesJapanese(world: World, userRef: string): boolean {
  return world.person(userRef).displayName?.includes('（') ?? false;
}

/** What becomes of an answer. */
export type Outcome = 'accepted' | 'returned' | 'waiting';

/** Answers items of one entity, one after the other, as its team would. */
export class Answers {
  private readonly chance: Chance;
  private readonly versions = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly timeline: Timeline,
    private readonly entity: SeedEntity,
    /** Items with their reviewers, as they stand before any answer. */
    private readonly items: readonly ItemView[],
  ) {
    this.chance = new Chance(`answers of ${entity.ref}`);
  }

  /** Items that people of the team may answer. */
  get open(): readonly ItemView[] {
    return this.items.filter(item => EVIDENCE[item.itemId]);
  }

  /**
   * Plans an answer and what becomes of it, some hours to days later.
   *
   * @param daysAgo - when it is answered
   * @param as - who answers; else somebody of the team
   */
  plan(itemId: string, daysAgo: number, outcome: Outcome, as?: string): void {
    const { chance, world } = this;
    const item = this.items.find(one => one.itemId === itemId);
    const author = as ?? chance.oneOf(world.membersOf(this.entity.team));
    if (!item || !EVIDENCE[itemId]) {
      throw new Error(`${this.entity.ref} has no item ${itemId} to answer`);
    }
    const answeredAt = world.daysAgo(daysAgo);
    this.timeline.at(answeredAt, () => this.attest(itemId, author));
    if (outcome === 'waiting') {
      return;
    }
    const reviewers = world
      .membersOf(item.reviewerRef ?? this.entity.team)
      .filter(ref => ref !== author);
    if (reviewers.length === 0) {
      // A team of one without a reviewer group: the answer has to wait.
      return;
    }
    const reviewer = chance.oneOf(reviewers);
    const wait = (0.1 + chance.next() * 2.4) * 86_400_000;
    const decidedAt = Math.min(answeredAt + wait, world.now - 60_000);
    this.timeline.at(decidedAt, () =>
      outcome === 'accepted'
        ? this.accept(itemId, reviewer)
        : this.giveBack(itemId, reviewer),
    );
  }

  /**
   * Plans a request for a waiver; it is granted a day later, or still waits.
   *
   * @param daysAgo - when it is asked for
   * @param approver - who grants it; undefined: it waits
   */
  planWaiver(
    itemId: string,
    daysAgo: number,
    waiver: Waiver,
    by: { author: string; approver?: string },
  ): void {
    const { world, timeline } = this;
    const { answering } = world.readiness.checklist;
    const at = world.daysAgo(daysAgo);
    timeline.at(at, async () => {
      const { item } = await answering.requestWaiver(
        world.person(by.author),
        this.edit(itemId),
        waiver,
      );
      this.versions.set(itemId, item.version);
    });
    const { approver } = by;
    if (approver === undefined) return;
    timeline.at(at + 86_400_000, async () => {
      const { item } = await answering.approveWaiver(
        world.person(approver),
        this.edit(itemId),
      );
      this.versions.set(itemId, item.version);
    });
  }

  private async attest(itemId: string, author: string): Promise<void> {
    const { answering } = this.world.readiness.checklist;
    const written = await answering.attest(
      this.world.person(author),
      this.edit(itemId),
      this.evidence(itemId, author),
    );
    this.versions.set(itemId, written.item.version);
  }

  private async accept(itemId: string, reviewer: string): Promise<void> {
    const { answering } = this.world.readiness.checklist;
    const written = await answering.accept(
      this.world.person(reviewer),
      this.edit(itemId),
    );
    this.versions.set(itemId, written.item.version);
  }

  private async giveBack(itemId: string, reviewer: string): Promise<void> {
    const { answering } = this.world.readiness.checklist;
    const comment = this.chance.oneOf(RETURN_COMMENTS);
    const written = await answering.giveBack(
      this.world.person(reviewer),
      this.edit(itemId),
      writesJapanese(this.world, reviewer) ? comment.ja : comment.en,
    );
    this.versions.set(itemId, written.item.version);
  }

  private edit(itemId: string) {
    const { namespace, kind, name } = parseEntityRef(this.entity.ref);
    return {
      entity: { namespace, kind, name },
      itemId,
      version: this.versions.get(itemId) ?? 0,
    };
  }

  private evidence(itemId: string, author: string): Evidence {
    const texts = EVIDENCE[itemId];
    return texts.url && this.chance.happens(0.5)
      ? { kind: 'url', url: texts.url.replace('{name}', this.entity.name) }
      : {
          kind: 'text',
          text: writesJapanese(this.world, author) ? texts.ja : texts.en,
        };
  }
}

/** The checklist of an entity, ready to be answered. */
export async function answersOf(
  timeline: Timeline,
  world: World,
  entity: SeedEntity,
): Promise<Answers> {
  const [someone] = world.membersOf(entity.team);
  const { items } = await world.readiness.checklist.reading.readiness(
    world.person(someone),
    entity,
  );
  return new Answers(world, timeline, entity, items);
}
