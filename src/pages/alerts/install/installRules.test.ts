import { alertRules, groupInterval } from '@llm-gateway/catalogue';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { conditionOf, withCondition } from '../ruleCondition';
import { ruleStandings } from '../ruleStanding';
import { installed, ruleNamed } from '../testing';
import { installableGroups, installRules } from './installRules';
import { isOutdated } from './isOutdated';

const RULE = ruleNamed('LLMGatewayEventLoopLag');
const GROUPS = [...new Set(alertRules.map(({ group }) => group))];
const puts = (status = 200) =>
  Object.fromEntries(
    GROUPS.map((group) => [
      `PUT /api/v1/provisioning/folder/f/rule-groups/${group}`,
      { status, data: status < 400 ? {} : { message: 'invalid contact point' } },
    ])
  );
const places = {
  'GET /api/folders?limit=1000': { data: [{ uid: 'f', title: 'LLM Gateway' }] },
  'GET /api/v1/provisioning/mute-timings': { data: [] },
};
const RECEIVERS = { critical: 'pager', warning: 'pager', info: '' };
const quiet = () => undefined;

it('writes every rule, with the chosen Prometheus and contact points', async () => {
  const requests = fakeApi({ ...places, ...puts() });
  const seen: string[] = [];
  await installRules({
    standings: ruleStandings([], []),
    prometheusUid: 'metrics',
    receivers: RECEIVERS,
    onProgress: (done, all) => seen.push(`${done}/${all}`),
  });
  const groups = requests.filter(({ method }) => method === 'PUT').map(({ data }) => data);
  expect(groups.map(({ title }) => title)).toEqual(GROUPS);
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.map(({ title }) => title).sort()).toEqual(alertRules.map(({ name }) => name).sort());
  expect(new Set(rules.map(({ data }) => data[0].datasourceUid))).toEqual(new Set(['metrics']));
  for (const { labels, notification_settings: notification } of rules) {
    expect(notification?.receiver).toBe(labels.severity === 'info' ? undefined : 'pager');
    // This Grafana has no such mute timing, and refuses to be told of one.
    expect(notification?.mute_time_intervals).toBeUndefined();
  }
  expect(groups.every(({ title, interval }) => interval === (groupInterval(title) === '1m' ? 60 : 10))).toBe(true);
  expect(seen.at(-1)).toBe(`${GROUPS.length}/${GROUPS.length}`);
});

it('keeps thresholds that were changed, and pauses', async () => {
  const mine = withCondition(installed(RULE, { provenance: '', isPaused: true }), { threshold: 3, for: '10m' });
  const requests = fakeApi({ ...places, ...puts() });
  const standings = ruleStandings([mine], []);
  await installRules({ standings, prometheusUid: 'metrics', receivers: RECEIVERS, onProgress: quiet });
  const written = requests
    .filter(({ method }) => method === 'PUT')
    .flatMap(({ data }) => data.rules)
    .find(({ uid }) => uid === RULE.uid);
  expect(conditionOf(written)).toEqual({ threshold: 3, for: '10m' });
  expect(written.isPaused).toBe(true);
});

it('leaves groups alone that a file provisioned', () => {
  expect(installableGroups(ruleStandings([installed(RULE)], []))).toEqual(GROUPS.filter((each) => each !== RULE.group));
});

it('fails with the reason that Grafana gives', async () => {
  fakeApi({ ...places, ...puts(400) });
  const standings = ruleStandings([], []);
  await expect(
    installRules({ standings, prometheusUid: 'metrics', receivers: RECEIVERS, onProgress: quiet })
  ).rejects.toMatchObject({ data: { message: 'invalid contact point' } });
});

it('takes a rule for outdated when its query or its texts are others, and not for its threshold', () => {
  const outdated = (rule: ReturnType<typeof installed>) =>
    isOutdated(ruleStandings([rule], []).find(({ rule: { uid } }) => uid === RULE.uid)!);
  const current = installed(RULE, { provenance: '' });
  expect(outdated(current)).toBe(false);
  expect(outdated(withCondition(current, { threshold: 9, for: '1h' }))).toBe(false);
  expect(outdated({ ...current, annotations: { summary: 'older' } })).toBe(true);
  const [query, comparison] = current.data;
  const older = { ...query!, model: { ...query!.model, expr: 'up' } };
  expect(outdated({ ...current, data: [older, comparison!] })).toBe(true);
  expect(outdated({ ...current, provenance: 'file', annotations: {} })).toBe(false);
});
