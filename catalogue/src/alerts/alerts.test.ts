import { alertRules } from './index.js';

test.each(['name', 'uid'] as const)('every %s is there once', (property) => {
  const values = alertRules.map((rule) => rule[property]);
  expect(new Set(values).size).toBe(values.length);
});

describe.each(alertRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test('is named as Prometheus and Grafana want it', () => {
    expect(name).toMatch(/^LLM[A-Z]\w+$/);
    expect(rule.uid).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    expect(rule.group).toMatch(/^llm-gateway-[a-z-]+$/);
  });

  test('waits, and says what happened and why', () => {
    expect(rule.for).toMatch(/^[1-9]\d*[smh]$/);
    expect(rule.summary).not.toBe('');
    expect(rule.description).toMatch(/\.$/);
  });

  test('uses only labels that its expression leaves in its series', () => {
    const by = /by \(([^)]*)\)/.exec(rule.expr)?.[1]?.split(', ');
    const used = [...`${rule.summary} ${rule.description}`.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
    if (by !== undefined) {
      expect(by).toEqual(expect.arrayContaining(used));
    }
  });
});
