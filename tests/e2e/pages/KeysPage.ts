import type { Locator, Page } from '@playwright/test';

/** Keys and teams, as a user sees them. */
export class KeysPage {
  constructor(private readonly page: Page) {}

  async goto(search = ''): Promise<void> {
    await this.page.goto(`/a/llmgateway-app/keys${search}`);
    await this.page.getByRole('tab', { name: 'Keys' }).waitFor();
  }

  get newKeyButton(): Locator {
    return this.page.getByRole('button', { name: 'New key' });
  }

  /** The drawer: a form, or what there is to say about one key. */
  get drawer(): Locator {
    return this.page.getByRole('dialog').first();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('button', { name: `Open the key ${name}` }) });
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Open the key ${name}`, exact: true }).click();
  }

  /** Makes a key with a budget. @returns its secret, which is gone from the page afterwards */
  async create(name: string, { team, budgetUsd }: { team: string; budgetUsd: number }): Promise<string> {
    await this.newKeyButton.click();
    await this.drawer.getByLabel('Name', { exact: false }).first().fill(name);
    await this.drawer.getByLabel('Team').first().fill(team);
    await this.drawer.getByText('Hold it to a budget').click();
    await this.drawer.getByLabel('Most to be spent').fill(String(budgetUsd));
    await this.drawer.getByRole('button', { name: 'Create key' }).click();
    return this.readSecret(name);
  }

  async rotate(name: string, grace: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Rotate' }).click();
    await this.page.getByRole('radio', { name: grace }).click();
    await this.page.getByRole('button', { name: 'Make a new secret' }).click();
    return this.readSecret(name);
  }

  async revoke(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Revoke', exact: true }).click();
    const confirmation = this.page.getByRole('dialog', { name: `Revoke ${name}` });
    await confirmation.getByPlaceholder(`Type "${name}" to confirm`).fill(name);
    await confirmation.getByRole('button', { name: 'Revoke' }).click();
    await confirmation.waitFor({ state: 'hidden' });
  }

  private async readSecret(name: string): Promise<string> {
    const shown = this.page.getByRole('dialog', { name: `The secret of ${name}` });
    const secret = (await shown.locator('pre').first().textContent()) ?? '';
    await shown.getByRole('button', { name: 'I have copied it' }).click();
    await shown.waitFor({ state: 'hidden' });
    return secret;
  }
}
