import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sign, verifySignature } from '../../gateway/src/webhooks/signature.js';
import { TestAlertmanager, hasAlertmanager } from '../support/alertmanager.js';
import { TestGateway, configuration } from '../support/gateway.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

const SECRET = 'a-secret-of-some-length';

let calls: Array<{ readonly headers: IncomingHttpHeaders; readonly body: string }>;
let receiver: Server;
let gateway: TestGateway;
const alertmanagers: TestAlertmanager[] = [];

beforeAll(async () => {
  calls = [];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  gateway = await TestGateway.start(
    configuration(`
providers: [{ name: demo, type: simulator }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
webhooks: [{ name: pager, url: "http://127.0.0.1:${port}/hook", secret: ${SECRET}, events: [alert.firing, alert.resolved] }]
`)
  );
});
afterAll(async () => {
  await Promise.all(alertmanagers.map((each) => each.remove()));
  await gateway.remove();
  receiver.closeAllConnections();
  receiver.close();
});

interface Told {
  readonly type: string;
  readonly alert: string;
}
async function told(): Promise<readonly Told[]> {
  const answer = await gateway.get('/api/v1/events?type=alert_firing,alert_resolved', gateway.adminToken);
  return ((await answer.json()) as { events: Told[] }).events;
}
async function firing(token: string): Promise<readonly Told[]> {
  return ((await (await gateway.get('/api/v1/alerts', token)).json()) as { alerts: Told[] }).alerts;
}

const testWithAlertmanager = hasAlertmanager ? test : test.skip;
const suffix = hasAlertmanager ? '' : ' (Alertmanager is not on PATH)';

testWithAlertmanager(
  `what two Alertmanagers send becomes one event and one signed call for each beginning and end${suffix}`,
  async () => {
    const config = {
      route: { receiver: 'relay', group_by: ['...'], group_wait: '0s', group_interval: '1s', repeat_interval: '1s' },
      receivers: [
        {
          name: 'relay',
          webhook_configs: [
            {
              url: `${gateway.url}/api/v1/alerts/webhook`,
              send_resolved: true,
              http_config: { authorization: { credentials_file: gateway.secretFile('alerts-token') } },
            },
          ],
        },
      ],
    };
    alertmanagers.push(await TestAlertmanager.start(config), await TestAlertmanager.start(config));
    const alert = {
      labels: { alertname: 'ProviderDown', severity: 'critical', provider: 'groq' },
      annotations: { summary: 'groq fails' },
      startsAt: new Date(Date.now() - 1_000).toISOString(),
    };
    const both = (fields: object) => Promise.all(alertmanagers.map((each) => each.post([{ ...alert, ...fields }])));

    await both({ endsAt: new Date(Date.now() + 60_000).toISOString() });
    await until(async () => (await firing(gateway.secret('viewer-token'))).length === 1, 30_000);
    // Long enough for both to repeat it.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await both({ endsAt: new Date().toISOString() });
    await until(async () => (await told()).length === 2 && calls.length === 2, 30_000);
    await new Promise((resolve) => setTimeout(resolve, 2_000));

    expect(await firing(gateway.adminToken)).toEqual([]);
    expect(await told()).toMatchObject([
      { type: 'alert_firing', alert: 'ProviderDown', severity: 'critical', source: 'alertmanager' },
      { type: 'alert_resolved', alert: 'ProviderDown', labels: alert.labels, summary: 'groq fails' },
    ]);
    expect(calls.map(({ headers }) => headers['x-llm-gateway-event'])).toEqual(['alert.firing', 'alert.resolved']);
    for (const { headers, body } of calls) {
      const [timestamp, signature] = [headers['x-llm-gateway-timestamp'], headers['x-llm-gateway-signature']];
      expect(verifySignature(SECRET, String(timestamp), body, String(signature), Date.now(), 30)).toBe(true);
      expect(JSON.parse(body)).toMatchObject({
        alert: 'ProviderDown',
        severity: 'critical',
        fingerprint: expect.stringMatching(/./),
      });
    }
    const samples = await gateway.metrics();
    for (const status of ['firing', 'resolved']) {
      expect(samples.sum('llm_gateway_alerts_received_total', { severity: 'critical', status })).toBe(1);
    }
  }
);

test('the alerts token opens the relay and nothing else', async () => {
  const token = gateway.secret('alerts-token');
  for (const path of ['/api/v1/alerts', '/api/v1/events', '/api/v1/status', '/metrics', '/v1/models']) {
    expect([path, (await gateway.get(path, token)).status]).toEqual([path, 401]);
  }
  const body = JSON.stringify({ alerts: [] });
  const post = async (headers: Record<string, string>) =>
    (await fetch(`${gateway.url}/api/v1/alerts/webhook`, { method: 'POST', headers, body })).status;
  expect(await post({ authorization: `Bearer ${token}` })).toBe(200);
  expect(await post({ authorization: `Bearer ${gateway.secret('viewer-token')}` })).toBe(401);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signed = {
    'x-llm-gateway-timestamp': timestamp,
    'x-llm-gateway-signature': sign(token, timestamp, body),
  };
  expect(await post(signed)).toBe(200);
  expect(await post(signed)).toBe(409);
});
