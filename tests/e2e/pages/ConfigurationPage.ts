import type { Locator, Page } from '@playwright/test';

/** The app's configuration: among its own pages, and as a tab of the plugin's page. */
export class ConfigurationPage {
  constructor(private readonly page: Page) {}

  async goto(): Promise<void> {
    await this.page.goto('/a/llmgateway-app/configuration');
    await this.saveButton.waitFor();
  }

  async gotoTab(tab: 'connection' | 'providers' | 'models' | 'prices'): Promise<void> {
    await this.page.goto(`/a/llmgateway-app/configuration?tab=${tab}`);
    await this.page.getByRole('tab', { name: 'Connection' }).waitFor();
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

  get readOnlyNote(): Locator {
    return this.page.getByText('Changes take the role Admin');
  }

  /** A form, or what there is to say about one thing that is set up. */
  get drawer(): Locator {
    return this.page.getByRole('dialog').first();
  }

  async closeDrawer(): Promise<void> {
    await this.drawer.getByRole('button', { name: 'Close', exact: true }).click();
    await this.drawer.waitFor({ state: 'detached' });
  }

  /** A step of the first run. */
  step(title: string): Locator {
    return this.page.getByRole('listitem', { name: title });
  }

  provider(name: string): Locator {
    return this.page.getByRole('button', { name: `Open the provider ${name}`, exact: true });
  }

  async openProvider(name: string): Promise<void> {
    await this.provider(name).click();
  }

  async addProvider(name: string, { type, url, key }: { type: string; url: string; key: string }): Promise<void> {
    await this.page.getByRole('button', { name: 'Add provider' }).click();
    await this.drawer.getByLabel('Name').first().fill(name);
    await this.drawer.getByRole('combobox').fill(type);
    await this.page.getByRole('option', { name: type, exact: true }).click();
    await this.drawer.getByLabel('Address').fill(url);
    await this.drawer.getByLabel('API key').fill(key);
    await this.drawer.getByRole('button', { name: 'Save provider' }).click();
    await this.provider(name).waitFor();
  }

  /** Disables the provider that is open, or enables it again. */
  async turn(name: string, how: 'Disable' | 'Enable'): Promise<void> {
    await this.drawer.getByRole('button', { name: `${how} the provider ${name}` }).click();
    await this.page
      .getByRole('dialog', { name: `${how} ${name}` })
      .getByRole('button', { name: how })
      .click();
    const undo = how === 'Disable' ? 'Enable' : 'Disable';
    await this.drawer.getByRole('button', { name: `${undo} the provider ${name}` }).waitFor();
  }

  /** What a test, or saving, came to. */
  outcome(text: string | RegExp): Locator {
    return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text });
  }
}
