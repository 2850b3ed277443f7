import { candidate } from '../../../tests/support/routing.js';
import { stickyOrder } from './sticky.js';
import type { Candidate } from './strategies/strategy.js';

const KEYS = Array.from({ length: 10_000 }, (_, index) => `team-${index}`);

function candidates(weights: Readonly<Record<string, number>>): Candidate[] {
  return Object.entries(weights).map(([id, weight]) => candidate(id, { weight }));
}

function choices(all: readonly Candidate[]): Map<string, string> {
  return new Map(KEYS.map((key) => [key, stickyOrder(all, key)[0]?.deployment.id ?? 'none']));
}

function share(chosen: ReadonlyMap<string, string>, id: string): number {
  return [...chosen.values()].filter((each) => each === id).length / chosen.size;
}

test('the same key gets the same order, whatever order the deployments are in', () => {
  const all = candidates({ 'a/m': 1, 'b/m': 1, 'c/m': 1 });
  for (const key of KEYS.slice(0, 200)) {
    expect(stickyOrder([...all].reverse(), key)).toEqual(stickyOrder(all, key));
  }
});

test('how busy, fast or full a deployment is does not move a key', () => {
  const idle = candidates({ 'a/m': 1, 'b/m': 1 });
  const loaded = [candidate('a/m', { active: 50, firstTokenMs: 9_000, headroom: 0 }), candidate('b/m')];
  expect(choices(loaded)).toEqual(choices(idle));
});

test.each([
  [{ 'a/m': 1, 'b/m': 1, 'c/m': 1 }],
  [{ 'a/m': 3, 'b/m': 1 }],
  [{ 'a/m': 0.2, 'b/m': 0.3, 'c/m': 0.5 }],
  [{ 'openai/gpt-4o': 1, 'openai/gpt-4o-mini': 1, 'azure/gpt-4o': 2 }],
])('10,000 keys are shared in proportion to the weights: %j', (weights: Record<string, number>) => {
  const chosen = choices(candidates(weights));
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  for (const [id, weight] of Object.entries(weights)) {
    expect(Math.abs(share(chosen, id) - weight / sum)).toBeLessThan(0.02);
  }
});

test('only the share of a lost deployment moves, and it spreads over the others', () => {
  const all = candidates({ 'a/m': 1, 'b/m': 1, 'c/m': 1, 'd/m': 1 });
  const before = choices(all);
  const after = choices(all.filter(({ deployment }) => deployment.id !== 'b/m'));
  const moved = KEYS.filter((key) => before.get(key) !== after.get(key));
  expect(moved.every((key) => before.get(key) === 'b/m')).toBe(true);
  expect(moved.length / KEYS.length).toBeCloseTo(0.25, 1);
  for (const id of ['a/m', 'c/m', 'd/m']) {
    const got = moved.filter((key) => after.get(key) === id).length;
    expect(Math.abs(got / moved.length - 1 / 3)).toBeLessThan(0.05);
  }
});

test('a deployment that is new takes its share and moves nothing else', () => {
  const before = choices(candidates({ 'a/m': 1, 'b/m': 1 }));
  const after = choices(candidates({ 'a/m': 1, 'b/m': 1, 'c/m': 2 }));
  const moved = KEYS.filter((key) => before.get(key) !== after.get(key));
  expect(moved.every((key) => after.get(key) === 'c/m')).toBe(true);
  expect(Math.abs(moved.length / KEYS.length - 0.5)).toBeLessThan(0.02);
});

test('the second choice is where the key goes when the first is lost', () => {
  const all = candidates({ 'a/m': 1, 'b/m': 2, 'c/m': 1 });
  for (const key of KEYS.slice(0, 200)) {
    const [first, second] = stickyOrder(all, key);
    expect(
      stickyOrder(
        all.filter((each) => each !== first),
        key
      )[0]
    ).toBe(second);
  }
});
