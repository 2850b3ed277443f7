import { type Answer, deployment, failure, NOW, RoutingWorld } from '../../../tests/support/routing.js';
import { type FailedTry, exhausted } from './exhausted.js';
import type { GatewayError } from '../errors/gatewayError.js';

function create() {
  const world = new RoutingWorld({
    large: {
      deployments: [deployment('a/large', { maxConcurrent: 1 }), 'b/large', deployment('c/large', { weight: 0 })],
    },
    small: { deployments: ['d/small'] },
  });
  const groups = [...world.groups.values()];
  const tell = (failed: readonly FailedTry[], models = 1): GatewayError =>
    exhausted(world.groups.get('large') ?? fail(), groups.slice(0, models), failed, world.now);
  return { world, tell };
}

function fail(): never {
  throw new Error('no such model');
}

function tried(id: string, error: Exclude<Answer, 'aborted' | undefined>): FailedTry {
  return { deployment: id, error };
}

describe('what was tried', () => {
  test('the failure of a model’s only deployment stays what it is', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', deployment('off/m', { weight: 0 })] } });
    const [group] = world.groups.values();
    const [first, last] = [failure('timeout'), failure('upstream_error', 7)];
    expect(exhausted(group ?? fail(), [...world.groups.values()], [tried('a/m', first), tried('a/m', last)], NOW)).toBe(
      last
    );
  });

  test('one failure where another could not be tried is a 503 that names both', () => {
    const { world, tell } = create();
    world.call('b/large', failure('provider_authentication_error'));
    const error = tell([tried('a/large', failure('upstream_error'))]);
    expect(error).toMatchObject({ status: 503, type: 'upstream_error' });
    expect(error.message).toContain('a/large failed (upstream_error)');
    expect(error.message).toContain('b/large: its provider refuses');
  });

  test('is named with how it failed', () => {
    const { tell } = create();
    const last = failure('upstream_error');
    const error = tell([tried('a/large', failure('timeout')), tried('b/large', last)]);
    expect(error).toMatchObject({
      status: 503,
      type: 'upstream_error',
      code: 'no_deployment_available',
      retryAfterSeconds: 1,
      cause: last,
    });
    expect(error.message).toContain('"large"');
    expect(error.message).toContain('a/large failed (timeout)');
    expect(error.message).toContain('b/large failed (upstream_error)');
  });

  test('names the fallbacks’ too', () => {
    const { tell } = create();
    const error = tell([tried('a/large', failure('timeout')), tried('d/small', failure('connection_error'))], 2);
    expect(error.message).toContain('d/small failed (connection_error)');
  });

  test('all limited stays a 429 with its Retry-After', () => {
    const { tell } = create();
    const error = tell([
      tried('a/large', failure('rate_limit_error', 20)),
      tried('b/large', failure('rate_limit_error', 30)),
    ]);
    expect(error).toMatchObject({ status: 429, type: 'rate_limit_error', retryAfterSeconds: 30 });
  });

  test('limited and failed together are a 503', () => {
    const { tell } = create();
    const error = tell([tried('a/large', failure('rate_limit_error', 2)), tried('b/large', failure('timeout'))]);
    expect(error.status).toBe(503);
  });
});

describe('what could not be tried', () => {
  test('is named with why', () => {
    const { world, tell } = create();
    world.state('a/large').begin(world.now);
    world.call('b/large', failure('provider_authentication_error'));
    for (let each = 0; each < 5; each++) {
      world.call('d/small', failure('connection_error'));
    }
    const error = tell([], 2);
    expect(error).toMatchObject({ status: 503, type: 'overloaded', code: 'no_deployment_available' });
    expect(error.message).toMatch(/a\/large: it has 1 calls under way/);
    expect(error.message).toMatch(/b\/large: its provider refuses the gateway’s credential/);
    expect(error.message).toMatch(/d\/small: its circuit breaker is open: 5 failures in a row/);
    expect(error.message).not.toContain('c/large');
  });

  test('names what is disabled beside it', () => {
    const disabled = [{ deployment: deployment('b/m'), reason: 'it is disabled' }];
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'c/m'], disabled } });
    const [group] = world.groups.values();
    const error = exhausted(group ?? fail(), [...world.groups.values()], [tried('a/m', failure('timeout'))], NOW);
    expect(error).toMatchObject({ status: 503, message: expect.stringContaining('b/m: it is disabled') });
  });

  test('Retry-After is when the first of them may be called again', () => {
    const { world, tell } = create();
    world.call('a/large', failure('rate_limit_error', 40), { ms: 0 });
    world.call('b/large', failure('provider_authentication_error'), { ms: 0 });
    expect(tell([])).toMatchObject({ status: 503, retryAfterSeconds: 40 });
  });

  test('all paused is a 429 until the first may be called again', () => {
    const { world, tell } = create();
    world.call('a/large', failure('rate_limit_error', 40), { ms: 0 });
    world.call('b/large', failure('rate_limit_error', 25), { ms: 0 });
    world.now += 5_000;
    expect(tell([])).toMatchObject({ status: 429, type: 'rate_limit_error', retryAfterSeconds: 20 });
  });

  test('one that takes no calls by its weight changes nothing', () => {
    const { world, tell } = create();
    world.call('a/large', failure('rate_limit_error', 40), { ms: 0 });
    world.call('b/large', failure('rate_limit_error', 40), { ms: 0 });
    world.call('c/large', failure('provider_authentication_error'), { ms: 0 });
    const error = tell([]);
    expect(error.status).toBe(429);
    expect(error.message).not.toContain('c/large');
  });
});

test('when all could be called but time is up, it is a 503 that says so, with a finite Retry-After', () => {
  const { world, tell } = create();
  const error = tell([]);
  expect(error).toMatchObject({ status: 503, retryAfterSeconds: 1 });
  expect(error.message).toMatch(/time/);
  expect(world.now).toBe(NOW);
});
