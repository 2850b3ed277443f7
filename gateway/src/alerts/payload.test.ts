import { GatewayError } from '../errors/gatewayError.js';
import { parseNotification } from './payload.js';

const NOW = Date.UTC(2026, 10, 25, 23);
const FIRING = {
  status: 'firing',
  labels: { alertname: 'ProviderDown', severity: 'critical', provider: 'groq' },
  annotations: { summary: 'groq fails' },
  startsAt: '2026-11-25T22:30:00.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus:9090/graph?g0.expr=up',
  fingerprint: '02a8a3b5e8a7a7a1',
};

const parse = (payload: unknown) => parseNotification(JSON.stringify(payload), NOW);
const alertWith = (fields: object) => ({ version: '4', alerts: [FIRING, { ...FIRING, ...fields }] });

test("Alertmanager's payload", () => {
  const payload = { version: '4', groupKey: '{}:{}', truncatedAlerts: 0, status: 'firing', receiver: 'relay' };
  expect(parse({ ...payload, alerts: [FIRING] })).toEqual([
    {
      fingerprint: FIRING.fingerprint,
      status: 'firing',
      source: 'alertmanager',
      labels: FIRING.labels,
      annotations: FIRING.annotations,
      startsAt: Date.parse('2026-11-25T22:30:00.123Z'),
      endsAt: undefined,
      generatorUrl: FIRING.generatorURL,
    },
  ]);
});

test("Grafana's payload", () => {
  const more = { values: { B: 1 }, valueString: '[ var=B ]', dashboardURL: '', panelURL: '', silenceURL: 'http://g/s' };
  const resolved = { ...FIRING, ...more, status: 'resolved', endsAt: '2026-11-25T23:45:00+01:00' };
  const payload = { version: '1', orgId: 1, title: '[RESOLVED]', state: 'ok', message: '', alerts: [resolved] };
  expect(parse(payload)).toMatchObject([
    { source: 'grafana', status: 'resolved', endsAt: Date.parse('2026-11-25T22:45:00Z') },
  ]);
});

test('what senders leave out is made up for', () => {
  const { fingerprint, annotations, generatorURL, endsAt, ...least } = FIRING;
  const [alert, same, other] = parse({
    alerts: [
      { ...least, status: 'resolved' },
      { ...least, labels: Object.fromEntries(Object.entries(least.labels).reverse()) },
      { ...least, labels: { ...least.labels, provider: 'openai' } },
    ],
  });
  expect(alert).toMatchObject({ annotations: {}, endsAt: NOW, generatorUrl: undefined });
  expect(alert?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(same?.fingerprint).toBe(alert?.fingerprint);
  expect(other?.fingerprint).not.toBe(alert?.fingerprint);
});

test('long annotations are cut, links that are none are left out, and what PostgreSQL cannot keep is replaced', () => {
  const [, alert] = parse(
    alertWith({
      annotations: { summary: 'a\0b\ud800', description: 'x'.repeat(10_000) },
      generatorURL: 'javascript:alert(1)',
    })
  );
  expect(alert?.annotations['summary']).toBe('a\ufffdb\ufffd');
  expect(alert?.annotations['description']).toHaveLength(4_096);
  expect(alert?.generatorUrl).toBeUndefined();
});

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`l${index}`, 'x']));

test.each([
  ['not json', '{', 'the body'],
  ['no object', '[]', 'the body'],
  ['no alerts', '{"version":"4"}', 'alerts'],
  ['too many', JSON.stringify({ alerts: Array(1_001).fill(FIRING) }), 'alerts'],
  ['no alert', '{"alerts":[null]}', 'alerts[0]'],
  ['status', JSON.stringify(alertWith({ status: 'pending' })), 'alerts[1].status'],
  ['no labels', JSON.stringify(alertWith({ labels: undefined })), 'alerts[1].labels'],
  ['no name', JSON.stringify(alertWith({ labels: { severity: 'info' } })), 'alerts[1].labels.alertname'],
  ['label is no text', JSON.stringify(alertWith({ labels: { alertname: 'A', n: 1 } })), 'alerts[1].labels.n'],
  [
    'label too long',
    JSON.stringify(alertWith({ labels: { alertname: 'x'.repeat(2_049) } })),
    'alerts[1].labels.alertname',
  ],
  ['too many labels', JSON.stringify(alertWith({ labels: { alertname: 'A', ...many(64) } })), 'alerts[1].labels'],
  ['annotations', JSON.stringify(alertWith({ annotations: 'text' })), 'alerts[1].annotations'],
  ['no start', JSON.stringify(alertWith({ startsAt: undefined })), 'alerts[1].startsAt'],
  ['start', JSON.stringify(alertWith({ startsAt: 'yesterday' })), 'alerts[1].startsAt'],
  ['end', JSON.stringify(alertWith({ status: 'resolved', endsAt: 7 })), 'alerts[1].endsAt'],
  ['fingerprint', JSON.stringify(alertWith({ fingerprint: 'a b' })), 'alerts[1].fingerprint'],
])('refuses %s by its name', (_what, body, param) => {
  let thrown: unknown;
  try {
    parseNotification(body, NOW);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(GatewayError);
  expect(thrown).toMatchObject({ status: 400, param, message: expect.stringContaining(param) });
});
