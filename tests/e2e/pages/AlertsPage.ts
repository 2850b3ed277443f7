import { expect, type Locator, type Page } from '@playwright/test';

/** The app's Alerts page. */
export class AlertsPage {
  constructor(private readonly page: Page) {}

  /** With the rules that the text finds. */
  async goto(text: string): Promise<void> {
    await this.page.goto(`/a/llmgateway-app/alerts?q=${encodeURIComponent(text)}`);
    await expect(this.rule(text)).toBeVisible({ timeout: 30_000 });
  }

  async gotoDrill(): Promise<void> {
    await this.page.goto('/a/llmgateway-app/alerts?tab=drill');
    await expect(this.page.getByRole('button', { name: 'Begin the drill' })).toBeEnabled({ timeout: 30_000 });
  }

  rule(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  async openEditor(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Edit threshold of ${name}` }).click();
    return this.page.getByRole('dialog');
  }

  async changeCondition(name: string, threshold: string, duration: string): Promise<void> {
    const editor = await this.openEditor(name);
    await editor.getByLabel(/^Fires (above|below)/).fill(threshold);
    await editor.getByLabel(/^For/).fill(duration);
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(editor).toBeHidden({ timeout: 20_000 });
  }

  async resetCondition(name: string): Promise<void> {
    const editor = await this.openEditor(name);
    await editor.getByRole('button', { name: 'Reset' }).click();
    await expect(editor).toBeHidden({ timeout: 20_000 });
  }

  /** Breaks the provider for two minutes. */
  async beginDrill(provider: string): Promise<void> {
    await this.choose('Simulated provider', provider);
    await this.choose('For', '2 minutes');
    await this.page.getByRole('button', { name: 'Begin the drill' }).click();
  }

  step(text: string | RegExp): Locator {
    return this.page.getByRole('list', { name: 'Steps of the drill' }).getByRole('listitem').filter({ hasText: text });
  }

  done(step: Locator): Locator {
    return step.getByRole('img', { name: 'Done' });
  }

  private async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
