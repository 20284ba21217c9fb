import { Page } from 'playwright-core';

/** The people of the demo organisation that the journeys follow. */
export const people = {
  developer: 'haruto-sato',
  teamLead: 'takumi-ito',
  sre: 'nanami-kobayashi',
  productOwner: 'mika-ono',
  cto: 'kenji-yamamoto',
  platformEngineer: 'yui-nakamura',
} as const;

/** Somebody whom the journeys follow. */
export type Person = keyof typeof people;

/** Signs in by the link that the start of the app prints. */
export async function signInAs(page: Page, person: Person): Promise<void> {
  await page.goto(`/?as=${people[person]}`);
  await page.locator('nav').first().waitFor({ state: 'attached' });
}
