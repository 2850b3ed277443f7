import { seededRandom } from '../../../../tests/support/random.js';
import { candidate, deployment, RoutingWorld, shares, sharesOfFirst } from '../../../../tests/support/routing.js';
import { leastBusy } from './leastBusy.js';

/** 10,000 requests, `clients` of them at a time, at deployments that take different times to answer. */
function simulate(
  answerMs: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
  clients: number
) {
  const deployments = Object.keys(answerMs).map((id) => deployment(id, { weight: weights[id] ?? 1 }));
  const world = new RoutingWorld({ m: { strategy: 'least-busy', deployments } }, {}, seededRandom(5));
  const running: Array<{ until: number; end: () => void }> = [];
  const chosen: string[] = [];
  let unevenness = 0;
  for (let request = 0; request < 10_000; request++) {
    if (running.length === clients) {
      running.sort((a, b) => a.until - b.until);
      const first = running.shift();
      world.now = first?.until ?? world.now;
      first?.end();
    }
    const step = world.plan('m').next(undefined, world.now);
    if (step.kind !== 'call') {
      throw new Error(step.kind);
    }
    const { state } = step;
    const { id, weight } = state.deployment;
    const end = state.begin(world.now);
    running.push({
      until: world.now + (answerMs[id] ?? 0),
      end: () => end({ failure: undefined, firstTokenMs: undefined, headers: undefined }, world.now),
    });
    chosen.push(id);
    const loads = deployments.map((each) => world.state(each.id).active / each.weight);
    if (request >= clients) {
      unevenness = Math.max(unevenness, state.active / weight - Math.min(...loads));
    }
  }
  return { shares: shares(chosen), unevenness };
}

test('calls under way even out, so that the fast one gets more of 10,000 requests', () => {
  const { shares, unevenness } = simulate({ 'fast/m': 100, 'slow/m': 400 }, {}, 60);
  expect(unevenness).toBeLessThanOrEqual(1);
  expect(shares['fast/m']).toBeCloseTo(0.8, 1);
  expect(shares['slow/m']).toBeCloseTo(0.2, 1);
});

test('calls under way are in proportion to the weights', () => {
  const { shares } = simulate({ 'big/m': 100, 'small/m': 100 }, { 'big/m': 3 }, 80);
  expect(Math.abs((shares['big/m'] ?? 0) - 0.75)).toBeLessThan(0.02);
});

test('the least busy comes first, the others stand by in order', () => {
  const all = [candidate('a/m', { active: 7 }), candidate('b/m', { active: 2 }), candidate('c/m', { active: 4 })];
  expect(leastBusy(all, seededRandom(1)).map(({ active }) => active)).toEqual([2, 4, 7]);
});

test('equally busy ones share', () => {
  const idle = ['a/m', 'b/m', 'c/m', 'd/m'].map((id) => candidate(id, { active: 3 }));
  for (const share of Object.values(sharesOfFirst(leastBusy, idle, seededRandom(2)))) {
    expect(Math.abs(share - 0.25)).toBeLessThan(0.02);
  }
});
