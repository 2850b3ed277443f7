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
