import { readFileSync } from 'node:fs';
import { Browser, chromium, Page } from 'playwright-core';
import { VISITOR } from '../organisation/entities';
import { Finding } from './journalWork';
import { Target } from './measure';

/** An interaction may take so long until the next picture, in milliseconds. */
const GOAL = 200;
const MOST_ROWS = 60;
/** Each interaction is done so often; the median is told. */
const ROUNDS = 5;

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Something that a person does, and what shows that it is done. */
interface Interaction {
  title: string;
  act(page: Page): Promise<void>;
  /** What the server is asked for then. */
  asks: RegExp;
}

const interactions: Interaction[] = [
  {
    title: 'sort by another column',
    act: page => page.getByRole('button', { name: 'Owner' }).last().click(),
    asks: /portfolio\?.*sort=owner/,
  },
  {
    title: 'filter by tier',
    act: page => page.getByRole('checkbox', { name: /Tier 1/ }).press('Space'),
    asks: /portfolio\?.*tier=1/,
  },
  {
    title: 'search by name',
    act: page => page.getByRole('searchbox').fill('4711'),
    asks: /portfolio\?.*q=4711/,
  },
  {
    title: 'go to the next page',
    act: page =>
      page.getByRole('button', { name: 'Next', exact: true }).click(),
    asks: /portfolio\?.*cursor=/,
  },
  {
    title: 'open what blocks an entity',
    act: page =>
      page.locator('tbody tr').first().getByRole('button').first().click(),
    asks: /\/readiness$/,
  },
];

/**
 * W10: the portfolio of the seeded company in a browser. For each interaction
 * it tells how long the page took to draw an answer to it, and how long until
 * what was asked for is on screen, with the request to the server.
 *
 * @param chrome - the browser's program
 */
export async function measureBrowser(
  host: Target,
  chrome: string,
): Promise<Finding[]> {
  const libraries = [
    process.env.READINESS_TEST_CHROME_LIBRARIES,
    process.env.LD_LIBRARY_PATH,
  ].filter(Boolean);
  const browser = await chromium.launch({
    executablePath: chrome,
    // Root, as in most containers, can't have Chromium's sandbox. The pages
    // are our own.
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  });
  try {
    return await measureIn(browser, host);
  } finally {
    await browser.close();
  }
}

async function measureIn(browser: Browser, host: Target): Promise<Finding[]> {
  const context = await browser.newContext({
    baseURL: host.url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  // As the sign-in page of the app remembers whom one has chosen.
  await context.addInitScript(
    person => sessionStorage.setItem('demo-sign-in.person', person),
    VISITOR,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await open(page);
  const total = await page
    .getByText(/[\d,]+ entities/)
    .first()
    .textContent();
  const rows = await page.locator('tr').count();
  const serious = await seriousFindings(page);

  const findings: Finding[] = [
    {
      id: 'W10',
      title: `The portfolio in Chromium, ${total}`,
      found: `${rows} rows in the table, ${
        serious.length
      } serious findings of axe${serious.map(id => ` ${id}`).join()}`,
      goal: `≤ ${MOST_ROWS} rows, 0 findings`,
    },
  ];
  for (const interaction of interactions) {
    const drawn: number[] = [];
    const shown: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await open(page);
      const took = await take(page, interaction);
      drawn.push(took.drawn);
      shown.push(took.shown);
    }
    findings.push({
      id: 'W10',
      title: `In Chromium: ${interaction.title}`,
      found: `${atLeast16(median(drawn))} until the page reacts, ${median(
        shown,
      )} ms until the server's answer is there`,
      goal: `≤ ${GOAL} ms`,
    });
  }
  return findings;
}

/** Opens the whole catalog anew and waits until it has come to rest. */
async function open(page: Page): Promise<void> {
  await page.goto('/readiness?mine=false');
  await page.locator('tbody tr').nth(20).waitFor();
  await page.waitForLoadState('networkidle');
}

/**
 * Times by the browser's own clock: the longest from an input to the picture
 * that follows it, and from the first input to the last answer.
 */
async function take(
  page: Page,
  { act, asks }: Interaction,
): Promise<{ drawn: number; shown: number }> {
  await page.evaluate(() => {
    const store = window as unknown as { inputs: number[]; began: number };
    store.inputs = [0];
    store.began = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) store.inputs.push(entry.duration);
    }).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit);
    const begin = () => {
      store.began ||= performance.now();
    };
    for (const type of ['pointerdown', 'keydown', 'input']) {
      window.addEventListener(type, begin, { capture: true, once: true });
    }
  });
  const answer = page.waitForResponse(response => asks.test(response.url()));
  await act(page);
  await (await answer).finished();
  const result = await page.evaluate(
    () =>
      new Promise<{ drawn: number; shown: number }>(resolve => {
        const store = window as unknown as { inputs: number[]; began: number };
        const answers = performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('/api/production-readiness/'))
          .map(entry => (entry as PerformanceResourceTiming).responseEnd)
          .filter(end => end > store.began);
        const last = Math.max(store.began, ...answers);
        // The browser tells of events a little later.
        setTimeout(() => {
          resolve({
            drawn: Math.max(...store.inputs),
            shown: last - store.began,
          });
        }, 300);
      }),
  );
  return result;
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string | null }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id }) => id);
  });
}

/** The browser tells of nothing shorter. */
function atLeast16(milliseconds: number): string {
  return milliseconds < 16 ? 'under 16 ms' : `${milliseconds} ms`;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)]);
}
