import { seededRandom } from '../../../../tests/support/random.js';
import { candidate, RoutingWorld, shares, sharesOfFirst } from '../../../../tests/support/routing.js';
import { mostHeadroom } from './mostHeadroom.js';

const REQUESTS = 10_000;

test('10,000 requests use up unequal limits evenly, and run into none', () => {
  const limits: Readonly<Record<string, number>> = { 'big/m': 9_000, 'small/m': 3_000 };
  const left = { ...limits };
  const world = new RoutingWorld(
    { m: { strategy: 'most-headroom', deployments: Object.keys(limits) } },
    {},
    seededRandom(1)
  );
  const chosen = Array.from({ length: REQUESTS }, () => {
    const step = world.plan('m').next(undefined, world.now);
    if (step.kind !== 'call') {
      throw new Error(step.kind);
    }
    const { id } = step.state.deployment;
    left[id] = (left[id] ?? 0) - 1;
    world.call(id, undefined, {
      headers: { 'x-ratelimit-limit-requests': String(limits[id]), 'x-ratelimit-remaining-requests': String(left[id]) },
    });
    return id;
  });
  expect(Math.abs((shares(chosen)['big/m'] ?? 0) - 0.75)).toBeLessThan(0.02);
  expect(Math.min(...Object.values(left))).toBeGreaterThan(0);
});

test('one that says nothing counts as half full', () => {
  const silent = candidate('silent/m');
  const order = mostHeadroom(
    [candidate('low/m', { headroom: 0.4 }), silent, candidate('high/m', { headroom: 0.6 })],
    seededRandom(2)
  );
  expect(order.map(({ deployment: { id } }) => id)).toEqual(['high/m', 'silent/m', 'low/m']);
});

test('one that has nothing left comes last', () => {
  const all = [candidate('empty/m', { headroom: 0 }), candidate('silent/m'), candidate('scarce/m', { headroom: 0.01 })];
  expect(sharesOfFirst(mostHeadroom, all, seededRandom(3))['empty/m']).toBeUndefined();
  expect(mostHeadroom(all, seededRandom(3)).at(-1)?.deployment.id).toBe('empty/m');
});

test('equals share', () => {
  const all = [candidate('a/m'), candidate('b/m', { headroom: 0.5 })];
  expect(Math.abs((sharesOfFirst(mostHeadroom, all, seededRandom(4))['a/m'] ?? 0) - 0.5)).toBeLessThan(0.02);
});
