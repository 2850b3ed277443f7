import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TestGateway } from '../support/gateway.js';

/** Requests at once for a model that takes one at a time. */
const CROWD = 6;

/** What happens to a gateway besides its clients: a crowd, a wrong key, alerts, and configurations good and bad. */
export async function disturb(gateway: TestGateway): Promise<void> {
  const body = { model: 'one-at-a-time', messages: [{ role: 'user', content: 'Hello' }] };
  await Promise.all(Array.from({ length: CROWD }, async () => (await gateway.chat(body)).text()));
  await (await gateway.chat(body, { headers: { authorization: 'Bearer wrong' } })).text();
  await relayAlert(gateway);
  await reload(gateway);
}

async function relayAlert(gateway: TestGateway): Promise<void> {
  const startsAt = new Date().toISOString();
  const labels = { alertname: 'Tested', severity: 'warning', at: startsAt };
  const headers = { authorization: `Bearer ${gateway.secret('alerts-token')}`, 'content-type': 'application/json' };
  const answer = await fetch(`${gateway.url}/api/v1/alerts/webhook`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      version: '4',
      status: 'firing',
      alerts: [{ status: 'firing', labels, annotations: {}, startsAt }],
    }),
  });
  expect({ status: answer.status, body: await answer.text() }).toMatchObject({ status: 200 });
}

async function reload(gateway: TestGateway): Promise<void> {
  const file = join(gateway.directory, 'gateway.yaml');
  const good = readFileSync(file, 'utf8');
  for (const changed of [`${good}nonsense: true\n`, `${good}# ${Date.now()}\n`]) {
    writeFileSync(file, changed);
    const headers = { authorization: `Bearer ${gateway.adminToken}` };
    await (await fetch(`${gateway.url}/api/v1/config/reload`, { method: 'POST', headers })).text();
  }
}
