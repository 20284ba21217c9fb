import { parseEntityRef } from '@backstage/catalog-model';
import {
  Phase,
  ReviewDecision,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Timeline } from './Timeline';
import { World } from './World';

const DAY = 86_400_000;
const person = (name: string) => `user:default/${name}`;

/**
 * Plans the reviews of the gateway that the payments team keeps best: two of
 * its phases are approved, one of them with a condition that is due soon, and
 * the third waits for the SRE group.
 */
export function planReviews(timeline: Timeline, world: World): void {
  const [author] = world.membersOf(world.component('payment-gateway').team);
  const reviewer = person('nanami-kobayashi');
  planReview(timeline, world, 'design', 3, {
    author,
    note: 'Everything of the design is answered; the journeys are new.',
    reviewer,
    decision: {
      outcome: 'approved_with_conditions',
      conditions: [
        {
          text: 'Show the failover of the card network in the next drill.',
          dueAt: world.daysAgo(-9),
        },
      ],
      comment: 'Clear and short. Thank you for the list of dependencies.',
    },
  });
  planReview(timeline, world, 'pre-production', 1.5, {
    author,
    note: 'Ready for customers in our view. Please look at the alerts first.',
  });
}

function planReview(
  timeline: Timeline,
  world: World,
  phase: Phase,
  daysAgo: number,
  story: {
    author: string;
    note: string;
    reviewer?: string;
    decision?: ReviewDecision;
  },
): void {
  const at = world.daysAgo(daysAgo);
  const { kind, namespace, name } = parseEntityRef(
    world.component('payment-gateway').ref,
  );
  const { flow, actions } = world.readiness.reviews;
  let reviewId = '';
  timeline.at(at, async () => {
    const author = world.person(story.author);
    const draft = await flow.open(author, { kind, namespace, name }, { phase });
    reviewId = draft.id;
    await flow.change(author, reviewId, 1, actions.submission(story.note));
  });
  const { decision, reviewer } = story;
  if (!decision || !reviewer) return;
  timeline.at(at + 0.6 * DAY, async () => {
    await flow.change(
      world.person(reviewer),
      reviewId,
      2,
      actions.decision(decision),
    );
  });
}
