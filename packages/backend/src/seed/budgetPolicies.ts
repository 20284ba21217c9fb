import {
  BudgetPolicyInput,
  budgetPolicyInput,
  BudgetPolicyPageView,
  PolicyRef,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Timeline } from './Timeline';
import { World } from './World';

/** A policy of the demo: whose it is, who wrote it, and when it was signed. */
interface PolicyStory {
  system: string;
  author: string;
  writtenDaysAgo: number;
  /** The CTO signs, and looks at it again; none: it still waits. */
  signedDaysAgo: number[];
  content: Omit<BudgetPolicyInput, 'accountableRole'>;
}

const STORIES: PolicyStory[] = [
  {
    system: 'checkout',
    author: 'haruto-sato',
    writtenDaysAgo: 112,
    signedDaysAgo: [110, 82],
    content: {
      title: 'What the checkout team does when the error budget shrinks',
      purpose:
        'It balances new features against reliability, by what shoppers notice. It punishes nobody: pausing gives the team time to mend what hurts.',
      steps: [
        {
          budgetLeft: 50,
          action:
            'We look together at what used the budget and plan one improvement for the next two weeks.',
          responsible: 'The team, in its weekly meeting',
        },
        {
          budgetLeft: 25,
          action:
            'Improvements to reliability come first in planning. Risky changes wait.',
          responsible: 'Takumi Ito with the product owner',
        },
        {
          budgetLeft: 0,
          action:
            'Releases pause, but for the exceptions below, until the number is met again.',
          responsible: 'Takumi Ito stops; Mika Ono tells those who wait',
        },
      ],
      exceptions: [
        'Fixes for security and for lost orders',
        'Fixes for what used the budget',
      ],
      incident: {
        budgetUsed: 20,
        action:
          'We hold a postmortem without blame and give its most important action an owner and a date.',
        responsible: 'Whoever was on call',
      },
      escalation:
        'The product owner and the team lead decide together. If they can’t, the CTO decides within one working day.',
      reviewCadence: 'half-yearly',
    },
  },
  {
    system: 'payments',
    author: 'olivia-grant',
    writtenDaysAgo: 4,
    signedDaysAgo: [],
    content: {
      title: '決済のエラーバジェットが減ったときの方針',
      steps: [
        {
          budgetLeft: 30,
          action: '新しい決済手段の公開を延期し、失敗の多い経路から直します。',
          responsible: '決済チームのリーダー',
        },
        {
          budgetLeft: 0,
          action: '目標値を満たすまで、例外を除いてリリースを止めます。',
          responsible: '決済チーム',
        },
      ],
      exceptions: ['セキュリティの修正', 'カード会社が期日を定めた変更'],
      escalation:
        'プロダクトオーナーと意見が分かれたら、CTOが当日中に決めます。',
      reviewCadence: 'quarterly',
    },
  },
];

/** Plans the error-budget policies of the demo. */
export function planBudgetPolicies(timeline: Timeline, world: World): void {
  for (const story of STORIES) {
    timeline.at(world.daysAgo(story.writtenDaysAgo), () => write(world, story));
    for (const days of story.signedDaysAgo) {
      timeline.at(world.daysAgo(days), () => sign(world, story));
    }
  }
}

async function write(world: World, story: PolicyStory): Promise<void> {
  await world.readiness.slo.policies.editing.add(
    world.person(`user:default/${story.author}`),
    systemOf(story),
    {
      content: budgetPolicyInput.parse(story.content),
      requestSignatures: true,
    },
    undefined,
  );
}

async function sign(world: World, story: PolicyStory): Promise<void> {
  const { signing } = world.readiness.slo.policies;
  const cto = world.person('user:default/kenji-yamamoto');
  const { policy }: BudgetPolicyPageView = await signing.read(
    cto,
    await policyIdOf(world, systemOf(story)),
  );
  const version = policy.proposal ?? policy.inForce;
  if (!version) throw new Error(`${policy.entityRef} has no policy to sign`);
  const { contentDigest, shownDigest } = version;
  await signing.sign(
    cto,
    policy.id,
    version.version,
    { meaning: 'approve', contentDigest, shownDigest },
    undefined,
  );
}

async function policyIdOf(
  world: World,
  ref: ReturnType<typeof systemOf>,
): Promise<string> {
  const { budgetPolicies } = await world.readiness.slo.reading.entity(
    world.person('user:default/kenji-yamamoto'),
    ref,
  );
  return budgetPolicies[0].id;
}

function systemOf({ system }: PolicyStory) {
  return { kind: 'System', namespace: 'default', name: system };
}

/** The policy that is in force for an entity, as its SLOs name it. */
export async function policyInForce(
  world: World,
  author: string,
  entity: { kind: string; namespace: string; name: string },
): Promise<PolicyRef | undefined> {
  const { budgetPolicies } = await world.readiness.slo.reading.entity(
    world.person(`user:default/${author}`),
    entity,
  );
  const found = budgetPolicies.find(one => one.inForce);
  return found?.inForce ? { id: found.id, ...found.inForce } : undefined;
}
