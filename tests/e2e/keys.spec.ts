import { expect, test } from '@grafana/plugin-e2e';
import OpenAI from 'openai';
import { KeysPage } from './pages/KeysPage';
import { environment } from './support/environment';
import { listModels } from './support/gateway';

/** A request by the official client with one key. */
async function ask(secret: string): Promise<string> {
  const client = new OpenAI({ apiKey: secret, baseURL: `${environment.gatewayUrl()}/v1`, maxRetries: 3 });
  const [model] = await listModels();
  const { choices } = await client.chat.completions.create({
    model: model!,
    messages: [{ role: 'user', content: 'What is an error budget?' }],
    max_tokens: 40,
  });
  return choices[0]?.message.content ?? '';
}

const refused = (secret: string) =>
  ask(secret).then(
    () => 200,
    (error: { status?: number }) => error.status
  );

test('a key is made, used by a real client, seen to spend, rotated and revoked', async ({ page }) => {
  const name = `e2e-${Date.now()}`;
  const keys = new KeysPage(page);
  await keys.goto();
  const secret = await keys.create(name, { team: 'e2e', budgetUsd: 5 });
  await expect(page.getByText(secret)).toHaveCount(0);

  expect(await ask(secret)).not.toBe('');
  await expect(async () => {
    await keys.goto(`?q=${name}`);
    await expect(keys.row(name)).toContainText(/\$0\.\d+ of \$5\.00 a month/, { timeout: 2_000 });
    await expect(keys.row(name)).not.toContainText('$0.00 of $5.00', { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });

  await keys.open(name);
  const second = await keys.rotate(name, 'Not at all');
  expect(second).not.toBe(secret);
  expect(await refused(secret)).toBe(401);
  expect(await ask(second)).not.toBe('');

  await keys.revoke(name);
  await expect(keys.row(name)).toContainText('Revoked');
  expect(await refused(second)).toBe(401);
});

test('what the gateway refuses is said on the field that it names', async ({ page }) => {
  const keys = new KeysPage(page);
  await keys.goto();
  await keys.newKeyButton.click();
  await keys.drawer.getByLabel('Name').first().fill('e2e-refused');
  await keys.drawer.getByLabel('Addresses').fill('nowhere');
  await keys.drawer.getByLabel('Addresses').press('Enter');
  await keys.drawer.getByRole('button', { name: 'Create key' }).click();
  await expect(keys.drawer.getByText('is neither an address nor a network')).toBeVisible();
});
