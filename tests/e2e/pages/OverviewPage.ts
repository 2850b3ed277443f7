import type { Locator, Page } from '@playwright/test';

export interface TimeRange {
  from: string | number;
  to: string | number;
}

export const TILES = [
  'Request rate',
  'Error rate',
  'Latency p95',
  'TTFT p95',
  'Tokens',
  'Cost today',
  'Cache hits',
  'Saved today',
];
export const GRAPHS = [
  'Requests by provider',
  'Requests by model',
  'Error rate by provider',
  'Latency',
  'Time to first token',
  'Tokens by type',
  'Cost over time',
];

/** The app's first page, as a user sees it. */
export class OverviewPage {
  constructor(private readonly page: Page) {}

  /** `more` is what else is to be in the address. */
  async goto(
    { from, to }: TimeRange,
    theme: 'dark' | 'light' = 'dark',
    more: Record<string, string> = {}
  ): Promise<void> {
    const query = new URLSearchParams({ from: String(from), to: String(to), theme, ...more });
    await this.page.goto(`/a/llmgateway-app/overview?${query.toString()}`);
    await this.page.getByRole('heading', { name: 'Overview' }).waitFor();
  }

  panel(title: string): Locator {
    return this.page.getByTestId(`data-testid Panel header ${title}`);
  }

  /** What a panel shows below its title, which may itself have a figure in it. */
  content(title: string): Locator {
    return this.panel(title).getByTestId('data-testid panel content');
  }

  /** The sentence about the whole, with what it is made of. */
  get status(): Locator {
    return this.page.getByRole('region', { name: 'State of the gateway' });
  }

  card(provider: string): Locator {
    return this.page.getByRole('article', { name: provider });
  }

  /** Opens a panel's menu; answers its entries. */
  async openMenu(title: string): Promise<Locator> {
    const panel = this.panel(title);
    await panel.scrollIntoViewIfNeeded();
    await panel.hover();
    await panel.getByRole('button', { name: /^Menu for panel/ }).click();
    return this.page.getByRole('menuitem');
  }

  /** The rows of the table, a list of cells for each, without the line of totals. */
  async usageRows(): Promise<string[][]> {
    const rows = this.panel('Usage by model').getByRole('row');
    await rows.nth(1).waitFor();
    const cells = await rows.evaluateAll((elements) =>
      elements.map((row) =>
        Array.from(row.querySelectorAll('[role=gridcell]')).map((cell) => cell.textContent?.trim() ?? '')
      )
    );
    return cells.filter(([model]) => model !== undefined && model !== '' && model.toLowerCase() !== 'total');
  }

  /** The series in the legend of a graph. */
  legend(title: string): Locator {
    return this.panel(title).locator('table tbody tr');
  }
}
