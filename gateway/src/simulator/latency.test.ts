import { simulatorSettings } from '../../../tests/support/simulator.js';
import { seededRandom } from '../../../tests/support/random.js';
import { drawLatency } from './latency.js';

test.each([
  [0, 50],
  [0.5, 100],
  [0.75, 125],
])('jitter spreads evenly: a draw of %d is %d ms', (draw, latency) => {
  expect(drawLatency(simulatorSettings({ latency_ms: 100, jitter: 0.5 }), draw)).toBeCloseTo(latency);
});

test('has the median and the p95 it was given, and a tail beyond', () => {
  const behaviour = simulatorSettings({ latency_ms: 200, latency_p95_ms: 900, jitter: 0.5 });
  expect(drawLatency(behaviour, 0.5)).toBeCloseTo(200);
  expect(drawLatency(behaviour, 0.95)).toBeCloseTo(900);
  const random = seededRandom(1);
  const drawn = Array.from({ length: 20_000 }, () => drawLatency(behaviour, random())).sort((a, b) => a - b);
  expect(drawn[10_000]! / 200).toBeCloseTo(1, 1);
  expect(drawn[19_000]! / 900).toBeCloseTo(1, 1);
  expect(drawn[19_980]!).toBeGreaterThan(2_000);
});

test.each([0, 2 ** -53, 1 - 2 ** -53])('stays finite and bounded at %d', (draw) => {
  const latency = drawLatency(simulatorSettings({ latency_ms: 1, latency_p95_ms: 600_000 }), draw);
  expect(latency).toBeGreaterThanOrEqual(0);
  expect(latency).toBeLessThanOrEqual(600_000);
});

test('a p95 below the median, as two overrides can leave it, is no latency below the median', () => {
  const behaviour = { ...simulatorSettings({ latency_ms: 500 }), latency_p95_ms: 100 };
  expect(drawLatency(behaviour, 0.99)).toBe(500);
});
