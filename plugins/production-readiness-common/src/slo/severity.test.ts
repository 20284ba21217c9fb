import fc from 'fast-check';
import { findVagueWords, resolveCriteria } from './severity';

const words = (text: string) => findVagueWords(text).map(one => one.word);

describe('vague words in the criteria of a severity', () => {
  it.each([
    ['An important function is down', ['important function']],
    ['A long outage', ['long outage']],
    ['Many customers cannot pay', ['Many']],
    ['重要な機能が停止している', ['重要な機能']],
    ['長時間の停止', ['長時間']],
    ['多くのユーザーに深刻な影響がある', ['多くの', '深刻な影響']],
    ['Key features are slow, etc.', ['Key features', 'slow', 'etc']],
  ])('are found in %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    'More than 5 % of checkouts fail for 10 minutes',
    'A long outage (over 30 minutes)',
    '注文の5%以上が10分間失敗する',
    '長時間（30分以上）ログインできない',
    '長時間（３０分以上）ログインできない',
    'Nobody can sign in',
    'keyboards and mainframes',
  ])('are not found in %s', text => {
    expect(words(text)).toEqual([]);
  });

  it('are clear only in the clause that has the number', () => {
    expect(words('Down for 10 minutes. Many users complain')).toEqual(['Many']);
    expect(words('10分停止する。多くの人が困る')).toEqual(['多くの']);
  });

  it('stand where they are said to stand, none over another', () => {
    const part = fc.constantFrom(
      ...['important function', 'long outage', '重要な機能', '長時間', ' '],
      ...['30', '、', '。', '. ', 'x', '💥', 'などの', 'several systems'],
    );
    fc.assert(
      fc.property(fc.array(part), parts => {
        const text = parts.join('');
        let end = 0;
        for (const { word, at } of findVagueWords(text)) {
          expect(text.slice(at, at + word.length)).toBe(word);
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + word.length;
        }
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(findVagueWords(text)).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('the criteria that count', () => {
  const of = (place: 'entity' | 'system' | 'organisation', count: number) => ({
    place,
    criteria: Array.from({ length: count }, () => place),
  });
  it('are the nearest that say something', () => {
    const organisation = of('organisation', 2);
    const system = of('system', 1);
    expect(resolveCriteria([organisation, system])).toBe(system);
    expect(resolveCriteria([of('entity', 0), organisation])).toBe(organisation);
    expect(resolveCriteria([])).toBeUndefined();
  });
});
