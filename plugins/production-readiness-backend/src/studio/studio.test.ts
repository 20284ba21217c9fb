import { studioRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  catalogEntity,
  CHECKOUT,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../testing/checklist';
import { describeOnDatabases } from '../testing';
import { tinyChecklist } from '../testing/tinyChecklist';
import { defaultChecklistFile } from '../checklist/sources/DocumentReader';
import { createStudioFeature } from './createStudioFeature';

const yui = personOf('yui', 'platform');
const olga = personOf('olga', 'payments');

async function fileWith(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'studio-')), 'tiny.yaml');
  await writeFile(file, text);
  return file;
}

describeOnDatabases('the studio', db => {
  async function setUp(readiness?: object) {
    const bed = await createChecklistTestBed(db.database, {
      entities: [
        TEAM,
        CHECKOUT,
        catalogEntity('Component', 'orphan', {}, { spec: { type: 'service' } }),
        catalogEntity('System', 'shop'),
      ],
      readiness: readiness as undefined,
    });
    await bed.registry.publish(db.database, bed.journal, async () => NOW);
    return { ...bed, studio: createStudioFeature(bed) };
  }
  const defaultText = () => readFile(defaultChecklistFile(), 'utf8');

  it('says that an unchanged draft changes nothing', async () => {
    const { studio } = await setUp();
    const impact = await studio.drafts.impact(yui, await defaultText(), 'now');
    expect(impact).toMatchObject({
      total: { entities: 3, changed: 0, levelDown: 0 },
      teams: [],
      items: [],
      entities: [],
    });
    expect(studioRoutes.previewChecklistDraft.response.parse(impact)).toEqual(
      impact,
    );
  });

  it('says which entities, teams and items a changed check moves', async () => {
    const { studio } = await setUp();
    // OWN-1 passes for the checkout; nothing has such a name.
    const text = (await defaultText()).replace(
      /(id: OWN-1[\s\S]*?check:\n)[\s\S]*?(?=\n {2}- id)/,
      '$1      owner.kind: nobody\n',
    );
    const impact = await studio.drafts.impact(yui, text, 'now');
    expect(impact.total).toMatchObject({ entities: 3, changed: 1 });
    expect(impact.items).toEqual([
      expect.objectContaining({ itemId: 'OWN-1', entities: 1, worse: 1 }),
    ]);
    expect(impact.teams).toEqual([
      expect.objectContaining({
        ownerRef: 'group:default/payments',
        changed: 1,
        moreBlockers: 1,
      }),
    ]);
    expect(impact.entities).toEqual([
      expect.objectContaining({
        ref: 'component:default/checkout',
        items: [{ itemId: 'OWN-1', before: 'passed', after: 'regressed' }],
      }),
    ]);
  });

  it('asks for a new item from its start date on', async () => {
    const { studio } = await setUp();
    const text = (await defaultText()).replace(
      '  - id: OWN-2\n',
      `  - id: OWN-9
    section: ownership
    title: { en: New, ja: 新しい項目 }
    why: { en: New., ja: 新しいです。 }
    risk: { en: New risk, ja: 新しいリスク }
    how: { en: Do it., ja: 行います。 }
    evidence: { en: A link., ja: リンク。 }
    phase: design
    tiers: [1, 2, 3]
    weight: high
    kind: manual
    reattestDays: 365
    startsAt: 2027-04-01
  - id: OWN-2
`,
    );
    const now = await studio.drafts.impact(yui, text, 'now');
    expect(now.items).toEqual([
      expect.objectContaining({ itemId: 'OWN-9', worse: 0, entities: 3 }),
    ]);
    expect(now.total).toMatchObject({ moreBlockers: 0, levelDown: 0 });
    const later = await studio.drafts.impact(yui, text, 'started');
    expect(later.items).toEqual([
      expect.objectContaining({ itemId: 'OWN-9', worse: 3 }),
    ]);
    expect(await studio.drafts.validate(yui, text)).toMatchObject({
      issues: [],
      checklist: {
        atOnce: [],
        differences: { items: [{ itemId: 'OWN-9', change: 'added' }] },
      },
    });
  });

  it('says the same as the evaluation, once the draft is in use', async () => {
    const bed = await setUp();
    const { studio } = bed;
    const impact = await studio.drafts.impact(yui, tinyChecklist(), 'now');
    const after = await setUp({
      checklist: {
        documents: [{ type: 'file', target: await fileWith(tinyChecklist()) }],
      },
    });
    await after.sweep.run();
    const rows = await db.knex('readiness_summaries').select();
    expect(rows.map(row => [row.checklist_id, row.score]).sort()).toEqual(
      impact.entities
        .filter(one => one.after.checklistId === 'tiny')
        .map(one => [one.after.checklistId, one.after.score ?? -1])
        .sort(),
    );
  });

  it('says line, column and path of what is wrong', async () => {
    const { studio } = await setUp();
    const text = tinyChecklist({ check: 'owner.kind: { $is: group }' });
    const { issues, checklist } = await studio.drafts.validate(yui, text);
    expect(checklist).toBeNull();
    const line = text.split('\n').findIndex(one => one.includes('$is')) + 1;
    expect(issues).toEqual([
      {
        line,
        column: expect.any(Number),
        path: 'items[0].check["owner.kind"].$is',
        message: expect.stringContaining('$is is not an operator'),
        code: 'operator_unknown',
        params: { operator: '$is', known: expect.stringContaining('$exists') },
      },
    ]);
    await expect(studio.drafts.impact(yui, text, 'now')).rejects.toMatchObject({
      status: 400,
      code: 'CHECKLIST_INVALID',
      details: { issues },
    });
  });

  it('counts for teams only what the reader may see', async () => {
    const { studio, policy } = await setUp();
    expect(await studio.reading.usage(olga, 'default')).toMatchObject({
      entities: 3,
      teams: [
        { ownerRef: 'group:default/payments', entities: 1 },
        { ownerRef: null, entities: 2 },
      ],
    });
    policy.visibility = {
      apply: (query, alias) =>
        void query.whereNot(`${alias}.ref`, 'component:default/checkout'),
    };
    const usage = await studio.reading.usage(olga, 'default');
    expect(usage.teams).toEqual([
      expect.objectContaining({ ownerRef: null, entities: 2 }),
    ]);
    policy.visibility = {
      apply: (query, alias) =>
        void query.whereNot(`${alias}.ref`, 'group:default/payments'),
    };
    expect((await studio.reading.usage(olga, 'default')).teams).toEqual([
      expect.objectContaining({ ownerRef: null, entities: 3 }),
    ]);
  });

  it('tells where documents come from to administrators alone', async () => {
    const { studio } = await setUp();
    const seen = await studio.reading.list(olga);
    expect(seen).toMatchObject({
      canDraft: false,
      checklists: [{ id: 'default', target: null, items: 42, entities: 3 }],
    });
    expect(await studio.reading.list(yui)).toMatchObject({
      canDraft: true,
      checklists: [{ target: 'default' }],
    });
    const [version] = await studio.reading.versions('default');
    expect(version).toMatchObject({ inUse: true, items: 42 });
    expect(
      await studio.reading.differences(version.digest, version.digest),
    ).toEqual({ fields: [], items: [] });
    await expect(studio.reading.versions('other')).rejects.toMatchObject({
      code: 'CHECKLIST_NOT_FOUND',
    });
  });
});
