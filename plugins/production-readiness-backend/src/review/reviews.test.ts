import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { verifyJournal } from '../journal';
import { describeOnDatabases } from '../testing';
import {
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
} from '../testing/checklist';
import { createReviewFeature } from './createReviewFeature';
import {
  claim,
  conditionMet,
  decision,
  submission,
  withdrawal,
} from './changes';

const olga = personOf('olga', 'payments');
const colin = personOf('colin', 'payments');
const remi = personOf('remi', 'sre');
const rosa = personOf('rosa', 'sre');
const rita = personOf('rita', 'search');
const conditions = [
  { text: 'Load test before the campaign', dueAt: NOW + 20 * DAY },
];
const evidence = { kind: 'url' as const, url: 'https://ci.example.com/load/7' };

describeOnDatabases('reviews', db => {
  async function bed(
    options: Parameters<typeof createChecklistTestBed>[1] = {
      reviewers: [{ groupRef: 'group:default/sre' }],
    },
  ) {
    const parts = await createChecklistTestBed(db.database, options);
    const reviews = createReviewFeature({
      ...parts,
      database: db.database,
      journal: parts.journal,
      access: parts.access,
      reading: parts.reading,
    });
    const submitted = async (phase: 'design' | 'pre-production') => {
      const draft = await reviews.flow.open(olga, CHECKOUT_NAME, { phase });
      return reviews.flow.change(olga, draft.id, 1, submission('Please look'));
    };
    return { ...parts, reviews, submitted };
  }
  const phaseOf = async ({ reading }: Awaited<ReturnType<typeof bed>>) =>
    (await reading.readiness(olga, CHECKOUT_NAME)).entity.phase;

  it('say before they are submitted who decides, section by section', async () => {
    const { reviews } = await bed({
      reviewers: [
        { sections: ['obs', 'rel', 'ops'], groupRef: 'group:default/sre' },
      ],
    });
    const { phases, mode, phase } = await reviews.reading.list(
      olga,
      CHECKOUT_NAME,
    );
    expect({ mode, phase }).toEqual({
      mode: 'reviewers',
      phase: 'general-availability',
    });
    const production = phases.find(one => one.phase === 'pre-production')!;
    expect(production).toMatchObject({
      reviewerRef: 'group:default/sre',
      approved: false,
      canOpen: true,
      current: null,
    });
    expect(
      production.sections.map(section => [
        section.sectionId,
        section.reviewerRef,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['releases', 'group:default/sre'],
        ['security', null],
      ]),
    );
  });

  it('take the entity to its first phase without an approval', async () => {
    const parts = await bed();
    const { reviews, submitted } = parts;
    expect(await phaseOf(parts)).toBe('general-availability');
    const review = await submitted('design');
    expect(review).toMatchObject({ state: 'submitted', version: 2 });
    const taken = await reviews.flow.change(remi, review.id, 2, claim);
    expect(taken).toMatchObject({ claimedBy: { name: 'remi' } });
    parts.clock.advance(3 * DAY);
    // Items of high weight are open, so there is no plain approval.
    await expect(
      reviews.flow.change(
        remi,
        review.id,
        3,
        decision({ outcome: 'approved' }),
      ),
    ).rejects.toMatchObject({ status: 409, code: 'BLOCKERS_OPEN' });
    const decided = await reviews.flow.change(
      remi,
      review.id,
      3,
      decision({ outcome: 'approved_with_conditions', conditions }),
    );
    expect(decided).toMatchObject({
      standing: 'approved_with_conditions',
      waited: 3 * DAY,
      conditions: [{ number: 1, metAt: null }],
    });
    expect(await phaseOf(parts)).toBe('pre-production');

    // The condition is not met on its day, so the approval ends until it is.
    parts.clock.set(NOW + 20 * DAY);
    await parts.sweep.run();
    expect(await phaseOf(parts)).toBe('design');
    expect((await reviews.reading.get(olga, review.id)).review.standing).toBe(
      'lapsed',
    );
    await reviews.flow.change(olga, review.id, 4, conditionMet(1, evidence));
    expect(await phaseOf(parts)).toBe('pre-production');
    expect((await verifyJournal(db.knex)).broken).toEqual([]);
  });

  it('allow a limited release, which approves no phase', async () => {
    const parts = await bed();
    const review = await parts.submitted('pre-production');
    const decided = await parts.reviews.flow.change(
      remi,
      review.id,
      2,
      decision({ outcome: 'limited_release', trafficCap: '5 % of users' }),
    );
    expect(decided).toMatchObject({
      standing: 'limited_release',
      trafficCap: '5 % of users',
    });
    expect(await phaseOf(parts)).toBe('general-availability');
  });

  it('are never decided on by whoever submitted them, nor by others', async () => {
    const { reviews, submitted } = await bed();
    const both = personOf('olga', 'payments', 'sre');
    const { id } = await submitted('design');
    const approve = decision({ outcome: 'limited_release', trafficCap: '1 %' });
    await expect(
      reviews.flow.change(both, id, 2, approve),
    ).rejects.toMatchObject({ status: 403, code: 'OWN_REVIEW' });
    for (const caller of [colin, rita]) {
      await expect(
        reviews.flow.change(caller, id, 2, approve),
      ).rejects.toMatchObject({ status: 403, code: 'NOT_A_REVIEWER' });
    }
  });

  it('let one of two reviewers decide who decide at once', async () => {
    const { reviews, submitted } = await bed();
    const { id } = await submitted('design');
    const answers = await Promise.allSettled([
      reviews.flow.change(
        remi,
        id,
        2,
        decision({ outcome: 'approved_with_conditions', conditions }),
      ),
      reviews.flow.change(
        rosa,
        id,
        2,
        decision({ outcome: 'changes_requested', comment: 'Show the plan' }),
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 412, code: 'REVIEW_CHANGED' },
    });
  });

  it('are open once for each phase, and can be taken back', async () => {
    const { reviews, submitted } = await bed();
    const { id } = await submitted('design');
    await expect(
      reviews.flow.open(colin, CHECKOUT_NAME, { phase: 'design' }),
    ).rejects.toMatchObject({ status: 409, code: 'REVIEW_OPEN' });
    await reviews.flow.change(colin, id, 2, withdrawal);
    await expect(reviews.flow.change(remi, id, 3, claim)).rejects.toMatchObject(
      { status: 409, code: 'REVIEW_STATE' },
    );
    await reviews.flow.open(colin, CHECKOUT_NAME, { phase: 'design' });
  });

  it('wait in the inbox of the reviewers, and then of the team', async () => {
    const { clock, reviews, submitted } = await bed();
    const { id } = await submitted('design');
    const inbox = async (caller: typeof olga) =>
      (
        await reviews.inbox.read(
          {
            knex: db.knex,
            caller,
            visibility: { apply: () => {} } as never,
          },
          await clock.now(),
        )
      ).map(({ kind, deadline }) => [kind, deadline]);
    expect(await inbox(remi)).toEqual([['decide-review', null]]);
    expect(await inbox(olga)).toEqual([]);
    await reviews.flow.change(
      remi,
      id,
      2,
      decision({ outcome: 'approved_with_conditions', conditions }),
    );
    clock.set(NOW + 10 * DAY);
    expect(await inbox(colin)).toEqual([['condition-due', NOW + 20 * DAY]]);
    expect(await inbox(remi)).toEqual([]);
  });

  it('ask for renewal until somebody has asked for it or a newer one is there', async () => {
    const { clock, reviews } = await bed();
    const waiting = async () =>
      (
        await reviews.inbox.read(
          {
            knex: db.knex,
            caller: colin,
            visibility: { apply: () => {} } as never,
          },
          await clock.now(),
        )
      ).map(({ kind }) => kind);
    const open = async () => {
      const { id } = await reviews.flow.open(olga, CHECKOUT_NAME, {
        phase: 'general-availability',
      });
      return id;
    };
    const ask = (id: string) =>
      reviews.flow.change(olga, id, 1, submission('Please look'));
    const approve = (id: string, dueAt: number) =>
      reviews.flow.change(
        remi,
        id,
        2,
        decision({
          outcome: 'approved_with_conditions',
          conditions: [{ text: 'Load test before the campaign', dueAt }],
        }),
      );
    const first = await open();
    await ask(first);
    await approve(first, NOW + 360 * DAY);
    expect(await waiting()).toEqual([]);
    clock.set(NOW + 350 * DAY);
    expect(await waiting()).toEqual(['condition-due', 'renew-review']);

    const second = await open();
    expect(await waiting()).toEqual(['condition-due', 'renew-review']);
    await ask(second);
    expect(await waiting()).toEqual(['condition-due']);
    await approve(second, NOW + 2 * 360 * DAY);
    expect(await waiting()).toEqual([]);
    // Also after the first one has ended.
    clock.set(NOW + 400 * DAY);
    expect(await waiting()).toEqual([]);
  });

  it('have conditions on days that people live to see', async () => {
    const { reviews, submitted } = await bed();
    const { id } = await submitted('design');
    const decide = (dueAt: number) =>
      reviews.flow.change(
        remi,
        id,
        2,
        decision({
          outcome: 'approved_with_conditions',
          conditions: [{ text: 'Load test before the campaign', dueAt }],
        }),
      );
    await expect(decide(NOW)).rejects.toMatchObject({
      code: 'CONDITION_DUE_IN_THE_PAST',
    });
    // No Date holds such a moment: the review could not be written out.
    for (const dueAt of [8.64e15 + 1, NOW + 3650 * DAY + 1]) {
      await expect(decide(dueAt)).rejects.toMatchObject({
        status: 400,
        code: 'CONDITION_DUE_TOO_LATE',
        field: 'body.conditions.0.dueAt',
      });
    }
    await decide(NOW + 3650 * DAY);
  });

  it('are certified by a team itself where that is configured', async () => {
    const { reviews, submitted } = await bed({
      reviewers: [{ groupRef: 'group:default/sre' }],
      reviewModes: [
        { groups: ['group:default/payments'], mode: 'self_certified' },
      ],
    });
    const { id, mode } = await submitted('design');
    expect(mode).toBe('self_certified');
    await reviews.flow.change(
      olga,
      id,
      2,
      decision({ outcome: 'approved_with_conditions', conditions }),
    );
  });

  it('are written for an auditor, with what people wrote made harmless', async () => {
    const { answering, reviews, submitted } = await bed();
    await answering.attest(
      olga,
      { entity: CHECKOUT_NAME, itemId: 'DSN-4', version: 0 },
      { kind: 'text', text: '<script>alert(1)</script> | retries, five times' },
    );
    const { id } = await submitted('pre-production');
    const { documents } = reviews;
    const html = await documents.write(rita, id, {
      format: 'html',
      language: 'ja',
    });
    expect(html.text).toContain('本番準備レビュー');
    expect(html.text).toContain('&lt;script&gt;alert(1)');
    expect(html.text).not.toContain('<script>');
    const markdown = await documents.write(rita, id, {
      format: 'markdown',
      language: 'en',
    });
    expect(markdown.text).toContain('\\<script\\>alert(1)');
    expect(markdown.text).toContain('\\| retries');
    expect(markdown.filename).toMatch(/-pre-production-review\.md$/);
  });
});
