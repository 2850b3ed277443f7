import { native } from '@llm-gateway/catalogue';

import { createMetrics } from './registry.js';

test('every family of the catalogue is registered as it is there', async () => {
  const { registry } = createMetrics();
  const registered = new Map((await registry.getMetricsAsJSON()).map((metric) => [metric.name, metric]));
  for (const { name, type, help } of Object.values(native)) {
    expect(registered.get(name)).toMatchObject({ type, help });
  }
});

test('a label that the catalogue does not know is refused', () => {
  const { instruments } = createMetrics();
  expect(() => instruments.authFailures.inc({ colour: 'red' } as never)).toThrow(/colour/);
});

test('two gateways in one process do not share series', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.instruments.authFailures.inc({ reason: 'missing_key' });
  expect((await other.instruments.authFailures.get()).values).toEqual([]);
});
