import { readFileSync } from 'node:fs';
import { Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/**
 * The serious and critical findings of axe on what is on screen, one readable
 * text for each kind; empty when there are none.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  // What was announced lately stays for seconds, and may name what is gone.
  const violations = (await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(context: object): Promise<{ violations: unknown[] }>;
      };
    };
    return (await axe.run({ exclude: ['[data-live-announcer]'] })).violations;
  })) as Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => {
      const places = new Map<string, string[]>();
      for (const { target, failureSummary = '' } of nodes) {
        const what = failureSummary.replace(/\s+/g, ' ').trim();
        places.set(what, [...(places.get(what) ?? []), target.join(' ')]);
      }
      return [...places].map(
        ([what, where]) =>
          `${id} in ${where.length} places, such as ${where[0]}: ${what}`,
      );
    });
}
