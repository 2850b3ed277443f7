import type { Locator, Page } from '@playwright/test';
import type { TimeRange } from './OverviewPage';

const ROOT = '/a/llmgateway-app/providers';

/** The list of providers, and the pages below it. */
export class ProvidersPage {
  constructor(private readonly page: Page) {}

  async goto(range: TimeRange, theme?: 'dark' | 'light'): Promise<void> {
    await this.open('', range, {}, theme);
    await this.heading('Providers').waitFor();
  }

  async gotoProvider(provider: string, range: TimeRange, theme?: 'dark' | 'light'): Promise<void> {
    await this.open('/provider', range, { provider }, theme);
    await this.heading(provider).waitFor();
  }

  async gotoDeployment(
    provider: string,
    deployment: string,
    range: TimeRange,
    theme?: 'dark' | 'light'
  ): Promise<void> {
    await this.open('/deployment', range, { provider, deployment }, theme);
    await this.heading(deployment).waitFor();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 1 });
  }

  /** Of the list of providers, or of a provider's deployments. */
  row(table: 'Providers' | 'Deployments', name: string): Locator {
    return this.page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });
  }

  panel(title: string): Locator {
    return this.page.getByTestId(`data-testid Panel header ${title}`);
  }

  breadcrumb(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name, exact: true });
  }

  private async open(
    path: string,
    { from, to }: TimeRange,
    names: Record<string, string>,
    theme: 'dark' | 'light' = 'dark'
  ): Promise<void> {
    const query = new URLSearchParams({ ...names, from: String(from), to: String(to), theme });
    await this.page.goto(`${ROOT}${path}?${query.toString()}`);
  }
}
