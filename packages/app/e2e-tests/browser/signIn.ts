import { Page } from 'playwright-core';

/** The people of the demo organisation that the journeys follow. */
export const people = {
  developer: 'haruto-sato',
  teamLead: 'takumi-ito',
  sre: 'nanami-kobayashi',
  productOwner: 'mika-ono',
  cto: 'kenji-yamamoto',
  platformEngineer: 'yui-nakamura',
  secondSre: 'erik-johansson',
  // Leads the department of the teams, and is in none of them.
  departmentLead: 'eri-fujimoto',
  // Of a team that reviews among itself, where the journey says so.
  neighbour: 'olivia-grant',
  neighbourPeer: 'sota-watanabe',
  // Of a team that certifies its own work, where the journey says so.
  certifier: 'fatima-zahra',
  certifierPeer: 'kaede-murata',
} as const;

/** Somebody whom the journeys follow. */
export type Person = keyof typeof people;

/** Signs in by the link that the start of the app prints. */
export async function signInAs(page: Page, person: Person): Promise<void> {
  await page.goto(`/?as=${people[person]}`);
  await page.locator('nav').first().waitFor({ state: 'attached' });
}
