import { en } from './en';
import { flatten } from './flatten';
import { sloScreens as sloScreensEn } from './en/sloScreens';
import { studioScreens as studioScreensEn } from './en/studioScreens';
import { ja } from './ja';
import { sloScreens as sloScreensJa } from './ja/sloScreens';
import { studioScreens as studioScreensJa } from './ja/studioScreens';

const english = flatten({ ...en, ...sloScreensEn, ...studioScreensEn });
const japanese = flatten({ ...ja, ...sloScreensJa, ...studioScreensJa });

it('no folder of messages is in two areas', () => {
  const folders = [en, sloScreensEn, studioScreensEn].flatMap(Object.keys);
  expect(new Set(folders).size).toBe(folders.length);
});

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
