import { alertRules, grafanaRule } from '@llm-gateway/catalogue';
import { customUid } from './customUid';
import { conditionOf, withCondition } from './ruleCondition';
import { ruleNamed } from './testing';

it('reads the condition of every rule of the catalogue', () => {
  const conditions = alertRules.map((rule) => conditionOf(grafanaRule(rule)));
  expect(conditions).toEqual(alertRules.map((rule) => ({ threshold: rule.threshold.value, for: rule.for })));
});

it('changes the condition and nothing else', () => {
  const rule = grafanaRule(ruleNamed('LLMGatewayEventLoopLag'));
  const changed = withCondition(rule, { threshold: 0.5, for: '10m' });
  expect(conditionOf(changed)).toEqual({ threshold: 0.5, for: '10m' });
  expect(withCondition(changed, { threshold: 0.25, for: '5m' })).toEqual(rule);
});

it('leaves a rule alone that somebody made another kind of', () => {
  const rule = { condition: 'B', for: '1m', data: [query('B', { type: 'math', expression: '$A > 3' })] };
  expect(conditionOf(rule)).toBeUndefined();
  expect(withCondition(rule, { threshold: 1, for: '2m' })).toEqual({ ...rule, for: '2m' });
});

it('has uids for copies that Grafana takes', () => {
  expect(alertRules.map(customUid).filter((uid) => uid.length > 40)).toEqual([]);
});

function query(refId: string, model: Record<string, unknown>) {
  return { refId, relativeTimeRange: { from: 600, to: 0 }, datasourceUid: '__expr__', model };
}
