import type { Locator, Page } from '@playwright/test';

/** The explorer of single requests, as a user sees it. */
export class RequestsPage {
  constructor(private readonly page: Page) {}

  async goto(query: Record<string, string> = {}): Promise<void> {
    const search = new URLSearchParams({ from: 'now-15m', to: 'now', ...query });
    await this.page.goto(`/a/llmgateway-app/requests?${search.toString()}`);
    await this.page.getByRole('heading', { name: 'Requests', exact: true }).waitFor();
  }

  async filterBy(dimension: string, value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: dimension }).click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
    await this.page.keyboard.press('Escape');
  }

  /** A request of the table, by what opens it. */
  request(id: string): Locator {
    return this.page.getByRole('button', { name: `Open request ${id}` });
  }

  get rows(): Locator {
    return this.page.getByRole('table', { name: 'Requests, newest first' }).locator('tbody tr');
  }

  get drawer(): Locator {
    return this.page.getByRole('dialog');
  }

  /** A part of the request that is open. */
  section(name: string): Locator {
    return this.drawer.getByRole('region', { name });
  }
}
