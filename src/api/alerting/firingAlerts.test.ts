import { alertRules } from '@llm-gateway/catalogue';
import { fakeApi } from '../testing/fakeGrafana';
import { readFiringAlerts } from './firingAlerts';

const GRAFANA = 'GET /api/prometheus/grafana/api/v1/rules';
const GATEWAY = 'GET /api/datasources/uid/eu/resources/alerts';
const AT = '2026-11-26T03:00:00Z';

const rule = (state: string, alerts: object[]) => ({ uid: 'a', state, health: 'ok', alerts });
const rules = (...of: object[]) => ({ data: { data: { groups: [{ rules: of }] } } });
const active = (labels: object, state = 'Alerting') => ({
  labels,
  state,
  activeAt: AT,
  annotations: { summary: 'openai fails' },
});
const told = (alert: string, labels: object) => ({
  alert,
  labels: { alertname: alert, ...labels },
  summary: 'openai fails',
  starts_at: AT,
  annotations: {},
});

const DOWN = { alertname: 'LLMGatewayProviderDown', severity: 'critical', provider: 'openai' };

it('joins what Grafana evaluates and what Alertmanager told, the worst first, each once', async () => {
  fakeApi({
    [GRAFANA]: rules(rule('firing', [active({ ...DOWN, grafana_folder: 'LLM Gateway' })])),
    [GATEWAY]: {
      data: {
        alerts: [
          told('LLMGatewayBudgetNearlySpent', { severity: 'warning', budget: 'team' }),
          told('LLMGatewayProviderDown', { severity: 'critical', provider: 'openai', job: 'llm-gateway' }),
        ],
      },
    },
  });
  const alerts = await readFiringAlerts('eu');
  expect(alerts.map(({ name, labels }) => [name, labels])).toEqual([
    ['LLMGatewayProviderDown', { provider: 'openai' }],
    ['LLMGatewayBudgetNearlySpent', { budget: 'team' }],
  ]);
  expect(alerts[0]).toMatchObject({ severity: 'critical', summary: 'openai fails', since: Date.parse(AT) });
});

it('leaves out what is pending, what is well and the rules of others', async () => {
  fakeApi({
    [GRAFANA]: rules(
      rule('pending', [active(DOWN, 'Pending')]),
      rule('firing', [active(DOWN, 'Pending'), active({ alertname: 'DiskFull' })])
    ),
    [GATEWAY]: { data: { alerts: [] } },
  });
  expect(await readFiringAlerts('eu')).toEqual([]);
});

it('does with the one that answers', async () => {
  fakeApi({ [GATEWAY]: { data: { alerts: [told('LLMGatewayProviderDown', {})] } } });
  expect(await readFiringAlerts('eu')).toHaveLength(1);
});

it('fails where neither answers', async () => {
  fakeApi({ [GATEWAY]: { status: 502, data: { error: { message: 'The gateway is not there.' } } } });
  await expect(readFiringAlerts('eu')).rejects.toThrow('The gateway is not there.');
});

it('knows every rule of the catalogue for one of ours', () => {
  expect(alertRules.map(({ name }) => name).filter((name) => !/^LLMGateway/.test(name))).toEqual([]);
});
