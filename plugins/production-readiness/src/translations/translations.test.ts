import { en } from './en';
import { flatten } from './flatten';
import { ja } from './ja';

const english = flatten(en);
const japanese = flatten(ja);

describe('translations', () => {
  it('have the same messages in English and Japanese', () => {
    expect(Object.keys(japanese).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english))('%s fills the same placeholders', key => {
    // The singular of English may say "one" where Japanese counts.
    const compared = (text: string) =>
      placeholders(text).filter(
        name => !(key.endsWith('_one') && name === 'count'),
      );
    expect(compared(japanese[key])).toEqual(compared(english[key]));
  });

  it.each(Object.entries(japanese))('%s says something', (_key, text) => {
    expect(text.trim()).not.toBe('');
  });
});

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(match => match[1]).sort();
}
