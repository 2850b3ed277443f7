import { deployment, failure, NOW, SETTINGS } from '../../../tests/support/routing.js';
import { OPERATIONS } from '../operations/index.js';
import type { ModelGroup } from './deployment.js';
import { type RoutingEvent, RoutingEvents } from './events.js';
import { type RouteRequest, Router } from './router.js';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const ASKED = { key: 'ci', user: undefined, fallbacks: true, operation: OPERATIONS.chat } as const;
const GOOD = { failure: undefined, firstTokenMs: undefined, headers: undefined } as const;

function group(name: string, ids: readonly string[], overrides: Partial<ModelGroup> = {}): ModelGroup {
  return {
    name,
    strategy: 'weighted',
    sticky: 'none',
    deployments: ids.map((id) => deployment(id)),
    disabled: [],
    fallbacks: { error: [], contextWindow: [], contentPolicy: [] },
    ...overrides,
  };
}

function create(groups: readonly ModelGroup[], settings = SETTINGS) {
  const events = new RoutingEvents();
  const router = new Router(groups, settings, events);
  const ask = (overrides: Partial<RouteRequest> & { model: string }): string => {
    const step = router.plan({ ...ASKED, ...overrides }).next(undefined, Date.now());
    return step.kind === 'call' ? step.state.deployment.id : step.kind;
  };
  const state = (id: string) => {
    const found = router.states.find((each) => each.deployment.id === id);
    if (found === undefined) {
      throw new Error(`no deployment ${id}`);
    }
    return found;
  };
  return { router, events, ask, state };
}

test('a model that is not configured is named', () => {
  const { router } = create([group('large', ['a/large'])]);
  expect(router.has('large')).toBe(true);
  expect(router.has('nope')).toBe(false);
  expect(() => router.plan({ ...ASKED, model: 'nope' })).toThrow(
    expect.objectContaining({
      status: 404,
      code: 'model_not_found',
      param: 'model',
      message: expect.stringContaining('"nope"'),
    })
  );
});

describe('what is disabled', () => {
  const disabled = [{ deployment: deployment('a/large'), reason: 'its provider is disabled' }];

  test('is not asked, while another can be', () => {
    const { ask, router } = create([group('large', ['b/large'], { disabled })]);
    expect(new Set(Array.from({ length: 50 }, () => ask({ model: 'large' })))).toEqual(new Set(['b/large']));
    expect(router.deploymentsFor('large').own.map(({ id }) => id)).toEqual(['b/large']);
  });

  test('leaves its model to a fallback', () => {
    const fallbacks = { error: ['small'], contextWindow: [], contentPolicy: [] };
    const { ask } = create([group('large', [], { disabled, fallbacks }), group('small', ['b/small'])]);
    expect(ask({ model: 'large' })).toBe('b/small');
  });

  test('is why a model with nothing else is refused, by name and with what to do', () => {
    const { ask } = create([group('large', [], { disabled })]);
    expect(() => ask({ model: 'large' })).toThrow(
      expect.objectContaining({
        status: 503,
        type: 'overloaded',
        code: 'model_disabled',
        message: expect.stringMatching(
          /^The model "large" is disabled.*a\/large: its provider is disabled.*Ask another model, or have one/
        ),
        // OpenAI's clients try a 503 again otherwise.
        headers: { 'x-should-retry': 'false' },
      })
    );
  });

  test('is no excuse for what it could not have done either', () => {
    const { router } = create([group('large', [], { disabled })]);
    const operation = OPERATIONS.embeddings;
    expect(() => router.plan({ ...ASKED, model: 'large', operation })).toThrow(
      expect.objectContaining({ status: 400, code: 'operation_not_supported', message: expect.stringContaining('a (') })
    );
  });

  test('begins anew when it is enabled again', () => {
    const before = create([group('m', ['a/m', 'b/m'])]);
    for (let each = 0; each < 5; each++) {
      before.state('a/m').begin(NOW)({ ...GOOD, failure: failure('connection_error') }, NOW);
    }
    expect(before.state('a/m').breaker.state(NOW)).toBe('open');
    const events = new RoutingEvents();
    const without = new Router([group('m', ['b/m'])], SETTINGS, events, before.router);
    const again = new Router([group('m', ['a/m', 'b/m'])], SETTINGS, events, without);
    expect(again.states.map(({ breaker }) => breaker.state(NOW))).toEqual(['closed', 'closed']);
  });
});

test('knows every deployment', () => {
  const { router, ask } = create([group('large', ['a/large', 'b/large']), group('small', ['a/small'])]);
  expect(router.states.map((each) => each.deployment.id)).toEqual(['a/large', 'b/large', 'a/small']);
  expect(ask({ model: 'small' })).toBe('a/small');
});

describe('sticky', () => {
  const IDS = ['a/m', 'b/m', 'c/m', 'd/m'];
  const USERS = Array.from({ length: 40 }, (_, index) => `user-${index}`);

  test('by key: a key stays on one deployment, whoever its users are', () => {
    const { ask } = create([group('m', IDS, { sticky: 'key' })]);
    expect(new Set(USERS.map((user) => ask({ model: 'm', user }))).size).toBe(1);
    expect(new Set(USERS.map((key) => ask({ model: 'm', key }))).size).toBe(IDS.length);
  });

  test('by user: each user stays on one, and who names none goes by the key', () => {
    const { ask } = create([group('m', IDS, { sticky: 'user' })]);
    const first = USERS.map((user) => ask({ model: 'm', user }));
    expect(new Set(first).size).toBe(IDS.length);
    expect(USERS.map((user) => ask({ model: 'm', user, key: 'another' }))).toEqual(first);
    expect(new Set(USERS.map(() => ask({ model: 'm' }))).size).toBe(1);
  });

  test('none: a key is spread over all', () => {
    const { ask } = create([group('m', IDS)]);
    expect(new Set(Array.from({ length: 200 }, () => ask({ model: 'm' }))).size).toBe(IDS.length);
  });

  test('a key goes elsewhere while its deployment is out, and comes back', () => {
    const { ask, state } = create([group('m', IDS, { sticky: 'key' })]);
    const home = ask({ model: 'm' });
    state(home).begin(NOW)({ ...GOOD, failure: failure('rate_limit_error', 3) }, NOW);
    const away = ask({ model: 'm' });
    expect(away).not.toBe(home);
    expect(ask({ model: 'm' })).toBe(away);
    jest.setSystemTime(NOW + 3_000);
    expect(ask({ model: 'm' })).toBe(home);
  });
});

test('deployments of one provider share its credential, over all models', () => {
  const { ask, state, events } = create([group('large', ['a/large', 'b/large']), group('small', ['a/small'])]);
  state('a/large').begin(NOW)({ ...GOOD, failure: failure('provider_authentication_error') }, NOW);
  expect(ask({ model: 'small' })).toBe('give_up');
  expect(ask({ model: 'large' })).toBe('b/large');
  expect(events.since(0)).toEqual([
    expect.objectContaining({
      type: 'credential_refused',
      provider: 'a',
      deployment: undefined,
      to: 'refused',
      time: NOW,
    }),
  ]);
});

test('events tell a breaker’s story in order', () => {
  const { state, events } = create([group('m', ['a/m', 'b/m'])]);
  const heard: RoutingEvent[] = [];
  events.subscribe((event) => heard.push(event));
  for (let each = 0; each < 5; each++) {
    state('a/m').begin(NOW)({ ...GOOD, failure: failure('connection_error') }, NOW);
  }
  const later = NOW + SETTINGS.breaker.open_ms;
  state('a/m').begin(later)(GOOD, later + 20);
  expect(heard.map(({ time, provider, deployment: id, from, to }) => [time, provider, id, from, to])).toEqual([
    [NOW, 'a', 'a/m', 'closed', 'open'],
    [later, 'a', 'a/m', 'open', 'half_open'],
    [later + 20, 'a', 'a/m', 'half_open', 'closed'],
  ]);
  expect(events.since(0)).toEqual(heard);
});

test('a call that ends calls one that waits', async () => {
  const { router, state, ask } = create([group('m', [], { deployments: [deployment('a/m', { maxConcurrent: 1 })] })]);
  const end = state('a/m').begin(NOW);
  expect(ask({ model: 'm' })).toBe('queue');
  const place = router.waitingRoom.enter();
  end({ ...GOOD, failure: 'aborted' }, NOW);
  await place.called;
  expect(router.waitingRoom.length).toBe(0);
  expect(ask({ model: 'm' })).toBe('a/m');
});

test('the queue is as long, and as patient, as the configuration says', async () => {
  const { router } = create([group('m', ['a/m'])], { ...SETTINGS, max_queue: 1, queue_timeout_ms: 100 });
  const place = router.waitingRoom.enter();
  expect(() => router.waitingRoom.enter()).toThrow(expect.objectContaining({ status: 503 }));
  const sentAway = expect(place.called).rejects.toMatchObject({ status: 503 });
  await jest.advanceTimersByTimeAsync(100);
  await sentAway;
});
