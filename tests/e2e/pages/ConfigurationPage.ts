import type { Locator, Page } from '@playwright/test';

/** The app's configuration: among its own pages, and as a tab of the plugin's page. */
export class ConfigurationPage {
  constructor(private readonly page: Page) {}

  async goto(): Promise<void> {
    await this.page.goto('/a/llmgateway-app/configuration');
    await this.saveButton.waitFor();
  }

  async gotoPluginTab(): Promise<void> {
    await this.page.goto('/plugins/llmgateway-app?page=configuration');
    await this.saveButton.waitFor();
  }

  async test(dataSource: 'LLM Gateway' | 'Prometheus'): Promise<void> {
    await this.page.getByRole('button', { name: `Test ${dataSource}` }).click();
  }

  get saveButton(): Locator {
    return this.page.getByRole('button', { name: 'Save', exact: true });
  }

  /** What a test, or saving, came to. */
  outcome(text: string | RegExp): Locator {
    return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text });
  }
}
