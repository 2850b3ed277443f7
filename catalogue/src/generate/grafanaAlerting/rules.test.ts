import { parse } from 'yaml';

import { alertRules } from '../../alerts/index.js';
import { grafanaAlerting } from '../grafanaAlerting.js';
import { type GrafanaReceivers, grafanaContactPoints } from './contactPoints.js';

interface Rule {
  readonly uid: string;
  readonly title: string;
  readonly noDataState: string;
  readonly execErrState: string;
  readonly labels: { readonly severity: string };
  readonly annotations: Readonly<Record<string, string>>;
  readonly notification_settings: {
    readonly receiver: string;
    readonly group_by: readonly string[];
    readonly mute_time_intervals?: readonly string[];
  };
}
interface Provisioned {
  readonly groups?: ReadonlyArray<{ readonly rules: readonly Rule[] }>;
  readonly contactPoints?: ReadonlyArray<{ readonly name: string; readonly receivers: ReadonlyArray<{ uid: string }> }>;
  readonly muteTimes?: ReadonlyArray<{ readonly name: string }>;
  readonly templates?: ReadonlyArray<{ readonly template: string }>;
}

const files = grafanaAlerting().map(({ text }) => parse(text) as Provisioned);
const rules = files.flatMap(({ groups = [] }) => groups).flatMap((group) => group.rules);
const contactPoints = files.flatMap(({ contactPoints: points = [] }) => points);
const muteTimes = files.flatMap(({ muteTimes: times = [] }) => times.map(({ name }) => name));

test('every alert is there', () => {
  expect(rules.map(({ title }) => title).sort()).toEqual(alertRules.map(({ name }) => name).sort());
});

test('only the gateway being down is told by silence, and Prometheus being gone by that rule alone', () => {
  const told = rules.filter(({ noDataState, execErrState }) => noDataState !== 'OK' || execErrState !== 'KeepLast');
  expect(told.map(({ title, noDataState, execErrState }) => [title, noDataState, execErrState])).toEqual([
    ['LLMGatewayDown', 'Alerting', 'Error'],
  ]);
});

describe.each(rules.map((rule) => [rule.title, rule] as const))('%s', (_title, rule) => {
  test('has texts that Grafana can fill in', () => {
    const text = Object.values(rule.annotations).join('\n');
    expect(text).not.toContain('$$');
    expect(text).not.toMatch(/\$value\b/);
    expect(text.split('{{').length).toBe(text.split('}}').length);
  });

  test('is sent to the contact point of its severity, which is there', () => {
    const { receiver, group_by: groupBy, mute_time_intervals: muted = [] } = rule.notification_settings;
    expect(receiver).toBe(`LLM Gateway ${rule.labels.severity}`);
    expect(contactPoints.map(({ name }) => name)).toContain(receiver);
    // Grafana refuses others.
    expect(groupBy).toEqual(expect.arrayContaining(['alertname', 'grafana_folder']));
    expect(muteTimes).toEqual(expect.arrayContaining([...muted]));
  });
});

test('the number that an alert is about is in its text', () => {
  const rule = rules.find(({ title }) => title === 'LLMGatewayProviderDown');
  expect(rule?.annotations['description']).toBe(
    '{{ with $values.A }}{{ .Value | humanizePercentage }}{{ end }} of the calls to it failed through it in the last 5 minutes.'
  );
});

const settingsOf = (receivers: GrafanaReceivers) =>
  (
    grafanaContactPoints(receivers) as { contactPoints: Array<{ name: string; receivers: Array<{ type: string }> }> }
  ).contactPoints.map(({ name, receivers: all }) => [name, ...all.map(({ type }) => type)].join(' '));

test.each([
  [{ email: undefined, slack: undefined }, ['critical webhook', 'warning webhook', 'info webhook']],
  [{ email: '$A', slack: undefined }, ['critical webhook email', 'warning webhook email', 'info webhook']],
  [{ email: undefined, slack: '$S' }, ['critical webhook slack', 'warning webhook slack', 'info webhook']],
  [{ email: '$A', slack: '$S' }, ['critical webhook email', 'warning webhook slack', 'info webhook']],
])('contact points with %j', (receivers, expected) => {
  expect(settingsOf(receivers)).toEqual(expected.map((each) => `LLM Gateway ${each}`));
});

test('uids fit into Grafana', () => {
  const uids = [
    ...rules.map(({ uid }) => uid),
    ...contactPoints.flatMap(({ receivers }) => receivers.map(({ uid }) => uid)),
  ];
  expect(uids.filter((uid) => !/^[a-z0-9-]{1,40}$/.test(uid))).toEqual([]);
  expect(new Set(uids).size).toBe(uids.length);
});
