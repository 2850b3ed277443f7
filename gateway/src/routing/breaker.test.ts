import { NOW } from '../../../tests/support/routing.js';
import { Breaker, type BreakerSettings } from './breaker.js';

const SETTINGS: BreakerSettings = {
  consecutive_failures: 5,
  error_rate: 0.5,
  min_requests: 20,
  window_ms: 10_000,
  open_ms: 3_000,
  probes: 2,
};

/** A breaker with a clock; `transitions` reads `from to reason`. */
function create(overrides: Partial<BreakerSettings> = {}) {
  const transitions: string[] = [];
  const breaker = new Breaker(
    { ...SETTINGS, ...overrides },
    (from, to, reason, at, followed) =>
      transitions.push(`${at - NOW}: ${from} → ${to} (${reason})${followed ? ' followed' : ''}`),
    NOW
  );
  const call = (succeeded: boolean | undefined, at = NOW, times = 1) => {
    for (let each = 0; each < times; each++) {
      breaker.begin(at)(succeeded, at);
    }
  };
  return { breaker, call, transitions };
}

/** One that opened at NOW. */
function createOpen(overrides: Partial<BreakerSettings> = {}) {
  const created = create(overrides);
  created.call(false, NOW, 5);
  created.transitions.length = 0;
  return created;
}

const READY = NOW + SETTINGS.open_ms;

test('closed lets every call through', () => {
  const { breaker, call, transitions } = create();
  expect(breaker.state(NOW)).toBe('closed');
  expect(breaker.since).toBe(NOW);
  call(true, NOW, 50);
  expect(breaker.allows(NOW)).toBe(true);
  expect(transitions).toEqual([]);
});

describe('failures in a row', () => {
  test('open it', () => {
    const { breaker, call, transitions } = create();
    call(false, NOW + 7, 4);
    expect(breaker.state(NOW + 7)).toBe('closed');
    call(false, NOW + 8);
    expect(breaker.state(NOW + 8)).toBe('open');
    expect(breaker.allows(NOW + 8)).toBe(false);
    expect(breaker.since).toBe(NOW + 8);
    expect(transitions).toEqual(['8: closed → open (5 failures in a row)']);
    expect(breaker.reason).toBe('5 failures in a row');
  });

  test('are counted from the last success', () => {
    const { breaker, call } = create();
    call(false, NOW, 4);
    call(true);
    call(false, NOW, 4);
    expect(breaker.state(NOW)).toBe('closed');
  });

  test('count however far apart they are', () => {
    const { breaker, call } = create();
    [0, 1, 2, 3, 4].forEach((hour) => call(false, NOW + hour * 3_600_000));
    expect(breaker.state(NOW + 4 * 3_600_000)).toBe('open');
  });

  test('that are told of after it has opened change nothing', () => {
    const { breaker, transitions } = create();
    const ends = Array.from({ length: 50 }, () => breaker.begin(NOW));
    ends.forEach((end, index) => end(false, NOW + index));
    expect(transitions).toHaveLength(1);
    expect(breaker.since).toBe(NOW + 4);
  });
});

describe('error rate', () => {
  /** Failures and successes in turn, the last one a failure. */
  const alternate = (call: ReturnType<typeof create>['call'], calls: number, at = NOW) => {
    for (let each = 1; each <= calls; each++) {
      call(each % 2 === 1, at);
    }
  };

  test('opens it once there are enough calls', () => {
    const { breaker, call, transitions } = create();
    alternate(call, 18);
    call(true);
    expect(breaker.state(NOW)).toBe('closed');
    call(false);
    expect(breaker.state(NOW)).toBe('open');
    expect(transitions).toEqual(['0: closed → open (10 of 20 calls failed)']);
  });

  test('below the limit does not', () => {
    const { breaker, call } = create();
    for (let each = 0; each < 300; each++) {
      call(each % 5 > 1);
    }
    expect(breaker.state(NOW)).toBe('closed');
  });

  test('is that of the window: old failures have left it', () => {
    const { breaker, call } = create();
    for (let each = 0; each < 9; each++) {
      call(true, NOW);
      call(false, NOW);
    }
    call(true, NOW + SETTINGS.window_ms);
    call(false, NOW + SETTINGS.window_ms);
    expect(breaker.state(NOW + SETTINGS.window_ms)).toBe('closed');
  });

  test('is that of the window: what is within it counts together', () => {
    const { breaker, call } = create();
    for (let each = 0; each < 9; each++) {
      call(true, NOW + each * 1_000);
      call(false, NOW + each * 1_000);
    }
    call(true, NOW + 8_900);
    expect(breaker.state(NOW + 8_900)).toBe('closed');
    call(false, NOW + 8_900);
    expect(breaker.state(NOW + 8_900)).toBe('open');
  });

  test('is that of the window: old successes do not hide that it fails now', () => {
    const { breaker, call } = create();
    call(true, NOW, 1_000);
    alternate(call, 20, NOW + 12_000);
    expect(breaker.state(NOW + 12_000)).toBe('open');
  });
});

describe('open', () => {
  test('lets nothing through until its time is up', () => {
    const { breaker } = createOpen();
    expect(breaker.allows(READY - 1)).toBe(false);
    expect(breaker.state(READY - 1)).toBe('open');
    expect(breaker.allows(READY)).toBe(true);
    expect(breaker.state(READY)).toBe('half_open');
  });

  test.each([true, false, undefined])('a call from before that ends %s neither closes nor prolongs it', (succeeded) => {
    const { breaker, call, transitions } = create();
    const late = breaker.begin(NOW);
    call(false, NOW, 5);
    transitions.length = 0;
    late(succeeded, NOW + 2_000);
    expect(breaker.state(NOW + 2_000)).toBe('open');
    expect(breaker.allows(READY)).toBe(true);
    expect(transitions).toEqual([]);
  });
});

describe('half open', () => {
  test('asking does not take a probe’s place; beginning does, and no more than there are', () => {
    const { breaker, transitions } = createOpen();
    for (let each = 0; each < 10; each++) {
      expect(breaker.allows(READY)).toBe(true);
    }
    expect(transitions).toEqual([]);
    breaker.begin(READY);
    expect(transitions).toEqual(['3000: open → half_open (time to try again)']);
    expect(breaker.allows(READY)).toBe(true);
    breaker.begin(READY);
    expect(breaker.allows(READY)).toBe(false);
    expect(transitions).toHaveLength(1);
  });

  test('a probe that succeeds closes it', () => {
    const { breaker, call, transitions } = createOpen();
    call(true, READY + 10);
    expect(breaker.state(READY + 10)).toBe('closed');
    expect(breaker.since).toBe(READY + 10);
    expect(transitions).toEqual([
      '3010: open → half_open (time to try again)',
      '3010: half_open → closed (a probe succeeded)',
    ]);
  });

  test('a probe that fails opens it again, for as long as before', () => {
    const { breaker, call, transitions } = createOpen();
    call(false, READY);
    expect(transitions.at(-1)).toBe('3000: half_open → open (a probe failed)');
    expect(breaker.allows(READY + 2_999)).toBe(false);
    expect(breaker.allows(READY + 3_000)).toBe(true);

    call(true, READY + 3_000);
    expect(breaker.state(READY + 3_000)).toBe('closed');
  });

  test('a probe that says nothing (429, the client left) gives its place back and decides nothing', () => {
    const { breaker, transitions } = createOpen({ probes: 1 });
    for (let each = 0; each < 5; each++) {
      const end = breaker.begin(READY + each);
      expect(breaker.allows(READY + each)).toBe(false);
      end(undefined, READY + each);
      expect(breaker.state(READY + each)).toBe('half_open');
      expect(breaker.allows(READY + each)).toBe(true);
    }
    expect(transitions).toHaveLength(1);
  });

  test('a second probe that is still out when the first fails gives its place back too', () => {
    const { breaker } = createOpen();
    const [first, second] = [breaker.begin(READY), breaker.begin(READY)];
    first(false, READY + 1);
    second(false, READY + 2);
    const again = READY + 1 + SETTINGS.open_ms;
    breaker.begin(again);
    expect(breaker.allows(again)).toBe(true);
    breaker.begin(again);
    expect(breaker.allows(again)).toBe(false);
  });

  test.each([true, false])('a call from before it opened that ends %s is no probe', (succeeded) => {
    const { breaker, call, transitions } = create();
    const late = breaker.begin(NOW);
    call(false, NOW, 5);
    const probe = breaker.begin(READY);
    transitions.length = 0;
    late(succeeded, READY + 1);
    expect(breaker.state(READY + 1)).toBe('half_open');
    expect(transitions).toEqual([]);

    probe(true, READY + 2);
    expect(breaker.state(READY + 2)).toBe('closed');
  });
});

describe('closed again', () => {
  test('starts afresh: what failed before is forgotten', () => {
    const { breaker, call } = createOpen({ min_requests: 6 });
    call(true, READY);
    call(true, READY + 1);
    call(false, READY + 1, 3);
    expect(breaker.state(READY + 1)).toBe('closed');
    call(false, READY + 1, 2);
    expect(breaker.state(READY + 1)).toBe('open');
  });
});

describe('following another replica’s', () => {
  test('opens and closes as that one did, and says that it only follows', () => {
    const { breaker, transitions } = create();
    breaker.follow('open', 'told', NOW + 1);
    expect(breaker.allows(NOW + 1)).toBe(false);
    breaker.follow('closed', 'told', NOW + 2);
    expect(breaker.allows(NOW + 2)).toBe(true);
    expect(transitions).toEqual(['1: closed → open (told) followed', '2: open → closed (told) followed']);
  });

  test('closing starts afresh', () => {
    const { breaker, call } = createOpen();
    breaker.follow('closed', 'told', NOW + 1);
    call(false, NOW + 1, 4);
    expect(breaker.state(NOW + 1)).toBe('closed');
    call(false, NOW + 1);
    expect(breaker.state(NOW + 1)).toBe('open');
  });

  test('what it has done already is not done again: it does not stay open longer', () => {
    const { breaker, transitions } = createOpen();
    breaker.follow('open', 'told', NOW + 2_000);
    expect(transitions).toEqual([]);
    expect(breaker.allows(READY)).toBe(true);
  });

  test('a probe under way gives its place back, and decides nothing any more', () => {
    const { breaker } = createOpen({ probes: 1 });
    const probe = breaker.begin(READY);
    breaker.follow('open', 'told', READY + 1);
    probe(true, READY + 2);
    expect(breaker.state(READY + 2)).toBe('open');
    expect(breaker.allows(READY + 1 + SETTINGS.open_ms)).toBe(true);
  });
});

test('outcomes that say nothing never open it, nor count as calls', () => {
  const { breaker, call } = create();
  call(undefined, NOW, 1_000);
  call(false, NOW, 4);
  call(undefined, NOW, 100);
  expect(breaker.state(NOW)).toBe('closed');
  call(false, NOW);
  expect(breaker.state(NOW)).toBe('open');
});
