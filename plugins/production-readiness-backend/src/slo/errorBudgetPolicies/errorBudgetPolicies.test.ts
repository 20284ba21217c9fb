import { randomUUID } from 'node:crypto';
import {
  budgetPolicyInput,
  BudgetPolicyPageView,
  BudgetPolicyVersionView,
  SignatureMeaning,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EVERYTHING } from '../../directory';
import { describeOnDatabases } from '../../testing';
import {
  component,
  content,
  createSloTestBed,
  newest,
  person,
  said,
} from '../../testing/slo';

const CHECKOUT = component('checkout');
const SHOP = { kind: 'System', namespace: 'default', name: 'shop' };
const po = person('po');
const cto = person('cto');
const dev = person('dev', 'payments');
const colleague = person('colleague', 'payments');
const PEOPLE = ['po', 'cto', 'dev', 'colleague'];

const policy = (change: object = {}) =>
  budgetPolicyInput.parse({
    title: 'When the budget is gone',
    steps: [
      {
        budgetLeft: 25,
        action: 'Reliability work comes first in planning.',
        responsible: 'The team lead',
      },
      {
        budgetLeft: 0,
        action: 'Releases pause, but for fixes.',
        responsible: 'The owning team',
      },
    ],
    escalation: 'The CTO decides.',
    ...change,
  });

describeOnDatabases('an error-budget policy', db => {
  const setUp = async () => {
    const bed = await createSloTestBed(
      db.database,
      {
        checkout: { owner: 'payments', system: 'shop' },
        shop: { kind: 'system', owner: 'payments' },
      },
      PEOPLE,
    );
    await bed.owners.set(dev, SHOP, 'product-owner', po.userRef!, 0);
    await bed.owners.set(dev, SHOP, 'cto', cto.userRef!, 0);
    const { editing, signing } = bed.policies;
    const sign = (
      who: typeof cto,
      page: BudgetPolicyPageView,
      meaning: SignatureMeaning = 'approve',
      version: BudgetPolicyVersionView = (page.policy.proposal ??
        page.policy.inForce)!,
    ) =>
      signing.sign(
        who,
        page.policy.id,
        version.version,
        {
          meaning,
          contentDigest: version.contentDigest,
          shownDigest: version.shownDigest,
          reason: 'Because of what happened.',
        },
        randomUUID(),
      );
    const draft = (where: typeof SHOP = SHOP, change: object = {}) =>
      editing.add(
        dev,
        where,
        { content: policy(change), requestSignatures: true },
        undefined,
      );
    const journey = () =>
      bed.journeys.add(
        dev,
        CHECKOUT,
        {
          title: 'Check out',
          kind: 'user',
          importance: 'critical',
          beneficiary: 'Shoppers',
        },
        undefined,
      );
    return { bed, editing, signing, sign, draft, journey };
  };

  it('is in force when the CTO has signed it, and nobody else', async () => {
    const { sign, draft, signing } = await setUp();
    const page = await draft();
    expect(page.policy.state).toBe('in_review');
    await expect(sign(po, page)).rejects.toMatchObject({
      status: 403,
      code: 'NOT_AN_OWNER',
    });
    await expect(sign(dev, page)).rejects.toMatchObject({ status: 403 });
    const signed = await sign(cto, page);
    expect(signed.policy).toMatchObject({
      state: 'in_force',
      inForce: { version: 1, requirements: [{ met: true, roles: ['cto'] }] },
      proposal: null,
    });
    // A second click says nothing new.
    expect((await sign(cto, page)).policy.signatures).toHaveLength(1);
    const lines = await db
      .knex('journal')
      .where('action', 'like', 'error_budget_policy.%')
      .orderBy('id')
      .pluck('action');
    expect(lines).toEqual([
      'error_budget_policy.drafted',
      'error_budget_policy.approved',
    ]);
    expect((await signing.read(po, page.policy.id)).policy.mayEdit).toBe(true);
  });

  it('stays in force while a change of it waits beside it', async () => {
    const { sign, draft, editing } = await setUp();
    const signed = await sign(cto, await draft());
    const { id, version } = signed.policy;
    const changed = await editing.edit(dev, id, version, {
      content: policy({ escalation: 'The product owner decides.' }),
      requestSignatures: true,
    });
    expect(changed.policy).toMatchObject({
      state: 'proposed',
      inForce: { version: 1 },
      proposal: { version: 2 },
      changes: [{ field: 'escalation' }],
    });
    // Somebody else edits from what they saw first.
    await expect(
      editing.edit(colleague, id, version, {
        content: policy({ title: 'Mine' }),
        requestSignatures: false,
      }),
    ).rejects.toMatchObject({ status: 412, code: 'POLICY_CHANGED' });
    // What was read is not the newest any more.
    const stale = signed.policy.inForce!;
    await expect(
      sign(cto, changed, 'approve', {
        ...changed.policy.proposal!,
        contentDigest: stale.contentDigest,
      }),
    ).rejects.toMatchObject({ status: 409, code: 'POLICY_CHANGED' });
    const back = await editing.edit(dev, id, changed.policy.version, {
      content: policy(),
      requestSignatures: false,
    });
    expect(back.policy).toMatchObject({
      state: 'in_force',
      inForce: { version: 3 },
    });
  });

  it('is never agreed on by its last editor alone', async () => {
    const { sign, editing } = await setUp();
    const page = await editing.add(
      cto,
      SHOP,
      { content: policy(), requestSignatures: true },
      undefined,
    );
    const signed = await sign(cto, page);
    expect(signed.policy.state).toBe('in_review');
  });

  it('is named by SLOs, whose signer reads it', async () => {
    const { bed, sign, draft, editing, journey } = await setUp();
    const { id: journeyId } = await journey();
    const waiting = await draft();
    const refOf = ({ policy: one }: BudgetPolicyPageView) => ({
      id: one.id,
      version: (one.inForce ?? one.proposal)!.version,
      digest: (one.inForce ?? one.proposal)!.contentDigest,
    });
    const write = (policyRef: ReturnType<typeof refOf>) =>
      bed.editing.add(
        dev,
        CHECKOUT,
        { content: content(journeyId, { policyRef }), requestSignatures: true },
        undefined,
      );
    await expect(write(refOf(waiting))).rejects.toMatchObject({
      status: 409,
      code: 'POLICY_NOT_AGREED',
    });
    await expect(
      write({ ...refOf(waiting), id: randomUUID() }),
    ).rejects.toMatchObject({ status: 400, code: 'UNKNOWN_POLICY' });
    const signed = await sign(cto, waiting);
    await expect(
      write({ ...refOf(signed), digest: '0'.repeat(64) }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_POLICY' });

    const page = await write(refOf(signed));
    const read = newest(page);
    expect(read.summary.policy).toMatchObject({
      title: 'When the budget is gone',
      standing: 'signed',
      steps: [{ budgetLeft: 25 }, { budgetLeft: 0 }],
    });

    // Another policy is agreed on: what the signer saw is not so any more.
    const { id, version } = signed.policy;
    const changed = await editing.edit(dev, id, version, {
      content: policy({ title: 'A calmer policy' }),
      requestSignatures: true,
    });
    await sign(cto, changed);
    await expect(
      bed.signing.sign(
        po,
        page.slo.id,
        read.version,
        said(read, 'approve'),
        undefined,
      ),
    ).rejects.toMatchObject({ status: 409, code: 'SHOWN_CHANGED' });
    // The team may go on with the one that it named, or take the new one.
    const now = await bed.reading.slo(dev, page.slo.id);
    expect(newest(now).summary.policy).toMatchObject({
      title: 'When the budget is gone',
      standing: 'replaced',
    });
    const kept = await bed.editing.edit(dev, page.slo.id, now.slo.version, {
      content: content(journeyId, { policyRef: refOf(signed), target: '99' }),
      requestSignatures: true,
    });
    expect(newest(kept).material.policyRef).toEqual(refOf(signed));
  });

  it('is listed where it counts, but not from places that are hidden', async () => {
    const { bed, sign, draft } = await setUp();
    await sign(cto, await draft());
    await draft(CHECKOUT, { title: 'Of checkout alone' });
    const titles = async () =>
      (await bed.reading.entity(dev, CHECKOUT)).budgetPolicies.map(one => [
        one.title,
        one.state,
        one.inForce?.version,
      ]);
    expect(await titles()).toEqual([
      ['Of checkout alone', 'in_review', undefined],
      ['When the budget is gone', 'in_force', 1],
    ]);
    bed.hidden.push('shop');
    expect(await titles()).toEqual([
      ['Of checkout alone', 'in_review', undefined],
    ]);
  });

  it('waits for the CTO in the inbox, and ends with a reason', async () => {
    const { bed, sign, draft, editing } = await setUp();
    const page = await draft();
    const waiting = async (who: typeof cto) =>
      (await bed.waiting.read(db.knex, who, EVERYTHING)).map(one => [
        one.kind,
        'title' in one ? one.title : one.sliText,
      ]);
    expect(await waiting(cto)).toEqual([['sign', 'When the budget is gone']]);
    expect(await waiting(po)).toEqual([]);
    await sign(cto, page);
    expect(await waiting(cto)).toEqual([]);
    const ended = await sign(cto, page, 'retire');
    expect(ended.policy).toMatchObject({
      state: 'retired',
      inForce: null,
      retired: { version: 1 },
    });
    await expect(
      editing.edit(dev, page.policy.id, page.policy.version, {
        content: policy({ title: 'Again' }),
        requestSignatures: false,
      }),
    ).rejects.toMatchObject({ status: 409, code: 'POLICY_RETIRED' });
  });
});
