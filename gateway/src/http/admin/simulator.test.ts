import Fastify, { type FastifyInstance } from 'fastify';

import { ManualClock, type SimulatedProvider, simulatedConfig } from '../../../../tests/support/simulator.js';
import { SimulatorControl } from '../../simulator/control.js';
import { fastifyFault } from '../fastifyFault.js';
import { sendError } from '../sendError.js';
import { simulatorRoutes } from './simulator.js';

interface Provider {
  readonly name: string;
  readonly configured: object;
  readonly current: object;
  readonly override: object | null;
  readonly models: readonly object[];
}

let app: FastifyInstance;
let origin: string;
let clock: ManualClock;

async function start(...providers: readonly SimulatedProvider[]): Promise<void> {
  clock = new ManualClock();
  app = Fastify();
  app.setErrorHandler((thrown, _request, reply) => sendError(reply, fastifyFault(thrown, 1_000_000)));
  const control = new SimulatorControl(simulatedConfig(...providers), clock);
  await app.register(simulatorRoutes, { control, audit: async () => undefined });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
}

beforeEach(() =>
  start(
    { name: 'demo', simulator: { error_rate: 0.1, errors: [{ share: 0.1, status: 429 }] } },
    { name: 'eu/demo_50%', models: { slow: { latency_ms: 400 } } }
  )
);
afterEach(() => app.close());

async function call(method: string, path = '', body?: unknown) {
  const response = await fetch(`${origin}/simulator${path}`, {
    method,
    ...(body === undefined
      ? {}
      : {
          headers: { 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const providers = async () => ((await call('GET')).body as { providers: Provider[] }).providers;

test('tells how each simulated provider behaves', async () => {
  expect(await providers()).toMatchObject([
    { name: 'demo', configured: { error_rate: 0.1 }, override: null, models: [] },
    { name: 'eu/demo_50%', models: [{ name: 'slow', configured: { latency_ms: 400 }, override: null }] },
  ]);
  const [demo] = await providers();
  expect(demo?.current).toEqual(demo?.configured);
  // Nothing is invented for keys that may be missing.
  expect(demo?.current).not.toHaveProperty('rate_limit');
  expect(demo?.current).toMatchObject({ errors: [{ share: 0.1, status: 429 }] });
});

test('a provider is broken for a while, and mends itself', async () => {
  const { status, body } = await call('PATCH', '/demo', {
    behaviour: { error_rate: 0.8, outages: [{ every_seconds: 60, for_seconds: 6 }] },
    for_seconds: 90,
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: 'demo',
    configured: { error_rate: 0.1 },
    current: { error_rate: 0.8, outages: [{ every_seconds: 60, offset_seconds: 0, status: 503, reset: false }] },
    override: { until: '2026-11-02T12:01:30.000Z' },
  });
  expect(Object.keys((body as { override: { behaviour: object } }).override.behaviour)).toEqual([
    'error_rate',
    'outages',
  ]);
  clock.advance(90_000);
  expect((await providers())[0]).toMatchObject({ current: { error_rate: 0.1, outages: [] }, override: null });
});

test('a name with a slash and a percent sign is reached URL-encoded; one of its models can be meant', async () => {
  const path = `/${encodeURIComponent('eu/demo_50%')}`;
  const { status, body } = await call('PATCH', path, { model: 'slow', behaviour: { stall_rate: 1 } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    current: { stall_rate: 0 },
    override: null,
    models: [{ name: 'slow', current: { stall_rate: 1 }, override: { behaviour: { stall_rate: 1 }, until: null } }],
  });
  expect(await call('DELETE', path)).toMatchObject({ status: 200, body: { models: [{ current: { stall_rate: 0 } }] } });
});

test('null takes out what may be missing', async () => {
  await call('PATCH', '/demo', { behaviour: { rate_limit: { requests_per_minute: 3 } } });
  const { body } = await call('PATCH', '/demo', { behaviour: { rate_limit: null } });
  expect((body as Provider).current).not.toHaveProperty('rate_limit');
  expect((body as Provider).override).toMatchObject({ behaviour: { rate_limit: null } });
});

test.each([
  ['behaviour', {}, /behaviour: is missing/],
  ['behaviour', { behaviour: {} }, /fewer than 1/],
  ['behaviour', { behaviour: 'broken' }, /must be of type object, not string/],
  ['behaviour.eror_rate', { behaviour: { eror_rate: 1 } }, /eror_rate: is not a known key; there are: .*error_rate/],
  ['behaviour.error_rate', { behaviour: { error_rate: 2 } }, /error_rate: must be <= 1/],
  ['behaviour.error_rate', { behaviour: { error_rate: '1' } }, /must be of type number, not string/],
  ['behaviour.error_rate', { behaviour: { error_rate: null } }, /must be of type number, not null/],
  ['behaviour.errors[0].status', { behaviour: { errors: [{ share: 1 }] } }, /status: is missing/],
  ['behaviour.errors', { behaviour: { errors: [{ share: 1, status: 500 }] } }, /come to 1\.1;/],
  [
    'behaviour.outages[0].for',
    { behaviour: { outages: [{ every_seconds: 1, for_seconds: 1, for: 2 }] } },
    /not a known key/,
  ],
  ['for_seconds', { behaviour: { error_rate: 1 }, for_seconds: 0 }, /for_seconds: must be > 0/],
  [
    'for',
    { behaviour: { error_rate: 1 }, for: 10 },
    /for: is not a known key; there are: behaviour, model, for_seconds/,
  ],
  ['model', { behaviour: { error_rate: 1 }, model: '' }, /model: must NOT have fewer/],
  [null, [], /the body: must be of type object, not array/],
  [null, '{"behaviour":', /JSON/],
])('a patch with a wrong %s is refused and named: %j', async (param, patch, message) => {
  const before = await providers();
  const { status, body } = await call('PATCH', '/demo', patch);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    error: { type: 'invalid_request_error', param, message: expect.stringMatching(message) },
  });
  expect(await providers()).toEqual(before);
});

test('all that is wrong is said at once', async () => {
  const { body } = await call('PATCH', '/demo', { behaviour: { error_rate: 2, jitter: -1 }, mode: 1 });
  const { message } = (body as { error: { message: string } }).error;
  expect(message).toMatch(/mode.*error_rate.*|error_rate.*mode/s);
  expect(message).toContain('behaviour.jitter');
});

test.each(['PATCH', 'DELETE'])('%s of an unknown provider tells which there are', async (method) => {
  const patch = method === 'PATCH' ? { behaviour: { error_rate: 1 } } : undefined;
  expect(await call(method, '/openai', patch)).toMatchObject({
    status: 404,
    body: {
      error: {
        type: 'not_found_error',
        code: 'provider_not_found',
        message: expect.stringMatching(/"openai"; there are: demo, eu\/demo_50%/),
      },
    },
  });
});
