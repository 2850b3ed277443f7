import { native } from '@llm-gateway/catalogue';

import { Exposition } from './exposition/exposition.js';
import { createMetrics } from './registry.js';

async function shown(options: Parameters<typeof createMetrics>[0] = {}): Promise<string> {
  const exposition = new Exposition({
    metrics: createMetrics(options),
    native: true,
    dialects: [],
    observe: () => undefined,
  });
  return Buffer.concat((await exposition.render('text')).pieces).toString();
}

test('every family of the catalogue is shown as it is there', async () => {
  const text = await shown();
  for (const { name, type, help } of Object.values(native)) {
    expect(text).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`);
  }
});

test('a family that is off keeps nothing and is not shown', async () => {
  const { instruments } = createMetrics({ off: [native.authFailures.name] });
  instruments.authFailures.inc({ reason: 'missing_key' });
  expect((await instruments.authFailures.get()).values).toEqual([]);
  expect(await shown({ off: [native.authFailures.name] })).not.toContain(native.authFailures.name);
});

test('two gateways in one process do not share series', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.instruments.authFailures.inc({ reason: 'missing_key' });
  expect((await other.instruments.authFailures.get()).values).toEqual([]);
});
