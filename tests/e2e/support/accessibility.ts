import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Parts of Grafana 12.3's own components that axe finds fault with, and that no plugin can mend. */
const GRAFANAS_OWN = [
  // The refresh picker's button, which has an icon and no name.
  '[data-testid="data-testid RefreshPicker run button"]',
  '[data-testid="data-testid Exemplar marker"]',
  // The arrow of a combobox; the box itself has a name and its role.
  '[id^="downshift-"][id$="-toggle-button"]',
  // The button that unfolds a row names what is there only once it is unfolded.
  '[aria-controls^="InteractiveTable"]',
  // The label of an inline switch repeats its text as a name.
  'label[for^="switch-"]',
];

/** Faults of WCAG 2 A and AA that are serious or critical, in what the page itself shows: rule, and where. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const context = JSON.stringify({ include: [['main']], exclude: GRAFANAS_OWN.map((selector) => [selector]) });
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${context}, { runOnly: ['wcag2a', 'wcag2aa'], resultTypes: ['violations'] })`
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
