import { ruleNamed } from '../testing';
import { parseCondition } from './parseCondition';

const RULE = ruleNamed('LLMGatewayEventLoopLag');

it.each([
  ['0.5', '5m', { threshold: 0.5, for: '5m' }],
  [' 1e3 ', '1h30m', { threshold: 1000, for: '1h30m' }],
  ['-1', '0s', { threshold: -1, for: '0s' }],
])('reads %s for %s', (threshold, duration, condition) => {
  expect(parseCondition(RULE, { threshold, for: duration })).toEqual({ errors: {}, condition });
});

it.each([
  ['LLMGatewayHighErrorRate', '7', 0.07],
  ['LLMGatewayHighErrorRate', '29.5', 0.295],
  ['LLMGatewayHighDailyCost', '250', 250],
])('%s: what is typed as %s is %d in the query', (name, threshold, queried) => {
  expect(parseCondition(ruleNamed(name), { threshold, for: '5m' }).condition?.threshold).toBe(queried);
});

it('gives an example in the unit that is typed in', () => {
  const { errors } = parseCondition(ruleNamed('LLMGatewayHighErrorRate'), { threshold: '', for: '5m' });
  expect(errors.threshold).toBe('Type a number, such as 5.');
});

it.each([
  ['', '5m', 'threshold'],
  ['five', '5m', 'threshold'],
  ['1', '', 'for'],
  ['1', '5 minutes', 'for'],
  ['1', '-5m', 'for'],
  // The group is evaluated every ten seconds.
  ['1', '15s', 'for'],
])('does not take %p for %p', (threshold, duration, field) => {
  const { errors, condition } = parseCondition(RULE, { threshold, for: duration });
  expect(Object.keys(errors)).toEqual([field]);
  expect(condition).toBeUndefined();
});
