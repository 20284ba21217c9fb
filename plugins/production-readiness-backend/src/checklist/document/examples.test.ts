import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applicableItems,
  assess,
  createFactDocument,
  levelOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { defaultChecklistFile } from '../sources/DocumentReader';
import { loadChecklist } from './loadChecklist';

const FOLDER = join(defaultChecklistFile(), '..', 'examples');

const slo = (state: 'none' | 'in_force') => ({
  journeys: 1,
  slos: state === 'none' ? 0 : 1,
  agreed: state === 'none' ? 0 : 1,
  waiting: 0,
  state,
  requiredSignaturesPresent: state !== 'none',
});

async function standing(file: string, state: 'none' | 'in_force') {
  const { document } = await loadChecklist(join(FOLDER, file));
  const facts = createFactDocument({
    entity: { kind: 'component', metadata: {}, spec: {}, relations: [] },
    slo: slo(state),
  });
  const applicable = applicableItems(document, { tier: 1 }, facts);
  const items = assess({
    document,
    applicable,
    records: new Map(),
    slosWaiting: 0,
    now: 0,
  });
  return { document, items, level: levelOf(document.levels, items) };
}

describe('the shapes of other lists', () => {
  it('are the documents of this folder, and load', async () => {
    const files = (await readdir(FOLDER)).filter(one => one.endsWith('.yaml'));
    expect(files.sort()).toEqual([
      'levels-by-slo.yaml',
      'risk-rated-questions.yaml',
      'stage-questionnaire.yaml',
    ]);
    const loaded = await Promise.all(
      files.map(file => loadChecklist(join(FOLDER, file))),
    );
    expect(new Set(loaded.map(({ document }) => document.id)).size).toBe(3);
  });

  it('ask for more where more was promised', async () => {
    const ids = async (state: 'none' | 'in_force') =>
      (await standing('levels-by-slo.yaml', state)).items.map(
        one => one.item.id,
      );
    expect(await ids('none')).not.toContain('CARE-1');
    expect(await ids('in_force')).toContain('CARE-1');
  });

  it('block by their rating, and rise stage by stage', async () => {
    const risks = await standing('risk-rated-questions.yaml', 'none');
    expect(
      risks.items
        .filter(one => one.item.weight === 'high')
        .map(one => one.item.id),
    ).toEqual(['ARCH-1', 'OPER-1']);
    const stages = await standing('stage-questionnaire.yaml', 'none');
    expect(stages.level.rank).toBe(0);
    const alphaDone = stages.items.map(one =>
      one.item.phase === 'design'
        ? { ...one, standing: { ...one.standing, satisfied: true } }
        : one,
    );
    expect(levelOf(stages.document.levels, alphaDone).id).toBe('alpha');
  });
});
