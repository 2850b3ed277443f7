import { deployment, failure, NOW, RoutingWorld } from '../../../tests/support/routing.js';
import { deploymentHealth } from './deploymentHealth.js';

const GOOD = { failure: undefined, firstTokenMs: undefined, headers: undefined } as const;

function create(maxConcurrent?: number) {
  const world = new RoutingWorld({
    m: { deployments: [deployment('a/m', { maxConcurrent }), 'a/other', 'b/m'] },
  });
  return { world, state: world.state('a/m') };
}

test('a new one can be called', () => {
  const { state } = create();
  expect(state.notReady(NOW)).toBeUndefined();
  expect(state).toMatchObject({ active: 0, firstTokenMs: undefined, headroom: undefined });
});

describe('calls under way', () => {
  test('are counted, however they end', () => {
    const { state } = create();
    const ends = [state.begin(NOW), state.begin(NOW), state.begin(NOW)];
    expect(state.active).toBe(3);
    ends[0]?.(GOOD, NOW);
    ends[1]?.({ ...GOOD, failure: failure('timeout') }, NOW);
    ends[2]?.({ ...GOOD, failure: 'aborted' }, NOW);
    expect(state.active).toBe(0);
  });

  test('are limited by max_concurrent', () => {
    const { state } = create(2);
    const end = state.begin(NOW);
    expect(state.notReady(NOW)).toBeUndefined();
    state.begin(NOW);
    expect(state.notReady(NOW)).toMatchObject({ kind: 'busy', reason: expect.stringContaining('2 calls') });
    end(GOOD, NOW);
    expect(state.notReady(NOW)).toBeUndefined();
  });
});

describe('a refused credential', () => {
  test('takes all deployments of its provider out, until it is time to try again', () => {
    const { world, state } = create();
    world.call('a/m', failure('provider_authentication_error'));
    const { now } = world;
    expect(state.notReady(now)).toMatchObject({ kind: 'credential' });
    expect(world.state('a/other').notReady(now)).toMatchObject({ kind: 'credential' });
    expect(world.state('b/m').notReady(now)).toBeUndefined();

    expect(world.state('a/other').notReady(now + 29_999)).toBeDefined();
    expect(world.state('a/other').notReady(now + 30_000)).toBeUndefined();
  });

  test('is taken again when one of them answers', () => {
    const { world, state } = create();
    world.call('a/m', failure('provider_authentication_error'));
    world.call('a/other');
    expect(state.notReady(world.now)).toBeUndefined();
  });

  test('is no failure of the deployment itself', () => {
    const { world, state } = create();
    for (let each = 0; each < 20; each++) {
      world.call('a/m', failure('provider_authentication_error'));
    }
    expect(state.breaker.state(world.now)).toBe('closed');
  });
});

describe('Retry-After', () => {
  test.each(['rate_limit_error', 'upstream_error'] as const)('of a %s pauses that deployment only', (type) => {
    const { world, state } = create();
    world.call('a/m', failure(type, 2));
    const until = world.now + 2_000;
    expect(state.notReady(until - 1)).toMatchObject({ kind: 'cooling', until });
    expect(state.notReady(until)).toBeUndefined();
    expect(world.state('a/other').notReady(world.now)).toBeUndefined();
  });

  test('a shorter one does not shorten a longer', () => {
    const { world, state } = create();
    const [first, second] = [state.begin(NOW), state.begin(NOW)];
    first({ ...GOOD, failure: failure('rate_limit_error', 5) }, NOW);
    second({ ...GOOD, failure: failure('rate_limit_error', 1) }, NOW + 10);
    expect(state.notReady(NOW + 4_999)).toMatchObject({ kind: 'cooling', until: NOW + 5_000 });
    expect(world.now).toBe(NOW);
  });

  test('a 429 without one pauses nothing', () => {
    const { world, state } = create();
    world.call('a/m', failure('rate_limit_error'));
    expect(state.notReady(world.now)).toBeUndefined();
  });
});

describe('its breaker', () => {
  test('opens for failures of its own', () => {
    const { world, state } = create();
    for (const type of [
      'connection_error',
      'timeout',
      'upstream_error',
      'stream_interrupted',
      'invalid_response',
    ] as const) {
      expect(state.notReady(world.now)).toBeUndefined();
      world.call('a/m', failure(type));
    }
    expect(state.notReady(world.now)).toMatchObject({
      kind: 'breaker',
      reason: expect.stringContaining('5 failures in a row'),
    });
    expect(world.state('a/other').notReady(world.now)).toBeUndefined();
  });

  test.each([
    failure('rate_limit_error'),
    failure('invalid_request_error'),
    failure('context_window_exceeded'),
    failure('content_policy_violation'),
    'aborted' as const,
  ])('does not for %s', (answer) => {
    const { world, state } = create();
    for (let each = 0; each < 50; each++) {
      world.call('a/m', answer);
    }
    expect(state.notReady(world.now)).toBeUndefined();
    expect(state.breaker.state(world.now)).toBe('closed');
  });

  test('a quota that is used up takes the credential out, and does not open it', () => {
    const { world, state } = create();
    world.call('a/m', failure('insufficient_quota'));
    expect(state.notReady(world.now)).toMatchObject({ kind: 'credential' });
    expect(state.breaker.state(world.now)).toBe('closed');
  });

  test('a client that leaves in a probe leaves the next one to probe', () => {
    const { world, state } = create();
    for (let each = 0; each < 5; each++) {
      world.call('a/m', failure('timeout'));
    }
    world.now += 15_000;
    const end = state.begin(world.now);
    expect(state.notReady(world.now)).toMatchObject({ kind: 'breaker' });
    end({ ...GOOD, failure: 'aborted' }, world.now);
    expect(state.notReady(world.now)).toBeUndefined();
    expect(state.breaker.state(world.now)).toBe('half_open');
  });
});

describe('time to first token', () => {
  test('is a moving average that begins with the first', () => {
    const { world, state } = create();
    world.call('a/m', undefined, { ms: 100 });
    expect(state.firstTokenMs).toBe(100);
    world.call('a/m', undefined, { ms: 200 });
    expect(state.firstTokenMs).toBeCloseTo(120);
    for (let each = 0; each < 50; each++) {
      world.call('a/m', undefined, { ms: 300 });
    }
    expect(state.firstTokenMs).toBeCloseTo(300, 0);
  });

  test.each([failure('upstream_error'), 'aborted' as const])(
    'is not learned from %s: failing fast is not fast',
    (answer) => {
      const { world, state } = create();
      world.call('a/m', undefined, { ms: 100 });
      world.call('a/m', answer, { ms: 1 });
      expect(state.firstTokenMs).toBe(100);
    }
  );
});

describe('headroom', () => {
  const headers = (remaining: number) => ({
    'x-ratelimit-limit-requests': '100',
    'x-ratelimit-remaining-requests': String(remaining),
  });

  test('is what the last answer said', () => {
    const { world, state } = create();
    world.call('a/m', undefined, { headers: headers(80) });
    expect(state.headroom).toBe(0.8);
    world.call('a/m', failure('rate_limit_error'), { headers: headers(0) });
    expect(state.headroom).toBe(0);
  });

  test('is kept when an answer does not say', () => {
    const { world, state } = create();
    world.call('a/m', undefined, { headers: headers(80) });
    world.call('a/m', undefined, { headers: { 'content-type': 'application/json' } });
    world.call('a/m', failure('connection_error'));
    expect(state.headroom).toBe(0.8);
  });
});

describe('its health', () => {
  test('is ready while it can be called', () => {
    const { world, state } = create();
    state.begin(NOW);
    expect(deploymentHealth(state, world.now)).toEqual({
      deployment: 'a/m',
      status: 'ready',
      reason: undefined,
      breaker: 'closed',
      since: new Date(NOW).toISOString(),
      active: 1,
    });
  });

  test('says why not, and since when', () => {
    const { world, state } = create();
    for (let each = 0; each < 5; each++) {
      world.call('a/m', failure('timeout'));
    }
    expect(deploymentHealth(state, world.now)).toEqual({
      deployment: 'a/m',
      status: 'not_ready',
      reason: expect.stringContaining('5 failures in a row'),
      breaker: 'open',
      since: new Date(NOW + 5).toISOString(),
      active: 0,
    });
  });
});
