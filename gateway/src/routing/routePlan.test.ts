import { seededRandom } from '../../../tests/support/random.js';
import {
  type Answer,
  deployment,
  failure,
  NOW,
  RoutingWorld,
  shares,
  type Story,
} from '../../../tests/support/routing.js';
import type { GatewayError } from '../errors/gatewayError.js';
import { STRATEGY_NAMES } from './strategies/names.js';

const LONGEST = () => 1 - Number.EPSILON;
const broken = () => failure('upstream_error');

function fails(answers: Readonly<Record<string, Answer>>) {
  return (id: string) => answers[id];
}

function error({ end }: Story): GatewayError {
  if (typeof end === 'string') {
    throw new Error(`it did not fail: ${end}`);
  }
  return end;
}

/** large falls back to small and tiny. */
function withFallbacks(settings = {}, random = seededRandom(1)) {
  return new RoutingWorld(
    {
      large: { deployments: ['a/large', 'b/large'], fallbacks: { error: ['small', 'tiny'] } },
      small: { deployments: ['a/small'], fallbacks: { error: ['other'] } },
      tiny: { deployments: ['b/tiny'] },
      other: { deployments: ['c/other'] },
    },
    { max_attempts: 20, ...settings },
    random
  );
}

describe('the way of a request', () => {
  test('ends with the first answer', () => {
    const story = withFallbacks().follow(withFallbacks().plan('tiny'), () => undefined);
    expect(story).toMatchObject({ steps: ['b/tiny'], end: 'answered' });
  });

  test('each deployment once, then the fallbacks in their order, then a pause and again', () => {
    const world = withFallbacks({ max_attempts: 8 });
    const { steps } = world.follow(world.plan('large'), broken);
    expect(steps.slice(0, 2).sort()).toEqual(['a/large', 'b/large']);
    expect(steps.slice(2, 4)).toEqual(['a/small', 'b/tiny']);
    expect(steps[4]).toMatch(/^wait/);
    expect(steps.slice(5, 7).sort()).toEqual(['a/large', 'b/large']);
    expect(steps.slice(7, 9)).toEqual(['a/small', 'b/tiny']);
    expect(steps).toHaveLength(9);
  });

  test('says under which model a call is made', () => {
    const world = withFallbacks();
    const plan = world.plan('large');
    const models: string[] = [];
    let step = plan.next(undefined, NOW);
    while (step.kind === 'call') {
      models.push(`${step.model} ${step.state.deployment.id}`);
      step = plan.next(failure('timeout'), NOW);
    }
    expect(models.map((each) => each.split(' ')[0])).toEqual(['large', 'large', 'small', 'tiny']);
    expect(models[2]).toBe('small a/small');
  });

  test('a fallback’s own fallbacks are not followed', () => {
    const world = withFallbacks();
    expect(world.follow(world.plan('large'), broken).calls).not.toContain('c/other');
  });

  test('a model that two chains name is tried once in a round', () => {
    const world = new RoutingWorld({
      m: { deployments: ['a/m'], fallbacks: { error: ['x'], contextWindow: ['x'] } },
      x: { deployments: ['a/x'] },
    });
    const { steps } = world.follow(world.plan('m'), fails({ 'a/m': failure('timeout'), 'a/x': failure('timeout') }));
    expect(steps.slice(0, 3)).toEqual(['a/m', 'a/x', expect.stringMatching(/^wait/)]);
  });

  test('fallbacks that are switched off are not asked', () => {
    const world = withFallbacks({ max_attempts: 6 });
    const { calls, end } = world.follow(world.plan('large', { fallbacks: false }), broken);
    expect(new Set(calls)).toEqual(new Set(['a/large', 'b/large']));
    expect(calls).toHaveLength(6);
    expect(end).toMatchObject({ status: 503 });
  });

  test('a sticky request goes to its deployment first, and to the others when that fails', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'b/m', 'c/m'] } });
    const homes = Array.from({ length: 30 }, () => world.follow(world.plan('m', { stickyKey: 'k' }), () => undefined));
    const [home = ''] = homes[0]?.calls ?? [];
    expect(new Set(homes.flatMap(({ calls }) => calls))).toEqual(new Set([home]));

    const { calls } = world.follow(world.plan('m', { stickyKey: 'k' }), fails({ [home]: failure('timeout') }));
    expect(calls).toHaveLength(2);
    expect(calls[0]).toBe(home);
    expect(calls[1]).not.toBe(home);
  });
});

describe('retries', () => {
  test.each([1, 2, 5, 9])('attempts are bounded: %d', (attempts) => {
    const world = withFallbacks({ max_attempts: attempts });
    const story = world.follow(world.plan('large'), broken);
    expect(story.calls).toHaveLength(attempts);
    expect(error(story).status).toBe(503);
  });

  test('pauses double from round to round, up to their limit', () => {
    const world = new RoutingWorld(
      { m: { deployments: ['a/m'] } },
      { max_attempts: 6, backoff_ms: 100, backoff_max_ms: 500, breaker: { ...NO_BREAKER } },
      LONGEST
    );
    expect(world.follow(world.plan('m'), broken).steps.filter((step) => step.startsWith('wait'))).toEqual([
      'wait 100',
      'wait 200',
      'wait 400',
      'wait 500',
      'wait 500',
    ]);
  });

  test('no call begins after the deadline', () => {
    const world = withFallbacks({ max_attempts: 100, deadline_ms: 5_000 });
    const begun: number[] = [];
    const story = world.follow(
      world.plan('large'),
      () => {
        begun.push(world.now - NOW);
        return failure('timeout');
      },
      900
    );
    expect(begun.length).toBeGreaterThan(4);
    // It is answered at the end of the call, so a call that begins in time ends up to 900 ms late.
    expect(Math.max(...begun)).toBeLessThan(5_900);
    expect(error(story).status).toBe(503);
    expect(error(story).message).toContain('a/large failed (timeout)');
  });

  test('a pause that would outlast the deadline is not made', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m'] } }, { deadline_ms: 1_500 });
    const story = world.follow(world.plan('m'), () => failure('rate_limit_error', 2));
    expect(story).toMatchObject({ calls: ['a/m'], waited: 0, end: { status: 429, retryAfterSeconds: 2 } });
  });

  test.each(['invalid_request_error', 'internal_error'] as const)('%s is final, wherever it comes from', (type) => {
    const world = withFallbacks();
    const final = failure(type);
    expect(world.follow(world.plan('large'), () => final)).toMatchObject({ waited: 0, end: final });
    const late = world.follow(world.plan('large'), (_id, call) => (call < 3 ? failure('timeout') : final));
    expect(late.calls).toHaveLength(3);
    expect(late.end).toBe(final);
  });

  test('all down: each is tried, the answer names all of them, and there is no storm', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'b/m', 'c/m'] } });
    let calls = 0;
    for (let request = 0; request < 1_000; request++) {
      const story = world.follow(world.plan('m'), () => failure('connection_error'));
      calls += story.calls.length;
      expect(story.calls.length).toBeLessThanOrEqual(4);
      expect(error(story)).toMatchObject({ status: 503, code: 'no_deployment_available' });
      ['a/m', 'b/m', 'c/m'].forEach((id) => expect(error(story).message).toContain(id));
    }
    expect(calls).toBeLessThanOrEqual(30);
  });
});

const NO_BREAKER = {
  consecutive_failures: 1_000,
  error_rate: 1,
  min_requests: 10_000,
  window_ms: 10_000,
  open_ms: 15_000,
  probes: 1,
};

describe('Retry-After of 2 s', () => {
  const limited = () => failure('rate_limit_error', 2);

  test('is waited for where there is one deployment', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m'] } });
    const story = world.follow(world.plan('m'), (_id, call) => (call === 1 ? limited() : undefined));
    expect(story).toMatchObject({ steps: ['a/m', 'wait 2000', 'a/m'], end: 'answered' });
  });

  test('is routed around where there are two, for the requests that follow too', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'b/m'], strategy: 'least-busy' } });
    const answers = fails({ 'a/m': limited() });
    const stories = Array.from({ length: 20 }, () => world.follow(world.plan('m'), answers));
    expect(stories.every(({ waited, end }) => waited === 0 && end === 'answered')).toBe(true);
    expect(stories.flatMap(({ calls }) => calls).filter((id) => id === 'a/m')).toHaveLength(1);
  });

  test('is routed around where there is a fallback', () => {
    const world = new RoutingWorld({
      m: { deployments: ['a/m'], fallbacks: { error: ['x'] } },
      x: { deployments: ['b/x'] },
    });
    const answers = fails({ 'a/m': limited() });
    expect(world.follow(world.plan('m'), answers)).toMatchObject({ steps: ['a/m', 'b/x'], end: 'answered' });
    expect(world.follow(world.plan('m'), answers)).toMatchObject({ steps: ['b/x'], end: 'answered' });
  });

  test('is waited for by the requests that follow', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m'] } });
    world.call('a/m', limited());
    world.now += 500;
    expect(world.follow(world.plan('m'), () => undefined)).toMatchObject({
      steps: ['wait 1500', 'a/m'],
      end: 'answered',
    });
  });

  test('where all are limited, the shortest is waited for', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'b/m'] } });
    const pauses: Readonly<Record<string, number>> = { 'a/m': 5, 'b/m': 2 };
    const story = world.follow(
      world.plan('m'),
      (id, call) => (call <= 2 ? failure('rate_limit_error', pauses[id]) : undefined),
      0
    );
    expect(story.steps.slice(2)).toEqual(['wait 2000', 'b/m']);
  });

  test('longer than max_retry_after_ms is passed on to the client, and what is left of it to those that follow', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m'] } }, { max_retry_after_ms: 1_000 });
    const first = world.follow(world.plan('m'), limited);
    expect(first).toMatchObject({ calls: ['a/m'], waited: 0, end: { status: 429, retryAfterSeconds: 2 } });
    world.now += 500;
    const second = world.follow(world.plan('m'), limited);
    expect(second).toMatchObject({ calls: [], waited: 0, end: { status: 429, retryAfterSeconds: 1.5 } });
    world.now += 501;
    expect(world.follow(world.plan('m'), () => undefined)).toMatchObject({
      steps: ['wait 999', 'a/m'],
      end: 'answered',
    });
  });
});

describe('a 429 without Retry-After', () => {
  test('moves to another at once', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'b/m'] } });
    const story = world.follow(world.plan('m'), (_id, call) => (call === 1 ? failure('rate_limit_error') : undefined));
    expect(new Set(story.calls).size).toBe(2);
    expect(story.waited).toBe(0);
  });

  test('is retried with backoff, and stays a 429', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'b/m'] } }, {}, LONGEST);
    const story = world.follow(world.plan('m'), () => failure('rate_limit_error'));
    expect(story.calls).toHaveLength(4);
    expect(story.steps[2]).toBe('wait 250');
    expect(error(story)).toMatchObject({ status: 429, type: 'rate_limit_error' });
  });
});

describe.each([
  ['context_window_exceeded', 'contextWindow'],
  ['content_policy_violation', 'contentPolicy'],
] as const)('%s', (type, chain) => {
  const refused = failure(type);
  const create = () =>
    new RoutingWorld(
      {
        m: { deployments: ['a/m', 'b/m'], fallbacks: { [chain]: ['special', 'last'], error: ['x'] } },
        special: { deployments: ['a/special'] },
        last: { deployments: ['b/last'] },
        x: { deployments: ['a/x'] },
        alone: { deployments: ['a/alone', 'b/alone'], fallbacks: { error: ['x'] } },
      },
      { max_attempts: 8 }
    );
  const ofModel = (id: string) => id.endsWith('/m');

  test('leads to its own chain at once: the same model would fail in the same way', () => {
    const world = create();
    const { calls, end } = world.follow(world.plan('m'), (id) => (ofModel(id) ? refused : undefined));
    expect(calls).toEqual([expect.stringMatching(/\/m$/), 'a/special']);
    expect(end).toBe('answered');
  });

  test('goes on along that chain, before the one for errors', () => {
    const world = create();
    const { calls } = world.follow(world.plan('m'), (id) =>
      ofModel(id) ? refused : id === 'a/special' ? failure('timeout') : undefined
    );
    expect(calls.slice(1)).toEqual(['a/special', 'b/last']);
  });

  test('goes on along that chain when the special one refuses too', () => {
    const world = create();
    const { calls } = world.follow(world.plan('m'), (id) => (id === 'b/last' ? undefined : refused));
    expect(calls.slice(1)).toEqual(['a/special', 'b/last']);
  });

  test('the model that refused is not asked again in later rounds', () => {
    const world = create();
    const { calls } = world.follow(world.plan('m'), (id) => (ofModel(id) ? refused : failure('timeout')));
    expect(calls).toHaveLength(8);
    expect(calls.filter(ofModel)).toHaveLength(1);
  });

  test.each([
    ['when nothing else can take it', 'alone', true],
    ['when fallbacks are switched off', 'm', false],
  ])('is told to the client as it is %s', (_name, model, fallbacks) => {
    const world = create();
    const story = world.follow(world.plan(model, { fallbacks }), () => refused);
    expect(story).toMatchObject({ waited: 0, end: refused });
    expect(story.calls).toHaveLength(1);
  });

  test('is told to the client as it is when all of the chain refuse', () => {
    const world = create();
    const story = world.follow(world.plan('m'), () => refused);
    expect(story.calls).toHaveLength(3);
    expect(story.end).toBe(refused);
  });
});

describe('what is out', () => {
  test('a refused credential takes all deployments of that provider out until it is time to try again', () => {
    const world = new RoutingWorld({
      m: { deployments: ['a/m', 'a/m2', 'b/m'] },
      x: { deployments: ['a/x'] },
    });
    const answers = (id: string) => (id.startsWith('a/') ? failure('provider_authentication_error') : undefined);
    const stories = Array.from({ length: 50 }, () => world.follow(world.plan('m'), answers));
    expect(stories.every(({ end }) => end === 'answered')).toBe(true);
    expect(stories.flatMap(({ calls }) => calls).filter((id) => id.startsWith('a/'))).toHaveLength(1);

    const other = world.follow(world.plan('x'), answers);
    expect(other.calls).toEqual([]);
    expect(error(other)).toMatchObject({ status: 503 });
    expect(error(other).message).toContain('credential');

    world.now += world.settings.credential_retry_ms;
    expect(world.follow(world.plan('x'), () => undefined)).toMatchObject({ calls: ['a/x'], end: 'answered' });
    expect(world.state('a/m').notReady(world.now)).toBeUndefined();
  });

  test('a single refused credential is not tried again', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m'] } });
    const story = world.follow(world.plan('m'), () => failure('provider_authentication_error'));
    expect(story).toMatchObject({ calls: ['a/m'], waited: 0, end: { type: 'provider_authentication_error' } });
  });

  test('an open breaker is not called; one probe is, when it is time', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m', 'b/m'] } });
    for (let each = 0; each < 5; each++) {
      world.call('a/m', failure('connection_error'));
    }
    const during = Array.from({ length: 50 }, () => world.follow(world.plan('m'), () => undefined));
    expect(new Set(during.flatMap(({ calls }) => calls))).toEqual(new Set(['b/m']));

    world.now += world.settings.breaker.open_ms;
    const after = Array.from({ length: 50 }, () => world.follow(world.plan('m'), fails({ 'a/m': broken() })));
    expect(after.every(({ end }) => end === 'answered')).toBe(true);
    expect(after.flatMap(({ calls }) => calls).filter((id) => id === 'a/m')).toHaveLength(1);
  });

  test('with every breaker open nothing is called and nothing is waited for', () => {
    const world = new RoutingWorld({ m: { deployments: ['a/m'] } });
    for (let each = 0; each < 5; each++) {
      world.call('a/m', failure('timeout'));
    }
    const story = world.follow(world.plan('m'), () => undefined);
    expect(story).toMatchObject({ steps: [], end: { status: 503, type: 'overloaded' } });
    expect(error(story).message).toContain('circuit breaker is open');
  });

  test.each([true, false])('weight 0 is neither called nor waited for (its sister fails: %s)', (fails) => {
    const world = new RoutingWorld({ m: { deployments: [deployment('off/m', { weight: 0 }), 'on/m'] } });
    for (let each = 0; each < 5; each++) {
      world.call('on/m', fails ? failure('timeout') : failure('provider_authentication_error'));
    }
    expect(world.follow(world.plan('m'), () => undefined)).toMatchObject({ steps: [], end: { status: 503 } });
  });
});

describe('busy', () => {
  const limitedTo = (id: string, maxConcurrent: number) => deployment(id, { maxConcurrent });

  test('one that has all the calls it may have is passed over', () => {
    const world = new RoutingWorld({ m: { deployments: [limitedTo('a/m', 1), 'b/m'] } });
    world.state('a/m').begin(NOW);
    const calls = Array.from({ length: 50 }, () => world.follow(world.plan('m'), () => undefined)).flatMap(
      (story) => story.calls
    );
    expect(new Set(calls)).toEqual(new Set(['b/m']));
  });

  test('all of them busy is a queue, and after it the way starts over', () => {
    const world = new RoutingWorld({ m: { deployments: [limitedTo('a/m', 1)] } });
    const end = world.state('a/m').begin(NOW);
    const plan = world.plan('m');
    expect(plan.next(undefined, NOW)).toEqual({ kind: 'queue' });
    end({ failure: undefined, firstTokenMs: undefined, headers: undefined }, NOW + 5);
    expect(plan.next(undefined, NOW + 5)).toMatchObject({ kind: 'call', model: 'm' });
  });

  test('a fallback that is free is taken instead of the queue', () => {
    const world = new RoutingWorld({
      m: { deployments: [limitedTo('a/m', 1)], fallbacks: { error: ['x'] } },
      x: { deployments: ['b/x'] },
    });
    world.state('a/m').begin(NOW);
    expect(world.follow(world.plan('m'), () => undefined).calls).toEqual(['b/x']);
    expect(world.follow(world.plan('m', { fallbacks: false }), () => undefined).end).toBe('queue');
  });

  test('after a failure it is retried, though another request has taken its place meanwhile', () => {
    const world = new RoutingWorld({ m: { deployments: [limitedTo('a/m', 1)] } });
    const plan = world.plan('m');
    expect(plan.next(undefined, NOW).kind).toBe('call');
    world.call('a/m', failure('timeout'));
    const end = world.state('a/m').begin(world.now);
    const pause = plan.next(failure('timeout'), world.now);
    expect(pause.kind).toBe('wait');
    world.now += 1_000;
    expect(plan.next(undefined, world.now)).toEqual({ kind: 'queue' });
    end({ failure: undefined, firstTokenMs: undefined, headers: undefined }, world.now);
    expect(plan.next(undefined, world.now).kind).toBe('call');
  });

  test('time in the queue does not lengthen the pauses between retries', () => {
    const world = new RoutingWorld({ m: { deployments: [limitedTo('a/m', 1)] } }, {}, LONGEST);
    const end = world.state('a/m').begin(NOW);
    const plan = world.plan('m');
    for (let each = 0; each < 6; each++) {
      expect(plan.next(undefined, NOW).kind).toBe('queue');
    }
    end({ failure: undefined, firstTokenMs: undefined, headers: undefined }, NOW);
    expect(plan.next(undefined, NOW).kind).toBe('call');
    world.call('a/m', failure('timeout'));
    const step = plan.next(failure('timeout'), world.now);
    expect(step.kind === 'wait' && Math.round(step.ms)).toBe(250);
  });

  test('the queue does not outlast the deadline', () => {
    const world = new RoutingWorld({ m: { deployments: [limitedTo('a/m', 1)] } }, { deadline_ms: 1_000 });
    world.state('a/m').begin(NOW);
    const plan = world.plan('m');
    expect(plan.next(undefined, NOW).kind).toBe('queue');
    expect(plan.next(undefined, NOW + 1_000)).toMatchObject({ kind: 'give_up', error: { status: 503 } });
  });

  test('a place that comes free at the deadline is too late, which is no 429', () => {
    const world = new RoutingWorld({ m: { deployments: [limitedTo('a/m', 1)] } }, { deadline_ms: 1_000 });
    const end = world.state('a/m').begin(NOW);
    const plan = world.plan('m');
    expect(plan.next(undefined, NOW).kind).toBe('queue');
    end({ failure: undefined, firstTokenMs: undefined, headers: undefined }, NOW + 1_000);
    const step = plan.next(undefined, NOW + 1_000);
    expect(step).toMatchObject({ kind: 'give_up', error: { status: 503, retryAfterSeconds: 1 } });
  });
});

describe.each(STRATEGY_NAMES)('over 10,000 requests, %s', (strategy) => {
  test('never chooses a weight of 0, not even when the others fail', () => {
    const off = deployment('off/m', { weight: 0, price: () => ({ nanoUsd: 0, source: 'config' }) });
    const world = new RoutingWorld(
      { m: { strategy, deployments: [off, 'a/m', 'b/m'] } },
      { breaker: NO_BREAKER },
      seededRandom(9)
    );
    const calls: string[] = [];
    for (let request = 0; request < 10_000; request++) {
      const stickyKey = request % 4 === 0 ? { stickyKey: `k${request}` } : {};
      const fault = world.random() < 0.2 ? failure('timeout') : undefined;
      calls.push(...world.follow(world.plan('m', stickyKey), (_id, call) => (call === 1 ? fault : undefined)).calls);
    }
    const chosen = shares(calls);
    expect(chosen).not.toHaveProperty('off/m');
    expect(chosen['a/m']).toBeGreaterThan(0);
    expect(chosen['b/m']).toBeGreaterThan(0);
  });
});
