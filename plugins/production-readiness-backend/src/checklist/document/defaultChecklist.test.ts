import {
  LANGUAGES,
  type ChecklistDocument,
  type ChecklistItem,
} from '@prodready/backstage-plugin-production-readiness-common';
import { loadDefaultChecklist } from './loadChecklist';

describe('the default checklist', () => {
  let document: ChecklistDocument;
  beforeAll(async () => {
    ({ document } = await loadDefaultChecklist());
  });

  const ids = (items: ChecklistItem[]) => items.map(item => item.id);
  const requiredOf = (tier: 1 | 2 | 3) =>
    ids(document.items.filter(item => item.tiers.includes(tier)));
  const count = (test: (item: ChecklistItem) => boolean) =>
    document.items.filter(test).length;

  it('requires 42, 38 and 11 items of the three tiers', () => {
    expect(requiredOf(1)).toHaveLength(42);
    expect(requiredOf(2)).toHaveLength(38);
    expect(requiredOf(3)).toEqual([
      ...['OWN-1', 'OWN-2', 'OWN-3', 'OWN-4', 'DSN-3', 'OBS-2'],
      ...['REL-1', 'REL-2', 'SEC-2', 'SEC-3', 'SEC-4'],
    ]);
    expect(document.items).toHaveLength(42);
  });

  it('gives a high weight to the 18 items that decide', () => {
    expect(ids(document.items.filter(item => item.weight === 'high'))).toEqual([
      ...['OWN-1', 'OWN-4', 'DSN-2', 'DSN-4', 'SLO-1', 'SLO-2'],
      ...['OBS-1', 'OBS-4', 'OBS-5', 'OPS-1', 'OPS-2'],
      ...['REL-1', 'REL-2', 'REL-3', 'CAP-3', 'SEC-1', 'SEC-2', 'SEC-3'],
    ]);
  });

  it('has 10 automatic, 8 hybrid and 24 manual items', () => {
    expect(ids(document.items.filter(i => i.kind === 'automatic'))).toEqual([
      ...['OWN-1', 'OWN-2', 'OWN-3', 'DSN-2', 'SLO-1', 'SLO-2', 'SLO-4'],
      ...['OBS-1', 'OPS-1', 'OPS-6'],
    ]);
    expect(ids(document.items.filter(i => i.kind === 'hybrid'))).toEqual([
      ...['OWN-4', 'DSN-1', 'DSN-3', 'OBS-3', 'OBS-5', 'OPS-2'],
      ...['REL-1', 'SEC-4'],
    ]);
    expect(count(item => item.kind === 'manual')).toBe(24);
  });

  it('asks again after the agreed number of days', () => {
    const byDays = new Map<string, string[]>();
    for (const { id, reattestDays } of document.items) {
      const key = String(reattestDays);
      byDays.set(key, [...(byDays.get(key) ?? []), id]);
    }
    expect(byDays.get('live')).toHaveLength(10);
    expect(byDays.get('never')).toEqual(['DSN-1']);
    expect(byDays.get('90')).toEqual(['OWN-5', 'OPS-4', 'SEC-4']);
    expect(byDays.get('180')).toEqual([
      ...['OWN-4', 'DSN-3', 'SLO-3', 'OBS-4', 'OBS-5', 'OBS-6', 'OBS-7'],
      ...['REL-3', 'CAP-3', 'SEC-5'],
    ]);
    expect(byDays.get('365')).toHaveLength(18);
  });

  it('puts each item into its phase', () => {
    expect(ids(document.items.filter(i => i.phase === 'design'))).toEqual([
      ...['OWN-1', 'OWN-2', 'OWN-3', 'DSN-1', 'DSN-2', 'DSN-3', 'SLO-1'],
    ]);
    expect(
      ids(document.items.filter(i => i.phase === 'general-availability')),
    ).toEqual([
      ...['SLO-3', 'OBS-7', 'OPS-4', 'OPS-5', 'OPS-6', 'CAP-4', 'SEC-5'],
    ]);
    expect(document.levels.map(({ id, phases }) => [id, phases])).toEqual([
      ['bronze', ['design']],
      ['silver', ['design', 'pre-production']],
      ['gold', ['design', 'pre-production', 'general-availability']],
    ]);
  });

  it('narrows what is asked of a new team, a library and a deprecated entity', () => {
    expect(document.startHere).toEqual([
      ...['OWN-1', 'OWN-4', 'SLO-1', 'OBS-1', 'OBS-5'],
      ...['OPS-1', 'OPS-2', 'REL-2', 'REL-3', 'SEC-3'],
    ]);
    expect(document.only.deprecated).toEqual([
      ...['OWN-1', 'OWN-4', 'SEC-4', 'SEC-5'],
    ]);
    expect(document.only.types.library).toEqual([
      ...['OWN-1', 'OWN-2', 'OWN-3', 'OWN-4', 'OWN-5'],
      ...['REL-1', 'SEC-4', 'SEC-5'],
    ]);
  });

  it('says everything in both languages, each in its own', () => {
    for (const item of document.items) {
      for (const field of [
        'title',
        'why',
        'risk',
        'how',
        'evidence',
      ] as const) {
        const text = item[field];
        for (const language of LANGUAGES) {
          expect([item.id, field, text[language].trim()]).not.toContain('');
        }
        expect([item.id, field, text.ja]).toEqual([
          item.id,
          field,
          expect.stringMatching(/[ぁ-んァ-ン一-龠]/),
        ]);
        expect([item.id, field, text.en]).toEqual([
          item.id,
          field,
          expect.not.stringMatching(/[ぁ-んァ-ン一-龠]/),
        ]);
      }
    }
  });

  it('gives two sentences of why', () => {
    for (const { id, why } of document.items) {
      expect([id, why.en.match(/[.!?](?=\s|$)/g)?.length]).toEqual([id, 2]);
      expect([id, why.ja.match(/。/g)?.length]).toEqual([id, 2]);
    }
  });

  it('words no risk or title twice', () => {
    for (const language of LANGUAGES) {
      const texts = document.items.flatMap(({ risk, title }) => [
        risk[language],
        title[language],
      ]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
