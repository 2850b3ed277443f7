import { NOW } from '../../../tests/support/routing.js';
import { ProviderGate } from './providerGate.js';

function createGate() {
  const refusals: number[] = [];
  return { gate: new ProviderGate(1_000, (at) => refusals.push(at)), refusals };
}

test('lets through until the credential is refused', () => {
  const { gate, refusals } = createGate();
  expect(gate.refusedSince(NOW)).toBeUndefined();
  expect(refusals).toEqual([]);
});

test('is closed for as long as it says, and not longer', () => {
  const { gate } = createGate();
  gate.refuse(NOW);
  expect(gate.refusedSince(NOW)).toBe(NOW);
  expect(gate.refusedSince(NOW + 999)).toBe(NOW);
  expect(gate.refusedSince(NOW + 1_000)).toBeUndefined();
});

test('calls under way that are refused too prolong it, and are told of once', () => {
  const { gate, refusals } = createGate();
  gate.refuse(NOW);
  gate.refuse(NOW + 10);
  gate.refuse(NOW + 500);
  expect(refusals).toEqual([NOW]);
  expect(gate.refusedSince(NOW + 1_499)).toBe(NOW);
  expect(gate.refusedSince(NOW + 1_500)).toBeUndefined();
});

test('a refusal after the pause is a new one', () => {
  const { gate, refusals } = createGate();
  gate.refuse(NOW);
  gate.refuse(NOW + 1_000);
  expect(refusals).toEqual([NOW, NOW + 1_000]);
  expect(gate.refusedSince(NOW + 1_500)).toBe(NOW + 1_000);
});

test('opens when the credential is taken again', () => {
  const { gate } = createGate();
  gate.refuse(NOW);
  gate.accept();
  expect(gate.refusedSince(NOW + 1)).toBeUndefined();
});
