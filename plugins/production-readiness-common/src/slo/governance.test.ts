import fc from 'fast-check';
import { SignatureFact, VersionFact } from './agreement';
import { decisionsOn } from './decisions';
import {
  capacitiesOf,
  DelegationFact,
  delegationHolds,
  LONGEST_DELEGATION_MILLISECONDS,
} from './delegation';
import { judgeSignature } from './judgement';
import { OwnerRole, ResolvedOwner } from './owners';
import {
  DEFAULT_BUDGET_POLICY_SIGNATURES,
  SIGNATURE_MEANINGS,
  SignaturePolicy,
} from './signaturePolicy';
import { SignerStanding, SloCase } from './signer';
import { standingOf } from './state';

// Random histories of one signed document, an SLO or an error-budget policy,
// told by the rules that the server decides with.
// What a history leads to is judged by other means: a plain list of who held
// which role, and who had lent it to whom, at the moment of each signature.

const DAY = 86_400_000;
/** So many steps are taken in all; what the property is worth depends on it. */
const RUNS = 2500;
const STEPS = 48;

const PEOPLE = ['po', 'cto', 'sre', 'dev', 'new'] as const;
type Person = (typeof PEOPLE)[number];
const ENTITY = { ref: 'component:default/pay', systemRef: 'system:default/s' };
const SCOPES = [null, ENTITY.ref, ENTITY.systemRef, 'domain:default/other'];
const refOf = (who: Person) => `user:default/${who}`;
const USUAL = ['product-owner', 'cto'] as const;
const ROLES = [...USUAL, 'business-owner'] as const;
const POLICIES: SignaturePolicy[] = [
  { approval: 'any', roles: [...USUAL], technicalReview: true },
  { approval: 'all', roles: [...USUAL], technicalReview: true },
  { approval: 'any', roles: [...USUAL], technicalReview: false },
  { approval: 'none', roles: [...USUAL], technicalReview: false },
  // With a role that the organisation added.
  { approval: 'any', roles: [...ROLES], technicalReview: true },
  { approval: 'all', roles: [...ROLES], technicalReview: false },
  { approval: 'any', roles: ['business-owner'], technicalReview: false },
  // Of an error-budget policy, twice as often.
  DEFAULT_BUDGET_POLICY_SIGNATURES,
  DEFAULT_BUDGET_POLICY_SIGNATURES,
];

const person = fc.constantFrom(...PEOPLE);
const step = fc.oneof(
  {
    // Says something that is open to this person, so that histories get far.
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who: person,
      pick: fc.nat(),
      onNewest: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      who: person,
      content: fc.constantFrom('a', 'b', 'c'),
      requested: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('sign' as const),
      who: person,
      meaning: fc.constantFrom(
        ...SIGNATURE_MEANINGS.filter(one => one !== 'retire'),
        'approve' as const,
        'approve' as const,
        'technical-review' as const,
      ),
      back: fc.constantFrom(0, 0, 0, 1, 2),
      // The reader had another content on the screen.
      stale: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('retire' as const), who: person }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('name' as const),
      role: fc.constantFrom(...ROLES),
      who: person,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delegate' as const),
      who: person,
      to: person,
      scope: fc.constantFrom(...SCOPES),
      days: fc.integer({ min: 1, max: 180 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('revoke' as const),
      which: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('leave' as const), who: person }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('return' as const), who: person }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('regroup' as const), who: person }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.integer({ min: 1, max: 60 }),
    }),
  },
);

/** What was true when a signature was taken, noted beside it. */
interface Truth {
  held: { role: OwnerRole; by: Person }[];
  lent: { from: Person; to: Person }[];
  present: Person[];
}

class History {
  versions: VersionFact[] = [];
  signatures: SignatureFact[] = [];
  truths: Truth[] = [];
  delegations: DelegationFact[] = [];
  holders: Record<OwnerRole, Person> = {
    'product-owner': 'po',
    cto: 'cto',
    'business-owner': 'new',
  };
  gone = new Set<Person>();
  /** Left the Group that business owners have to be in. */
  outside = new Set<Person>();
  now = Date.UTC(2026, 0, 1);

  constructor(readonly policy: SignaturePolicy) {
    this.edit('a', 'dev', true);
  }

  edit(content: string, who: Person, requested: boolean) {
    this.versions.push({
      version: this.versions.length + 1,
      contentDigest: content,
      editorRef: refOf(who),
      requestedAt: requested ? this.now : null,
      accountableOwner: this.accountable(),
      reviewCadence: 'quarterly',
    });
  }

  /** The first role that the policy asks for answers for the content. */
  private accountable() {
    const [role] = this.policy.roles;
    return { userRef: refOf(this.holders[role]), role };
  }

  owners(): ResolvedOwner[] {
    return ROLES.map(role => ({
      role,
      userRef: refOf(this.holders[role]),
      origin: { place: 'entity', entityRef: ENTITY.ref, by: 'set' },
      vacant: !this.canHold(this.holders[role], role),
    }));
  }

  slo(): SloCase {
    const { policy, versions, signatures, now } = this;
    const owners = this.owners();
    const standing = standingOf(versions, signatures, {
      policy,
      now,
      noticeMilliseconds: 14 * DAY,
      owners,
      canHold: (ref, role) =>
        PEOPLE.some(p => refOf(p) === ref && this.canHold(p, role)),
    });
    return { policy, owners, versions, signatures, standing };
  }

  canHold(who: Person, role: OwnerRole): boolean {
    if (this.gone.has(who)) return false;
    return role !== 'business-owner' || !this.outside.has(who);
  }

  signer(who: Person): SignerStanding {
    const isPerson = !this.gone.has(who);
    const holding = this.delegations.filter(one =>
      delegationHolds(one, ENTITY, this.now),
    );
    return {
      isPerson,
      userRef: refOf(who),
      capacities: isPerson
        ? capacitiesOf(refOf(who), this.owners(), holding)
        : [],
      mayReview: isPerson && (who === 'sre' || who === 'dev'),
      mayEdit: isPerson && who === 'dev',
    };
  }

  sign(
    who: Person,
    meaning: SignatureFact['meaning'],
    version: number,
    contentDigest: string,
  ) {
    const verdict = judgeSignature(this.signer(who), this.slo(), {
      version,
      contentDigest,
      meaning,
    });
    if (verdict.outcome !== 'taken') return;
    const { delegationId, ...as } = verdict.as;
    this.signatures.push({
      version,
      contentDigest,
      meaning,
      signerRef: refOf(who),
      ...as,
      signedAt: this.now,
    });
    this.truths.push(this.truth());
  }

  /** Told without the rules: who held what, and who acted for whom. */
  private truth(): Truth {
    const nameOf = (ref: string) => ref.slice(13) as Person;
    return {
      held: ROLES.map(role => ({ role, by: this.holders[role] })).filter(
        one => one.role !== 'business-owner' || !this.outside.has(one.by),
      ),
      lent: this.delegations
        .filter(
          one =>
            one.revokedAt === null &&
            one.validUntil > this.now &&
            one.scopeRef !== 'domain:default/other',
        )
        .map(one => ({
          from: nameOf(one.delegatorRef),
          to: nameOf(one.delegateRef),
        })),
      present: PEOPLE.filter(one => !this.gone.has(one)),
    };
  }
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function apply(history: History, one: Step) {
  const { versions } = history;
  switch (one.do) {
    case 'edit':
      if (!history.slo().standing.retired) {
        history.edit(one.content, one.who, one.requested);
      }
      break;
    case 'decide': {
      const slo = history.slo();
      const version = one.onNewest
        ? versions.length
        : slo.standing.inForce ?? versions.length;
      const open = decisionsOn(history.signer(one.who), slo, version).filter(
        meaning => meaning !== 'retire',
      );
      if (open.length === 0) return;
      const { contentDigest } = versions[version - 1];
      const meaning = open[one.pick % open.length];
      history.sign(one.who, meaning, version, contentDigest);
      break;
    }
    case 'sign': {
      const version = Math.max(1, versions.length - one.back);
      const { contentDigest } = versions[version - 1];
      history.sign(
        one.who,
        one.meaning,
        version,
        one.stale ? `${contentDigest}-old` : contentDigest,
      );
      break;
    }
    case 'retire': {
      const version = history.slo().standing.inForce ?? versions.length;
      history.sign(
        one.who,
        'retire',
        version,
        versions[version - 1].contentDigest,
      );
      break;
    }
    case 'name':
      history.holders[one.role] = one.who;
      break;
    case 'delegate':
      history.delegations.push({
        publicId: `d${history.delegations.length}`,
        delegatorRef: refOf(one.who),
        delegateRef: refOf(one.to),
        scopeRef: one.scope,
        validUntil: Math.min(
          history.now + one.days * DAY,
          history.now + LONGEST_DELEGATION_MILLISECONDS,
        ),
        revokedAt: null,
      });
      break;
    case 'revoke': {
      const found =
        history.delegations[one.which % (history.delegations.length || 1)];
      if (found) found.revokedAt = history.now;
      break;
    }
    case 'leave':
      history.gone.add(one.who);
      break;
    case 'regroup':
      if (!history.outside.delete(one.who)) history.outside.add(one.who);
      break;
    case 'return':
      history.gone.delete(one.who);
      break;
    default:
      history.now += one.days * DAY;
  }
}

/** What must hold after every step of every history. */
function problemOf(
  history: History,
  standing: SloCase['standing'],
): string | undefined {
  const { versions, signatures, truths, policy } = history;
  const retirement = signatures.findIndex(one => one.meaning === 'retire');
  if (retirement >= 0) {
    if (standing.inForce !== null) return 'retired, but shown as agreed';
    if (retirement < signatures.length - 1) return 'signed after retiring';
    return undefined;
  }
  for (const [index, one] of signatures.entries()) {
    const earlier = signatures.slice(0, index);
    if (!hadRight(one, truths[index], earlier, policy))
      return `no right: ${one.meaning}`;
  }
  if (standing.inForce === null) {
    return standing.overlays.length > 0 ? 'overlay on nothing' : undefined;
  }
  if (policy.approval === 'none') return 'agreed without a policy';
  const { contentDigest } = versions[standing.inForce - 1];
  const about = signatures.filter(one => one.contentDigest === contentDigest);
  const editorOf = (one: SignatureFact) => versions[one.version - 1].editorRef;
  const approvals = about.filter(one => one.meaning === 'approve');
  const independent = approvals.filter(
    one => one.signerRef !== editorOf(one) && one.onBehalfOf !== editorOf(one),
  );
  if (independent.length === 0) return 'agreed by its editor alone';
  const needed = policy.approval === 'all' ? policy.roles : [undefined];
  for (const role of needed) {
    const met = approvals.some(one =>
      role ? one.role === role : policy.roles.includes(one.role),
    );
    if (!met) return `agreed without ${role ?? 'an owner'}`;
  }
  const reviewed = about.some(
    one =>
      one.meaning === 'technical-review' && one.signerRef !== editorOf(one),
  );
  if (policy.technicalReview && !reviewed) return 'agreed without a review';
  const last = about[about.length - 1];
  if (last.meaning === 'overturn') return 'overturned, but shown as agreed';
  // The newest word of each approver is no withdrawal, unless others remain.
  const stands = approvals.some(one => {
    const later = about.slice(about.indexOf(one) + 1);
    return !later.some(
      word =>
        word.meaning === 'overturn' ||
        (word.meaning === 'withdraw' &&
          (word.signerRef === one.signerRef ||
            one.onBehalfOf === word.signerRef) &&
          !about
            .slice(0, about.indexOf(word))
            .some(
              before =>
                before.meaning === 'dispute' &&
                before.signerRef === word.signerRef,
            )),
    );
  });
  return stands ? undefined : 'all approvals were withdrawn';
}

/** The signatures, for whoever has to understand a failure. */
function told({ signatures, versions }: History): string {
  return signatures
    .map(
      one =>
        `${one.signerRef} ${one.meaning} v${one.version} (${
          one.contentDigest
        } by ${versions[one.version - 1].editorRef}) as ${one.role}${
          one.onBehalfOf ? ` for ${one.onBehalfOf}` : ''
        }`,
    )
    .join('\n');
}

function hadRight(
  one: SignatureFact,
  truth: Truth,
  earlier: SignatureFact[],
  policy: SignaturePolicy,
): boolean {
  const signer = PEOPLE.find(p => refOf(p) === one.signerRef)!;
  if (!truth.present.includes(signer)) return false;
  const owners = truth.held.filter(({ by }) => truth.present.includes(by));
  if (one.onBehalfOf) {
    return (
      truth.lent.some(
        ({ from, to }) => to === signer && refOf(from) === one.onBehalfOf,
      ) &&
      owners.some(
        ({ role, by }) => role === one.role && refOf(by) === one.onBehalfOf,
      )
    );
  }
  const holds = owners.some(
    ({ role, by }) => role === one.role && by === signer,
  );
  switch (one.meaning) {
    case 'approve':
    case 'reject':
      // Another role than those that sign is heard, but does not decide.
      return holds && policy.roles.includes(one.role);
    case 'uphold':
    case 'overturn':
      return holds && one.role === 'cto';
    case 'withdraw':
      // Everybody may take back an own word, also who holds no role any more.
      return earlier.some(
        word =>
          word.signerRef === one.signerRef || word.onBehalfOf === one.signerRef,
      );
    case 'retire':
      return (holds && policy.roles.includes(one.role)) || signer === 'dev';
    case 'technical-review':
      return one.role === 'technical-reviewer' && /sre|dev/.test(signer);
    default:
      return holds || one.role === 'technical-reviewer';
  }
}

it('never shows as agreed what was not signed by who had the right', () => {
  let steps = 0;
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.constantFrom(...POLICIES),
      fc.array(step, { minLength: STEPS, maxLength: STEPS }),
      (policy, script) => {
        const history = new History(policy);
        for (const one of script) {
          apply(history, one);
          steps += 1;
          const { standing } = history.slo();
          const problem = problemOf(history, standing);
          if (problem) throw new Error(`${problem}\n${told(history)}`);
          const { state } = standing;
          seen.set(state, (seen.get(state) ?? 0) + 1);
          if (
            policy === DEFAULT_BUDGET_POLICY_SIGNATURES &&
            state === 'in_force'
          ) {
            seen.set('agreed policy', 1);
          }
        }
        for (const { meaning, onBehalfOf, role } of history.signatures) {
          seen.set(`${meaning} as ${role}`, 1);
          const word = onBehalfOf ? `${meaning} for another` : meaning;
          seen.set(word, (seen.get(word) ?? 0) + 1);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(steps).toBeGreaterThanOrEqual(100_000);
  // The histories reach what they are about; else they would prove nothing.
  const missing = [
    ...SIGNATURE_MEANINGS,
    'approve for another',
    'overturn for another',
    'approve as business-owner',
    'agreed policy',
    'in_force',
    'disputed',
    'retired',
    'owner_changed',
    'owner_vacant',
    'overdue',
    'proposed',
  ].filter(word => !seen.has(word));
  expect(missing).toEqual([]);
});
