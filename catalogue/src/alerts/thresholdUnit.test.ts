import { alertRules } from './index.js';
import { queriedThreshold, shownThreshold, thresholdText } from './thresholdUnit.js';

test.each([
  ['ratio', 0.05, 5, '5 %'],
  ['ratio', 0.07, 7, '7 %'],
  ['ratio', 0.295, 29.5, '29.5 %'],
  ['seconds', 0.25, 0.25, '0.25 s'],
  ['dollars', 100, 100, '$100'],
  ['dollars', -0.5, -0.5, '-$0.5'],
  ['requestsPerSecond', 100, 100, '100 requests/s'],
  ['state', 1, 1, '1'],
] as const)('of %s, %d is read as %d, and back', (unit, queried, shown, text) => {
  expect(shownThreshold(unit, queried)).toBe(shown);
  expect(queriedThreshold(unit, shown)).toBe(queried);
  expect(thresholdText(unit, queried)).toBe(text);
});

test.each(alertRules.map((rule) => [rule.name, rule] as const))('%s: threshold and words agree', (_, rule) => {
  const { unit, value } = rule.threshold;
  // What is assumed or quoted in brackets is not what is compared.
  const words = rule.condition.replaceAll(/\([^)]*\)/g, '');
  // The wanted one of "250 ms", "a minute", "half" and the like is the same in other words.
  if (/\d %/.test(words)) {
    expect(words).toContain(thresholdText(unit, value));
  }
  expect(unit === 'dollars').toBe(/\$\d|budget\.$|cost\.$/.test(words));
  expect(unit === 'seconds').toBe(/\d m?s\b|older than a minute/.test(words));
  expect(unit === 'requestsPerSecond').toBe(words.includes('requests per second'));
  expect(unit === 'tokensPerSecond').toBe(words.includes('tokens per second'));
  if (unit === 'ratio') {
    expect(rule.expr).toMatch(/\//);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  }
  if (unit === 'state') {
    expect([0, 1]).toContain(value);
  }
});
