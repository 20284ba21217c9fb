import {
  sloContentInput,
  SloContentInput,
  SloPageView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { planBudgetPolicies, policyInForce } from './budgetPolicies';
import { SLO_STORIES, SloStep, SloStory } from './slos';
import { Timeline } from './Timeline';
import { World } from './World';

/** Plans the SLOs of the demo, from draft to signature. */
export function planSlos(timeline: Timeline, world: World): void {
  planBudgetPolicies(timeline, world);
  for (const story of SLO_STORIES) {
    const telling = new SloTelling(world, story);
    for (const step of story.steps) {
      timeline.at(world.daysAgo(step.daysAgo), () => telling.tell(step));
    }
  }
  timeline.at(world.daysAgo(9), () => delegate(world));
}

/** The product owner is away soon and lets the team lead decide. */
async function delegate(world: World): Promise<void> {
  await world.readiness.slo.delegations.add(
    world.person('user:default/mika-ono'),
    {
      delegateRef: 'user:default/takumi-ito',
      scopeRef: null,
      validUntil: world.now + 10 * DAY,
      reason: '出張のため、戻るまで判断をお願いします。',
    },
    undefined,
  );
}

const DAY = 86_400_000;

/** One SLO on its way. */
class SloTelling {
  private sloId = '';
  private content?: SloContentInput;
  private asked?: { by: string; id: string };

  constructor(
    private readonly world: World,
    private readonly story: SloStory,
  ) {}

  async tell(step: SloStep): Promise<void> {
    const { editing, signing } = this.world.readiness.slo;
    const who = this.world.person(`user:default/${step.by}`);
    if (step.does === 'draft') {
      await this.draft(step.by);
      return;
    }
    const page = await this.world.readiness.slo.reading.slo(who, this.sloId);
    const version = newestOf(page);
    switch (step.does) {
      case 'question':
        this.asked = await this.ask(step.by, version.version, step.text);
        break;
      case 'answer':
        await this.answer(step.by, step.text);
        break;
      case 'ask':
        await editing.requestSignatures(who, this.sloId, version.version);
        break;
      case 'change':
        await editing.edit(who, this.sloId, page.slo.version, {
          content: {
            ...this.content!,
            target: step.target,
            rationale: { ...this.content!.rationale, text: step.rationale },
          },
          requestSignatures: true,
        });
        break;
      default:
        await signing.sign(
          who,
          this.sloId,
          version.version,
          {
            meaning: step.does,
            contentDigest: version.contentDigest,
            shownDigest: version.shownDigest,
            ...('reason' in step && { reason: step.reason }),
            ...('satisfaction' in step && { satisfaction: step.satisfaction }),
          },
          undefined,
        );
    }
  }

  private async ask(by: string, version: number, text: string) {
    const { questions } = this.world.readiness.slo;
    const who = this.world.person(`user:default/${by}`);
    const { id } = await questions.ask(
      who,
      this.sloId,
      { version, text },
      undefined,
    );
    return { by, id };
  }

  private async answer(by: string, text: string): Promise<void> {
    const { questions } = this.world.readiness.slo;
    if (!this.asked) throw new Error(`Nobody asked ${by} anything`);
    const { by: asker, id } = this.asked;
    const who = this.world.person(`user:default/${by}`);
    await questions.answer(who, this.sloId, id, text);
    const reader = this.world.person(`user:default/${asker}`);
    await questions.read(reader, this.sloId, id);
  }

  private async draft(author: string): Promise<void> {
    const { journeys, editing } = this.world.readiness.slo;
    const who = this.world.person(`user:default/${author}`);
    const entity = this.world.component(this.story.entity);
    const journey = await journeys.add(
      who,
      entity,
      this.story.journey,
      undefined,
    );
    const { sliText, sli, target, rationale } = this.story;
    const { valuePerYear, impact, accountableRole } = this.story;
    const policyRef = await policyInForce(this.world, author, entity);
    this.content = sloContentInput.parse({
      journeyId: journey.id,
      sliText,
      ...(sli && { sli }),
      ...(policyRef && { policyRef, enforcement: 'enforcing' }),
      target,
      rationale,
      ...(accountableRole && { accountableRole }),
      ...(valuePerYear && {
        businessImpact: { valuePerYear, currency: 'JPY', ...impact },
      }),
    });
    const page = await editing.add(
      who,
      entity,
      { content: this.content, requestSignatures: false },
      undefined,
    );
    this.sloId = page.slo.id;
  }
}

function newestOf({ slo }: SloPageView) {
  const version = slo.proposal ?? slo.inForce;
  if (!version) {
    throw new Error(`The SLO ${slo.id} has no version to act on`);
  }
  return version;
}
