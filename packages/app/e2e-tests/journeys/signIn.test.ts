import { accessibilityFindings } from '../browser/accessibility';
import { screenshot } from '../browser/Browser';
import { useApp } from './useApp';

const headings = { en: 'Through whose eyes?', ja: '誰の立場で見ますか？' };

describe('The sign-in page', () => {
  const shared = useApp('SQLite');

  describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
    it.each(['en', 'ja'] as const)(
      'offers the people of the company in %s',
      async language => {
        const page = await shared.open({ language, theme });
        await page.goto('/');
        await page.getByRole('heading', { name: headings[language] }).waitFor();
        await page.getByRole('button', { name: /Haruto|佐藤/ }).waitFor();
        await screenshot(page, `sign-in-${language}-${theme}`);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(
          language,
        );
        expect(await accessibilityFindings(page)).toEqual([]);
        await page.context().close();
      },
    );
  });
});
