import { seededRandom } from '../../../../tests/support/random.js';
import { candidate, RoutingWorld, shares, sharesOfFirst } from '../../../../tests/support/routing.js';
import { lowestLatency } from './lowestLatency.js';

/** Requests one after the other; each deployment's time to first token varies by a fifth around what is given. */
function send(world: RoutingWorld, requests: number, firstTokenMs: Readonly<Record<string, number>>): string[] {
  return Array.from({ length: requests }, () => {
    const step = world.plan('m').next(undefined, world.now);
    if (step.kind !== 'call') {
      throw new Error(step.kind);
    }
    const { id } = step.state.deployment;
    world.call(id, undefined, { ms: (firstTokenMs[id] ?? 0) * (0.8 + 0.4 * world.random()) });
    return id;
  });
}

function createWorld(seed: number, ids = ['fast/m', 'slow/m']): RoutingWorld {
  return new RoutingWorld({ m: { strategy: 'lowest-latency', deployments: ids } }, {}, seededRandom(seed));
}

test('of 10,000 requests the fast one gets nearly all, and the slow one is still probed', () => {
  const { 'fast/m': fast = 0, 'slow/m': slow = 0 } = shares(
    send(createWorld(1), 10_000, { 'fast/m': 100, 'slow/m': 900 })
  );
  expect(Math.abs(fast - 0.95)).toBeLessThan(0.02);
  expect(Math.abs(slow - 0.05)).toBeLessThan(0.02);
});

test('probes are spread over all of the slower ones', () => {
  const world = createWorld(2, ['a/m', 'b/m', 'c/m']);
  const { 'b/m': second = 0, 'c/m': third = 0 } = shares(send(world, 10_000, { 'a/m': 100, 'b/m': 500, 'c/m': 900 }));
  expect(Math.abs(second - 0.025)).toBeLessThan(0.01);
  expect(Math.abs(third - 0.025)).toBeLessThan(0.01);
});

test('moves within a few requests when the fast one becomes slow, and back when it has recovered', () => {
  const world = createWorld(3);
  send(world, 1_000, { 'fast/m': 100, 'slow/m': 300 });
  const during = send(world, 1_000, { 'fast/m': 2_000, 'slow/m': 300 });
  expect(during.slice(0, 20)).toContain('slow/m');
  expect(shares(during.slice(20))['slow/m']).toBeGreaterThan(0.9);

  const after = send(world, 2_000, { 'fast/m': 100, 'slow/m': 300 });
  expect(shares(after.slice(1_000))['fast/m']).toBeGreaterThan(0.9);
});

test('one slow answer does not outweigh many fast ones', () => {
  const world = createWorld(4);
  send(world, 200, { 'fast/m': 100, 'slow/m': 900 });
  world.call('fast/m', undefined, { ms: 1_500 });
  expect(shares(send(world, 200, { 'fast/m': 100, 'slow/m': 900 }))['fast/m']).toBeGreaterThan(0.85);
});

test('one that has not been measured yet is measured first', () => {
  const all = [candidate('known/m', { firstTokenMs: 10 }), candidate('new/m')];
  expect(sharesOfFirst(lowestLatency, all, seededRandom(5))['new/m']).toBeGreaterThan(0.93);
});

test('equally fast ones share', () => {
  const all = ['a/m', 'b/m'].map((id) => candidate(id, { firstTokenMs: 100 }));
  expect(Math.abs((sharesOfFirst(lowestLatency, all, seededRandom(6))['a/m'] ?? 0) - 0.5)).toBeLessThan(0.02);
});

test('a probe leaves out nobody who could stand by', () => {
  const all = [1, 2, 3].map((ms) => candidate(`p${ms}/m`, { firstTokenMs: ms }));
  const random = seededRandom(7);
  for (let draw = 0; draw < 1_000; draw++) {
    expect(new Set(lowestLatency(all, random))).toEqual(new Set(all));
  }
});

test('a single one is chosen without a probe of others', () => {
  const only = candidate('only/m', { firstTokenMs: 5 });
  expect(lowestLatency([only], () => 0)).toEqual([only]);
});
