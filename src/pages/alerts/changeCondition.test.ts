import { fakeApi } from '../../api/testing/fakeGrafana';
import { changeCondition, resetCondition, SILENCE_COMMENT } from './changeCondition';
import { CUSTOM_FOLDER, customUid } from './customUid';
import { conditionOf, withCondition } from './ruleCondition';
import { ruleStandings } from './ruleStanding';
import { installed, ruleNamed } from './testing';

const RULE = ruleNamed('LLMGatewayEventLoopLag');
const NEIGHBOUR = ruleNamed('LLMGatewayConfigReloadFailed');
const COPY = withCondition(installed(RULE, { uid: customUid(RULE), provenance: '', folderUID: 'own' }), {
  threshold: 1,
  for: '5m',
});
const TO = { threshold: 0.5, for: '2m' };
const SILENCES = '/api/alertmanager/grafana/api/v2/silences';
const GROUP = `PUT /api/v1/provisioning/folder/own/rule-groups/${RULE.group}`;

const standing = (...rules: Array<ReturnType<typeof installed>>) =>
  ruleStandings(rules, []).find(({ rule }) => rule === RULE)!;

it('changes an installed rule in place', async () => {
  const requests = fakeApi({ [`PUT /api/v1/provisioning/alert-rules/${RULE.uid}`]: { data: {} } });
  await changeCondition(standing(installed(RULE, { provenance: '' })), TO);
  expect(requests).toHaveLength(1);
  expect(requests[0]?.headers).toEqual({ 'X-Disable-Provenance': 'true' });
  expect(conditionOf(requests[0]?.data)).toEqual(TO);
});

it('puts a copy in the place of a provisioned rule, beside the copies there are, and silences the provisioned one', async () => {
  const neighbour = installed(NEIGHBOUR, { uid: customUid(NEIGHBOUR), provenance: '', folderUID: 'own' });
  const requests = fakeApi({
    'GET /api/folders?limit=1000': { data: [{ uid: 'own', title: CUSTOM_FOLDER }] },
    'GET /api/v1/provisioning/alert-rules': { data: [installed(RULE), installed(NEIGHBOUR), neighbour] },
    [GROUP]: { data: {} },
    [`POST ${SILENCES}`]: { data: {} },
  });
  await changeCondition(standing(installed(RULE)), TO);
  const group = requests.find(({ method }) => method === 'PUT')?.data;
  expect(group).toMatchObject({ title: RULE.group, folderUid: 'own', interval: 10 });
  expect(group.rules.map(({ uid }: { uid: string }) => uid)).toEqual([customUid(NEIGHBOUR), customUid(RULE)]);
  expect(group.rules[1]).not.toHaveProperty('provenance');
  // Grafana would take it for the provisioned rule, and refuse it.
  expect(group.rules[1]).not.toHaveProperty('id');
  expect(conditionOf(group.rules[1])).toEqual(TO);
  expect(requests.at(-1)?.data).toMatchObject({
    matchers: [{ name: '__alert_rule_uid__', value: RULE.uid }],
    comment: SILENCE_COMMENT,
  });
});

it('makes the folder when there is none', async () => {
  const requests = fakeApi({
    'GET /api/folders?limit=1000': { data: [] },
    'POST /api/folders': { data: { uid: 'own', title: CUSTOM_FOLDER } },
    'GET /api/v1/provisioning/alert-rules': { data: [installed(RULE)] },
    [GROUP]: { data: {} },
    [`POST ${SILENCES}`]: { data: {} },
  });
  await changeCondition(standing(installed(RULE)), TO);
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toContain(GROUP);
});

it('takes copy and silence back, and leaves the silences of people', async () => {
  const silence = (id: string, comment: string, state = 'active') => ({
    id,
    comment,
    status: { state },
    matchers: [{ name: '__alert_rule_uid__', value: RULE.uid }],
  });
  const requests = fakeApi({
    [`GET ${SILENCES}`]: {
      data: [
        silence('ours', SILENCE_COMMENT),
        silence('theirs', 'holidays'),
        silence('old', SILENCE_COMMENT, 'expired'),
      ],
    },
    'DELETE /api/alertmanager/grafana/api/v2/silence/ours': { data: {} },
    [`DELETE /api/v1/provisioning/alert-rules/${customUid(RULE)}`]: { status: 204, data: undefined },
  });
  await resetCondition(standing(installed(RULE), COPY));
  expect(requests.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
    '/api/alertmanager/grafana/api/v2/silence/ours',
    `/api/v1/provisioning/alert-rules/${customUid(RULE)}`,
  ]);
});

it('gives an installed rule its own condition back', async () => {
  const requests = fakeApi({ [`PUT /api/v1/provisioning/alert-rules/${RULE.uid}`]: { data: {} } });
  await resetCondition(standing(withCondition(installed(RULE, { provenance: '' }), TO)));
  expect(conditionOf(requests[0]?.data)).toEqual({ threshold: 0.25, for: '5m' });
});
