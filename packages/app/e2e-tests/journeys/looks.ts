import { Page } from 'playwright-core';
import { accessibilityFindings } from '../browser/accessibility';
import { Language, screenshot, sizes } from '../browser/Browser';
import { sidewaysScroll } from '../browser/reach';
import { Person, signInAs } from '../browser/signIn';
import { SharedApp } from './useApp';

const entity = '/catalog/default/component/checkout-api';

/** Every screen, whose eyes to see it with, and what shows that it is drawn. */
const screens: Record<string, { by: Person; path: string; drawn: string }> = {
  readiness: {
    by: 'developer',
    path: `${entity}/readiness`,
    drawn: '[data-item]',
  },
  item: {
    by: 'developer',
    path: `${entity}/readiness?item=REL-3`,
    drawn: '[role="dialog"] h3',
  },
  slo: { by: 'developer', path: `${entity}/slo`, drawn: 'section h2' },
  'slo-editor': {
    by: 'developer',
    path: `${entity}/slo?edit=new`,
    drawn: '[role="dialog"] input',
  },
  toil: {
    by: 'teamLead',
    path: '/catalog/default/group/checkout-team/toil',
    drawn: 'form',
  },
  portfolio: {
    by: 'platformEngineer',
    path: '/readiness?mine=false',
    drawn: 'tbody tr, ul[aria-label] li, main li',
  },
  inbox: { by: 'sre', path: '/readiness-inbox', drawn: 'main li, h3' },
  studio: {
    by: 'platformEngineer',
    path: '/readiness-studio?view=teams',
    drawn: 'table',
  },
  overview: { by: 'developer', path: entity, drawn: 'main' },
};

const themes = ['light', 'dark'] as const;

/**
 * Looks at every screen in a language: pictures on a desktop and on a phone,
 * and no serious accessibility finding in either theme.
 */
export function describeLooks(language: Language, shared: SharedApp): void {
  describe.each(themes)('in the %s theme', theme => {
    // One window for each person: signing in takes longer than looking.
    const windows = new Map<Person, Page>();
    const windowOf = async (person: Person) => {
      const page =
        windows.get(person) ?? (await shared.open({ language, theme }));
      if (!windows.has(person)) await signInAs(page, person);
      windows.set(person, page);
      return page;
    };
    afterAll(async () => {
      for (const page of windows.values()) await page.context().close();
    });

    it.each(Object.keys(screens))('%s is accessible', async name => {
      const { by, path, drawn } = screens[name];
      const page = await windowOf(by);
      await page.setViewportSize(sizes.desktop);
      await page.goto(path);
      await page.locator(drawn).first().waitFor({ state: 'attached' });
      // Skeletons give way to content, drawers slide in.
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      await screenshot(page, `${name}-${language}-${theme}-desktop`);
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.setViewportSize(sizes.phone);
      await screenshot(page, `${name}-${language}-${theme}-phone`);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    });
  });
}
