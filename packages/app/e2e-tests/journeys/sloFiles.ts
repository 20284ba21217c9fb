import { readFile } from 'node:fs/promises';
import { openSlo as en } from '../../../../plugins/production-readiness/src/translations/en/openSlo';
import { openSlo as ja } from '../../../../plugins/production-readiness/src/translations/ja/openSlo';
import { Language, screenshot, sizes } from '../browser/Browser';
import { filled } from './words';
import { SharedApp } from './useApp';

const entity = '/catalog/default/component/checkout-api';

function document(name: string, target: string): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
  displayName: 返金が1分以内に終わる割合
spec:
  service: checkout-api
  indicator:
    metadata: { name: ratio }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: good } } }
        total: { metricSource: { type: Prometheus, spec: { query: all } } }
  timeWindow:
  - duration: 28d
    isRolling: true
  budgetingMethod: Occurrences
  objectives:
  - target: ${target} # agreed in spring
`;
}

/**
 * A developer brings SLOs as files, of which one has an error, and takes them
 * out again byte by byte. After the story, on the same app.
 */
export function describeSloFiles(language: Language, shared: SharedApp): void {
  const w = language === 'ja' ? ja : en;
  // In Japanese on a phone, as the owner's steps are.
  const viewer =
    language === 'ja' ? { language, size: sizes.phone } : { language };
  const sound = document('refunds-in-time', '0.9950');
  const upload = `${sound}---\n${document('refunds-in-percent', '99.5')}`;
  const lines = upload.split('\n');
  const wrong = lines.findIndex(line => line.includes('target: 99.5'));

  it('a developer imports SLOs, one of which has an error, and exports them', () =>
    shared.as('developer', viewer, async page => {
      await page.goto(`${entity}/slo`);
      await page.getByRole('button', { name: w.import }).first().click();
      const panel = page.getByRole('dialog');
      await panel.getByText(w.from.paste, { exact: true }).click();
      await panel.getByRole('textbox', { name: w.paste }).fill(upload);
      await panel.getByRole('button', { name: w.check }).click();
      // What is wrong is said with document, line and column.
      await panel
        .getByText(
          filled(w.problems.place, {
            document: 2,
            line: wrong + 1,
            column: lines[wrong].indexOf('99.5') + 1,
          }),
        )
        .waitFor();
      await panel.getByText(/Write target: 0\.995/).waitFor();
      await screenshot(page, `${language}-openslo-check`);
      await panel
        .getByRole('button', {
          name: filled(w.run_one, { count: 1 }),
        })
        .click();
      await panel
        .getByText(filled(w.done_one, { count: 1 }))
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: w.export }).first().click();
      const text = await readFile(await (await download).path(), 'utf8');
      expect(text).toContain(sound);
      expect(text).not.toContain('refunds-in-percent');
      // What was written here comes out as well.
      expect(text.match(/^kind: SLO$/gm)).toHaveLength(2);
    }));
}
