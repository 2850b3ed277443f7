import { ManualClock, simulatedConfig } from '../../../tests/support/simulator.js';
import { SimulatorControl } from './control.js';

const MINUTE = 60_000;

let clock: ManualClock;
let control: SimulatorControl;
beforeEach(() => {
  clock = new ManualClock();
  control = new SimulatorControl(
    simulatedConfig(
      { name: 'eu/demo', simulator: { error_rate: 0.1 }, models: { slow: { latency_ms: 500 } } },
      { name: 'other' }
    ),
    clock
  );
});

const errorRate = (model?: string, name = 'eu/demo') => control.behaviourOf(name, model)?.error_rate;

test('without overrides, what is configured holds', () => {
  expect(control.behaviourOf('eu/demo')).toMatchObject({ error_rate: 0.1, latency_ms: 0 });
  expect(control.behaviourOf('eu/demo', 'slow')).toMatchObject({ error_rate: 0, latency_ms: 500 });
  expect(control.behaviourOf('nobody')).toBeUndefined();
  // Not what every object has by that name.
  expect(control.behaviourOf('eu/demo', 'constructor')).toMatchObject({ error_rate: 0.1 });
});

test('an override of a provider holds for all its models and for no other provider', () => {
  control.patch('eu/demo', { error_rate: 1 });
  expect(errorRate()).toBe(1);
  expect(control.behaviourOf('eu/demo', 'slow')).toMatchObject({ error_rate: 1, latency_ms: 500 });
  expect(errorRate(undefined, 'other')).toBe(0);
});

test('an override of a model lies over that of its provider', () => {
  control.patch('eu/demo', { error_rate: 1, latency_ms: 7 });
  control.patch('eu/demo', { error_rate: 0.5 }, { model: 'small' });
  expect(control.behaviourOf('eu/demo', 'small')).toMatchObject({ error_rate: 0.5, latency_ms: 7 });
  expect(errorRate()).toBe(1);
});

test('comes back by itself after for_seconds', () => {
  control.patch('eu/demo', { error_rate: 1 }, { forSeconds: 60 });
  control.patch('eu/demo', { error_rate: 0.7 }, { model: 'slow', forSeconds: 30 });
  clock.advance(30_000 - 1);
  expect(errorRate('slow')).toBe(0.7);
  clock.advance(1);
  expect(errorRate('slow')).toBe(1);
  clock.advance(30_000 - 1);
  expect(errorRate()).toBe(1);
  clock.advance(1);
  expect(errorRate()).toBe(0.1);
  expect(control.get('eu/demo')).toMatchObject({
    override: undefined,
    models: [{ name: 'slow', override: undefined }],
  });
});

test('a patch lies over an earlier one that holds, not over one that is past', () => {
  control.patch('eu/demo', { error_rate: 1 }, { forSeconds: 60 });
  clock.advance(30_000);
  control.patch('eu/demo', { latency_ms: 9 }, { forSeconds: 60 });
  clock.advance(59_999);
  expect(control.behaviourOf('eu/demo')).toMatchObject({ error_rate: 1, latency_ms: 9 });
  clock.advance(1);
  control.patch('eu/demo', { latency_ms: 8 });
  clock.advance(1_000 * MINUTE);
  expect(control.behaviourOf('eu/demo')).toMatchObject({ error_rate: 0.1, latency_ms: 8 });
});

test('tells what is configured, what holds, and until when', () => {
  control.patch('eu/demo', { error_rate: 1 }, { forSeconds: 90 });
  control.patch('eu/demo', { stall_rate: 1 }, { model: 'new' });
  expect(control.list()).toMatchObject([
    {
      name: 'eu/demo',
      configured: { error_rate: 0.1 },
      current: { error_rate: 1 },
      override: { behaviour: { error_rate: 1 }, until: new Date('2026-11-02T12:01:30.000Z') },
      models: [
        {
          name: 'slow',
          configured: { latency_ms: 500, error_rate: 0 },
          current: { error_rate: 1 },
          override: undefined,
        },
        { name: 'new', configured: { error_rate: 0.1 }, current: { stall_rate: 1 }, override: { until: undefined } },
      ],
    },
    { name: 'other', override: undefined, models: [] },
  ]);
});

test('reset takes all of a provider back', () => {
  control.patch('eu/demo', { error_rate: 1 });
  control.patch('eu/demo', { error_rate: 1 }, { model: 'slow' });
  control.patch('other', { error_rate: 1 });
  control.reset('eu/demo');
  expect([errorRate(), errorRate('slow'), errorRate(undefined, 'other')]).toEqual([0.1, 0, 1]);
});

test('null takes a key out that is configured', () => {
  control = new SimulatorControl(simulatedConfig({ simulator: { rate_limit: { requests_per_minute: 1 } } }), clock);
  expect(control.patch('demo', { rate_limit: null }).current).not.toHaveProperty('rate_limit');
  expect(control.reset('demo').current).toHaveProperty('rate_limit');
});

test('values that do not fit those that stay are refused, and change nothing', () => {
  control.patch('eu/demo', { latency_ms: 100, latency_p95_ms: 300 });
  const before = control.get('eu/demo');
  const patch = () => control.patch('eu/demo', { latency_ms: 400 });
  expect(patch).toThrow(
    expect.objectContaining({
      status: 400,
      param: 'behaviour.latency_p95_ms',
      message: expect.stringContaining('must be at least latency_ms (400)'),
    })
  );
  expect(control.get('eu/demo')).toEqual(before);
});

test.each([
  () => control.get('nobody'),
  () => control.patch('nobody', { error_rate: 1 }),
  () => control.reset('nobody'),
])('an unknown provider is told with those there are', (call) => {
  expect(call).toThrow(
    expect.objectContaining({ status: 404, message: expect.stringMatching(/"nobody"; there are: eu\/demo, other/) })
  );
});

test('a thousand models can have overrides at a time; those that are past do not count', () => {
  for (let model = 0; model < 1_000; model++) {
    control.patch('other', { error_rate: 1 }, { model: `m${model}`, forSeconds: 60 });
  }
  const oneMore = () => control.patch('other', { error_rate: 1 }, { model: 'one more' });
  expect(oneMore).toThrow(expect.objectContaining({ status: 400, param: 'model' }));
  expect(() => control.patch('other', { error_rate: 0.5 }, { model: 'm7', forSeconds: 60 })).not.toThrow();
  clock.advance(MINUTE);
  expect(oneMore).not.toThrow();
});

test('another configuration takes the place of the first; overrides of providers that stay hold on', () => {
  control.patch('eu/demo', { error_rate: 1 }, { forSeconds: 60 });
  control.patch('other', { error_rate: 1 });
  control.configure(
    simulatedConfig({ name: 'eu/demo', simulator: { error_rate: 0.2, latency_ms: 3 } }, { name: 'third' })
  );
  expect(control.behaviourOf('eu/demo')).toMatchObject({ error_rate: 1, latency_ms: 3 });
  expect(control.behaviourOf('other')).toBeUndefined();
  expect(errorRate(undefined, 'third')).toBe(0);
  clock.advance(MINUTE);
  expect(errorRate()).toBe(0.2);
});
