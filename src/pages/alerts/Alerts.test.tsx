import React from 'react';
import { OrgRole } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { alertRules, PROMETHEUS_UID } from '@llm-gateway/catalogue';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Router } from 'react-router-dom';
import { asUser } from '../../api/testing/asUser';
import { fakeApi, fakeDataSources } from '../../api/testing/fakeGrafana';
import { PROMETHEUS_ID } from '../../constants';
import { Alerts } from './Alerts';
import { conditionOf } from './ruleCondition';
import { evaluated, installed, ruleNamed, statesAnswer } from './testing';

const RULE = ruleNamed('LLMGatewayEventLoopLag');
const RESOURCES = '/api/datasources/uid/gateway/resources';
const RULES = 'GET /api/v1/provisioning/alert-rules';
const STATES = 'GET /api/prometheus/grafana/api/v1/rules';
const SIMULATOR = `GET ${RESOURCES}/simulator`;

const simulated = (...names: string[]) => ({
  data: { providers: names.map((name) => ({ name, configured: {}, current: {}, override: null, models: [] })) },
});
const rest = {
  'GET /api/v1/provisioning/contact-points': { data: [{ name: 'LLM Gateway warning', type: 'webhook' }] },
  [SIMULATOR]: simulated('sim-openai'),
  [`GET ${RESOURCES}/events?type=alert_firing%2Calert_resolved&order=desc&limit=20`]: {
    data: { events: [], partial: false },
  },
};

beforeEach(() => {
  asUser(OrgRole.Admin);
  fakeDataSources({ uid: PROMETHEUS_UID, name: 'Metrics', type: PROMETHEUS_ID });
  // One of the rules: a table of all of them takes jsdom long.
  locationService.push('/a/llmgateway-app/alerts?q=eventlooplag');
});

function show() {
  render(
    <Router navigator={locationService.getHistory()} location={locationService.getLocation()}>
      <Alerts gatewayUid="gateway" />
    </Router>
  );
}

const all = alertRules.map((rule) => installed(rule));

it('shows the rules with their states, and what they found', async () => {
  const alerts = [
    { labels: { alertname: RULE.name, instance: 'gw-1' }, state: 'Alerting', activeAt: null, annotations: {} },
  ];
  const states = all.map(({ uid }) =>
    uid === RULE.uid ? evaluated(uid, { state: 'firing', alerts }) : evaluated(uid)
  );
  fakeApi({ [RULES]: { data: all }, [STATES]: statesAnswer(...states), ...rest });
  show();
  const [, first] = await screen.findAllByRole('row');
  expect(first).toHaveTextContent('Firing');
  expect(first).toHaveTextContent('> 0.25 s for 5m');
  expect(first).toHaveTextContent('LLM Gateway warning');
  expect(screen.getByText(`${all.length - 1} Normal`)).toBeInTheDocument();
  await userEvent.click(within(first!).getByRole('button', { name: /expand/i }));
  expect(screen.getByText('instance=gw-1')).toBeInTheDocument();
});

it('keeps what the rules are filtered by while another tab is looked at', async () => {
  fakeApi({ [RULES]: { data: all }, [STATES]: statesAnswer(...all.map(({ uid }) => evaluated(uid))), ...rest });
  show();
  await userEvent.click(await screen.findByRole('tab', { name: 'Who is told' }));
  expect(locationService.getSearchObject()).toMatchObject({ tab: 'told', q: 'eventlooplag' });
});

it('says why the rules cannot be read', async () => {
  fakeApi({ [RULES]: { status: 403, data: { message: 'You need the permission alert.rules:read' } }, ...rest });
  show();
  expect(await screen.findByRole('alert')).toHaveTextContent('You need the permission alert.rules:read');
});

it('edits a threshold, with what is wrong with it at the field', async () => {
  const mine = installed(RULE, { provenance: '' });
  const requests = fakeApi({
    [RULES]: { data: [mine] },
    [STATES]: statesAnswer(evaluated(RULE.uid)),
    [`PUT /api/v1/provisioning/alert-rules/${RULE.uid}`]: { data: {} },
    ...rest,
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: `Edit threshold of ${RULE.name}` }));
  const field = screen.getByLabelText(/^Fires above/);
  await userEvent.clear(field);
  expect(screen.getByText('Type a number, such as 0.25.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await userEvent.type(field, '0.5');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(conditionOf(requests.find(({ method }) => method === 'PUT')?.data)).toEqual({ threshold: 0.5, for: '5m' });
});

it('shows shares in percent, and saves what the query compares them with', async () => {
  const ratio = ruleNamed('LLMGatewayHighErrorRate');
  locationService.push(`/a/llmgateway-app/alerts?q=${ratio.name}`);
  const requests = fakeApi({
    [RULES]: { data: [installed(ratio, { provenance: '' })] },
    [STATES]: statesAnswer(evaluated(ratio.uid)),
    [`PUT /api/v1/provisioning/alert-rules/${ratio.uid}`]: { data: {} },
    ...rest,
  });
  show();
  expect((await screen.findAllByRole('row'))[1]).toHaveTextContent('> 5 % for 5m');
  await userEvent.click(screen.getByRole('button', { name: `Edit threshold of ${ratio.name}` }));
  const field = screen.getByLabelText(/^Fires above/);
  expect(field).toHaveValue('5');
  expect(screen.getByText('It comes with 5 %.')).toBeInTheDocument();
  await userEvent.clear(field);
  await userEvent.type(field, '7');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(conditionOf(requests.find(({ method }) => method === 'PUT')?.data)?.threshold).toBe(0.07);
});

it('gives the reason when Grafana refuses a change, and keeps what was typed', async () => {
  fakeApi({
    [RULES]: { data: [installed(RULE, { provenance: '' })] },
    [STATES]: statesAnswer(evaluated(RULE.uid)),
    [`PUT /api/v1/provisioning/alert-rules/${RULE.uid}`]: { status: 400, data: { message: 'invalid alert rule' } },
    ...rest,
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: `Edit threshold of ${RULE.name}` }));
  await userEvent.type(screen.getByLabelText(/^Fires above/), '5');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent('invalid alert rule');
  expect(screen.getByLabelText(/^Fires above/)).toHaveValue('0.255');
});

it('says how many rules are missing, and that an admin can install them', async () => {
  fakeApi({ [RULES]: { data: [] }, [STATES]: statesAnswer(), ...rest });
  show();
  expect(
    await screen.findByText(`Rules not installed: ${alertRules.length}. Rules of an older version: 0.`)
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Install into Grafana Alerting' }));
  expect(screen.getByRole('dialog')).toHaveTextContent('Contact point of critical alerts');
});

it.each([OrgRole.Editor, OrgRole.Viewer])('lets %ss look, and change nothing', async (role) => {
  asUser(role);
  fakeApi({ [RULES]: { data: [installed(RULE)] }, [STATES]: statesAnswer(evaluated(RULE.uid)), ...rest });
  show();
  expect(await screen.findByRole('link', { name: RULE.name })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Edit threshold/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Install/ })).not.toBeInTheDocument();
});

describe('fire drill', () => {
  beforeEach(() => locationService.push('/a/llmgateway-app/alerts?tab=drill'));

  const readable = { [RULES]: { data: all }, [STATES]: statesAnswer(...all.map(({ uid }) => evaluated(uid))), ...rest };

  it('breaks the chosen provider for five minutes, and goes into the URL', async () => {
    const requests = fakeApi({ ...readable, [`PATCH ${RESOURCES}/simulator/sim-openai`]: { data: {} } });
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Begin the drill' }));
    await waitFor(() => expect(locationService.getSearch().get('drill')).toBe('sim-openai'));
    expect(requests.find(({ method }) => method === 'PATCH')?.data).toMatchObject({
      for_seconds: 300,
      behaviour: { outages: [{ every_seconds: 1, for_seconds: 1 }] },
    });
  });

  it.each([OrgRole.Editor, OrgRole.Viewer])('is not for %ss', async (role) => {
    asUser(role);
    fakeApi(readable);
    show();
    expect(await screen.findByText('Only admins of this Grafana organisation can begin a drill.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /drill/ })).not.toBeInTheDocument();
  });

  it('does not break providers that are real', async () => {
    fakeApi({ ...readable, [SIMULATOR]: simulated() });
    show();
    expect(await screen.findByText(/This gateway has no simulated provider/)).toBeInTheDocument();
  });

  it('follows a drill that is under way', async () => {
    locationService.push('/a/llmgateway-app/alerts?tab=drill&drill=sim-openai&drill-from=1764129600000');
    const outages = { behaviour: { outages: [{}] }, until: '2025-11-26T04:05:00.000Z' };
    fakeApi({
      ...readable,
      [SIMULATOR]: { data: { providers: [{ name: 'sim-openai', override: outages }] } },
      [`GET ${RESOURCES}/deployments`]: {
        data: { deployments: [{ provider: 'sim-openai', provider_status: 'failing' }] },
      },
      [`GET ${RESOURCES}/events?type=alert_firing%2Calert_resolved&order=desc&limit=100&from=1764129600000`]: {
        data: { events: [], partial: false },
      },
    });
    show();
    const steps = await screen.findByRole('list', { name: 'Steps of the drill' });
    await waitFor(() => expect(within(steps).getAllByRole('img', { name: 'Done' })).toHaveLength(2));
    expect(within(steps).getAllByRole('img', { name: 'Waiting' })).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Mend it now' })).toBeInTheDocument();
  });
});
