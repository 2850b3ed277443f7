import { expect, type Locator, type Page } from '@playwright/test';
import type { TimeRange } from './OverviewPage';

export type CostsView = 'Spend' | 'Budgets' | 'What if' | 'Chargeback';

/** What costs, as a user sees it. */
export class CostsPage {
  constructor(private readonly page: Page) {}

  async goto(
    { from, to }: TimeRange,
    { theme = 'dark', ...search }: { theme?: 'dark' | 'light' } & Record<string, string> = {}
  ): Promise<void> {
    const query = new URLSearchParams({ from: String(from), to: String(to), theme, ...search });
    await this.page.goto(`/a/llmgateway-app/costs?${query.toString()}`);
    await this.page.getByRole('heading', { name: 'Costs' }).waitFor();
    await this.page.getByRole('tab', { name: 'Spend' }).waitFor();
  }

  async show(view: CostsView): Promise<void> {
    await this.page.getByRole('tab', { name: view }).click();
  }

  /** A table, by what it is of. */
  table(label: string): Locator {
    return this.page.getByRole('table', { name: label });
  }

  /** Where a name leads to what its costs are made of. */
  drill(name: string): Locator {
    return this.table('Costs told apart').getByRole('button', { name, exact: true });
  }

  /** All places of the amount in a row's first cell of money. */
  async amountOf(row: string): Promise<string | null> {
    const amounts = this.table('Costs told apart').getByRole('row').filter({ hasText: row }).locator('[title^="$"]');
    return amounts.first().getAttribute('title');
  }

  /** The lines of the file that is offered, the head first. */
  async file(): Promise<string[][]> {
    const address = await this.page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
    const response = await this.page.request.get(address ?? '');
    expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="usage-.*\.csv"$/);
    const text = await response.text();
    return text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
  }
}
