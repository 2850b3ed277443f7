import { simulatorSettings } from '../../../tests/support/simulator.js';
import { outageAt } from './outage.js';

const { outages } = simulatorSettings({
  outages: [
    { every_seconds: 60, for_seconds: 10, offset_seconds: 30 },
    { every_seconds: 100, for_seconds: 1, offset_seconds: 95, status: 529 },
  ],
});

test.each([
  [0, undefined],
  [29.999, undefined],
  [30, 503],
  [39.999, 503],
  [40, undefined],
  [95, 503], // Both are on: the first of the list counts.
  [195, 529],
  [196, undefined],
  [3630, 503],
])('at %d s: %p', (second, status) => {
  expect(outageAt(outages, second * 1000)?.status).toBe(status);
});

test('one as long as its period never ends', () => {
  const always = simulatorSettings({ outages: [{ every_seconds: 7, for_seconds: 7 }] }).outages;
  for (let second = 0; second < 30; second += 0.5) {
    expect(outageAt(always, second * 1000)).toBeDefined();
  }
});
