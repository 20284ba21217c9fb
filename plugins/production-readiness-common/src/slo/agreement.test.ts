import fc from 'fast-check';
import { SignatureFact, VersionFact } from './agreement';
import { OwnerRole, ResolvedOwner } from './owners';
import {
  DEFAULT_SIGNATURE_POLICIES,
  SignatureMeaning,
} from './signaturePolicy';
import { standingOf, StateContext } from './state';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

/** A small world: a team edits, owners sign, people leave, time passes. */
class World {
  versions: VersionFact[] = [];
  signatures: SignatureFact[] = [];
  now = START;
  gone = new Set<string>();
  holders: Record<OwnerRole, string> = {
    'product-owner': 'user:default/po',
    cto: 'user:default/cto',
  };
  tier: 1 | 2 | 3 = 2;

  edit(content: string, editorRef = 'user:default/dev', requested = true) {
    this.versions.push({
      version: this.versions.length + 1,
      contentDigest: content,
      editorRef,
      requestedAt: requested ? this.now : null,
      accountableOwner: {
        userRef: this.holders['product-owner'],
        role: 'product-owner',
      },
      reviewCadence: 'quarterly',
    });
    return this;
  }

  sign(
    meaning: SignatureMeaning,
    signerRef: string,
    role: SignatureFact['role'],
    version = this.versions.length,
  ) {
    this.signatures.push({
      version,
      contentDigest: this.versions[version - 1].contentDigest,
      meaning,
      signerRef,
      role,
      signedAt: this.now,
    });
    return this;
  }

  agree() {
    return this.sign(
      'technical-review',
      'user:default/sre',
      'technical-reviewer',
    ).sign('approve', 'user:default/po', 'product-owner');
  }

  wait(days: number) {
    this.now += days * DAY;
    return this;
  }

  standing() {
    const userExists = (ref: string) => !this.gone.has(ref);
    const owners: ResolvedOwner[] = (['product-owner', 'cto'] as const).map(
      role => ({
        role,
        userRef: this.holders[role],
        origin: { place: 'entity', entityRef: 'component:a/b', by: 'set' },
        vacant: !userExists(this.holders[role]),
      }),
    );
    const context: StateContext = {
      policy: DEFAULT_SIGNATURE_POLICIES[this.tier],
      now: this.now,
      noticeMilliseconds: 14 * DAY,
      owners,
      canHold: userExists,
    };
    return standingOf(this.versions, this.signatures, context);
  }
}

const world = () => new World();

describe('the way to an agreement', () => {
  it('goes from draft over review into force', () => {
    const w = world().edit('a', undefined, false);
    expect(w.standing()).toMatchObject({ state: 'draft', proposal: 1 });
    w.edit('b');
    expect(w.standing().state).toBe('in_review');
    w.sign('approve', 'user:default/po', 'product-owner');
    expect(w.standing().state).toBe('in_review');
    w.sign('technical-review', 'user:default/sre', 'technical-reviewer');
    expect(w.standing()).toMatchObject({
      state: 'in_force',
      inForce: 2,
      proposal: null,
    });
  });

  it('takes either of the owners', () => {
    const w = world()
      .edit('a')
      .sign('technical-review', 'user:default/sre', 'technical-reviewer')
      .sign('approve', 'user:default/cto', 'cto');
    expect(w.standing().state).toBe('in_force');
  });

  it('needs somebody beside the last editor', () => {
    const w = world().edit('a', 'user:default/po').agree();
    expect(w.standing().state).toBe('in_review');
    w.sign('approve', 'user:default/cto', 'cto');
    expect(w.standing().state).toBe('in_force');
  });

  it('takes no technical review by the editor', () => {
    const w = world().edit('a', 'user:default/sre').agree();
    expect(w.standing().state).toBe('in_review');
  });

  it('only records where the tier asks for nothing', () => {
    const w = world().edit('a').agree();
    w.tier = 3;
    expect(w.standing()).toMatchObject({ state: 'recorded', inForce: null });
  });
});

describe('an edit', () => {
  it('proposes beside what is in force, and matches again when taken back', () => {
    const w = world().edit('a').agree().edit('b');
    expect(w.standing()).toMatchObject({
      state: 'proposed',
      inForce: 1,
      proposal: 2,
    });
    w.edit('a');
    expect(w.standing()).toMatchObject({
      state: 'in_force',
      inForce: 3,
      proposal: null,
    });
    expect(w.standing().versions.get(1)).toBe('superseded');
  });

  it('does not revive a number that another one replaced', () => {
    const w = world().edit('a').agree().edit('b').agree().edit('a');
    expect(w.standing()).toMatchObject({
      state: 'proposed',
      inForce: 2,
      proposal: 3,
    });
    w.agree();
    expect(w.standing()).toMatchObject({ state: 'in_force', inForce: 3 });
  });
});

describe('a refusal', () => {
  it('holds back the version, until its signer agrees', () => {
    const w = world()
      .edit('a')
      .sign('reject', 'user:default/po', 'product-owner')
      .sign('technical-review', 'user:default/sre', 'technical-reviewer')
      .sign('approve', 'user:default/cto', 'cto');
    expect(w.standing().state).toBe('rejected');
    w.sign('approve', 'user:default/po', 'product-owner');
    expect(w.standing().state).toBe('in_force');
  });

  it('is about that proposal: a new one starts afresh', () => {
    const w = world()
      .edit('a')
      .sign('request-changes', 'user:default/sre', 'technical-reviewer');
    expect(w.standing().state).toBe('changes_requested');
    expect(w.edit('b').standing().state).toBe('in_review');
    expect(w.edit('a').standing().state).toBe('in_review');
  });
});

it('a withdrawal ends the agreement and brings back no older one', () => {
  const w = world().edit('a').agree().edit('b').agree();
  w.sign('withdraw', 'user:default/po', 'product-owner');
  expect(w.standing()).toMatchObject({ state: 'withdrawn', inForce: null });
  w.sign('approve', 'user:default/po', 'product-owner');
  expect(w.standing()).toMatchObject({ state: 'in_force', inForce: 2 });
});

describe('time and people', () => {
  it('asks for a first review after a month, later by the cadence', () => {
    const w = world().edit('a').agree();
    expect(w.standing().reviewBy).toBe(Date.UTC(2026, 1, 1));
    expect(w.wait(10).standing().overlays).toEqual([]);
    expect(w.wait(10).standing().state).toBe('review_due');
    expect(w.wait(11).standing().state).toBe('overdue');
    expect(w.standing().inForce).toBe(1);
    w.sign('approve', 'user:default/po', 'product-owner');
    expect(w.standing()).toMatchObject({
      state: 'in_force',
      reviewBy: Date.UTC(2026, 4, 1),
    });
  });

  it('takes no signature right after as a review', () => {
    const w = world().edit('a').agree().wait(1);
    w.sign('approve', 'user:default/cto', 'cto');
    expect(w.standing().reviewBy).toBe(Date.UTC(2026, 1, 1));
  });

  it('says when the accountable owner is gone or another', () => {
    const w = world().edit('a').agree();
    w.holders['product-owner'] = 'user:default/new';
    expect(w.standing()).toMatchObject({ state: 'owner_changed', inForce: 1 });
    w.gone.add('user:default/po');
    expect(w.standing()).toMatchObject({ state: 'owner_vacant', inForce: 1 });
  });
});

it('is never in force with a content whose signatures are not complete', () => {
  const person = fc.constantFrom('po', 'cto', 'sre', 'dev');
  const meaning = fc.constantFrom<SignatureMeaning>(
    'approve',
    'technical-review',
    'request-changes',
    'reject',
    'withdraw',
  );
  const step = fc.oneof(
    fc.record({
      do: fc.constant('edit' as const),
      content: fc.constantFrom('a', 'b', 'c'),
      who: person,
    }),
    fc.record({
      do: fc.constant('sign' as const),
      meaning,
      who: person,
      back: fc.nat(2),
      forged: fc.boolean(),
    }),
    fc.record({ do: fc.constant('wait' as const), days: fc.nat(60) }),
    fc.record({ do: fc.constant('owner' as const), who: person }),
    fc.record({ do: fc.constant('leave' as const), who: person }),
    fc.record({
      do: fc.constant('tier' as const),
      tier: fc.constantFrom(1 as const, 2 as const, 3 as const),
    }),
  );
  const role = {
    po: 'product-owner',
    cto: 'cto',
    sre: 'technical-reviewer',
    dev: 'technical-reviewer',
  } as const;

  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const w = world().edit('a');
      for (const one of steps) {
        if (one.do === 'edit') w.edit(one.content, `user:default/${one.who}`);
        if (one.do === 'wait') w.wait(one.days);
        if (one.do === 'leave') w.gone.add(`user:default/${one.who}`);
        if (one.do === 'tier') w.tier = one.tier;
        if (one.do === 'owner') {
          w.holders['product-owner'] = `user:default/${one.who}`;
        }
        if (one.do === 'sign') {
          const version = Math.max(1, w.versions.length - one.back);
          w.sign(
            one.meaning,
            `user:default/${one.who}`,
            role[one.who],
            version,
          );
          if (one.forged) {
            w.signatures[w.signatures.length - 1].contentDigest = 'forged';
          }
        }
        checkInForce(w);
      }
    }),
    { numRuns: 500 },
  );
});

/** What holds whatever happened, said without the fold that is under test. */
function checkInForce(w: World) {
  const standing = w.standing();
  expect([...standing.versions.values()]).toHaveLength(w.versions.length);
  if (standing.inForce === null) return;
  expect(w.tier).not.toBe(3);
  const { contentDigest } = w.versions[standing.inForce - 1];
  const matching = (meaning: SignatureMeaning) =>
    w.signatures.filter(
      one =>
        one.meaning === meaning &&
        one.contentDigest === contentDigest &&
        w.versions[one.version - 1].contentDigest === contentDigest &&
        w.versions[one.version - 1].editorRef !== one.signerRef,
    );
  expect(matching('approve').length).toBeGreaterThan(0);
  expect(matching('technical-review').length).toBeGreaterThan(0);
  if (standing.proposal !== null) {
    expect(w.versions[standing.proposal - 1].contentDigest).not.toBe(
      contentDigest,
    );
  }
}
