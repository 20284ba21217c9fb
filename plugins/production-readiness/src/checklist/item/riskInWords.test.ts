import { view, words } from '../__testUtils__/fixtures';
import { riskInWords } from './riskInWords';

const runbook = words('OPS-2', {
  risk: {
    en: 'Runbook not reviewed: the steps may not work tonight',
    ja: '手順書が見直されていない：今夜その手順が通用しないおそれがあります',
  },
});

describe('riskInWords', () => {
  it.each([
    [{}, 'risk', 'Runbook not reviewed: the steps may not work tonight'],
    [{ state: 'lapsed' as const }, 'lapsed', 'the steps may not work tonight'],
    [{ satisfied: true, due: true }, 'title', 'OPS-2 title'],
  ])('says only what is true of %j', (changes, kind, text) => {
    const item = { view: view('OPS-2', changes), words: runbook };
    expect(riskInWords(item, 'en')).toEqual({ kind, text });
  });

  it('takes the Japanese colon and keeps a risk without one', () => {
    const lapsed = view('OPS-2', { state: 'lapsed' });
    expect(riskInWords({ view: lapsed, words: runbook }, 'ja').text).toBe(
      '今夜その手順が通用しないおそれがあります',
    );
    expect(riskInWords({ view: lapsed, words: words('OPS-2') }, 'en')).toEqual({
      kind: 'risk',
      text: 'OPS-2 risk',
    });
  });
});
