import { tokens } from '../../../tests/support/usageEvent.js';
import type { PriceOverrideConfig } from '../config/schema.js';
import { overriddenPrice } from './overriddenPrice.js';
import type { Pricer } from './pricer.js';

const AT = Date.UTC(2026, 10, 2);
const otherwise: Pricer = () => ({ nanoUsd: 1, source: 'list' });

function override(name: string, model: string, rest: Partial<PriceOverrideConfig> = {}): PriceOverrideConfig {
  return { name, model, price: { input_per_million_usd: 1, output_per_million_usd: 1 }, ...rest };
}

function sourceOf(overrides: readonly PriceOverrideConfig[], at = AT): string | undefined {
  return overriddenPrice(overrides, 'azure', 'gpt-4o-mini', otherwise)(tokens(), at)?.source;
}

test.each([
  ['gpt-4o-mini', true],
  ['gpt-4o', false],
  ['gpt-4o-mini-2024', false],
  ['*', true],
  ['gpt-4o*', true],
  ['*-mini', true],
  ['gpt*mini', true],
  ['g*4*m*i', true],
  ['gpt-4o-mini*', true],
  ['GPT-4O-MINI', false],
  ['gpt.4o.mini', false],
  ['*mini*mini', false],
])('%s is for gpt-4o-mini: %p', (model, applies) => {
  expect(sourceOf([override('ours', model)])).toBe(applies ? 'config:ours' : 'list');
});

test('one for a provider is for its deployments only', () => {
  expect(sourceOf([override('ours', '*', { provider: 'azure' })])).toBe('config:ours');
  expect(sourceOf([override('ours', '*', { provider: 'openai' })])).toBe('list');
});

test('what says more about the model goes first, wherever it is in the list', () => {
  const rising = [
    override('any', '*', { provider: 'azure', from: '2026-10-01T00:00:00Z' }),
    override('some', 'gpt*'),
    override('more', 'gpt-*-mini'),
    override('almost', 'gpt-4o-mini*'),
    override('whole', 'gpt-4o-mini', { from: '2020-01-01T00:00:00Z' }),
  ];
  while (rising.length > 0) {
    const expected = `config:${rising.at(-1)?.name}`;
    expect(sourceOf(rising)).toBe(expected);
    expect(sourceOf(rising.toReversed())).toBe(expected);
    rising.pop();
  }
});

test('one for the provider goes before one for all', () => {
  const both = [override('all', 'gpt*'), override('azure', 'gpt*', { provider: 'azure' })];
  expect(sourceOf(both)).toBe('config:azure');
  expect(sourceOf(both.toReversed())).toBe('config:azure');
});

test('the latest in force at the time of the request counts, from its very moment', () => {
  const history = [
    override('second', 'gpt*', { from: '2026-03-01T00:00:00Z' }),
    override('first', 'gpt*', { from: '2026-01-01T00:00:00+01:00' }),
    override('third', 'gpt*', { from: '2026-06-01T12:30:00.500Z' }),
  ];
  const at = (time: string) => sourceOf(history, Date.parse(time));
  expect(at('2025-12-31T22:59:59.999Z')).toBe('list');
  expect(at('2025-12-31T23:00:00Z')).toBe('config:first');
  expect(at('2026-02-28T23:59:59.999Z')).toBe('config:first');
  expect(at('2026-03-01T00:00:00Z')).toBe('config:second');
  expect(at('2026-06-01T12:30:00.499Z')).toBe('config:second');
  expect(at('2026-06-01T12:30:00.500Z')).toBe('config:third');
});

test('one without a beginning has always been in force, but any with one is later', () => {
  const both = [override('always', 'gpt*'), override('later', 'gpt*', { from: '2026-01-01T00:00:00Z' })];
  expect(sourceOf(both, 0)).toBe('config:always');
  expect(sourceOf(both)).toBe('config:later');
});

test('a less specific one stands in until the more specific comes into force', () => {
  const both = [override('now', '*'), override('soon', 'gpt-4o-mini', { from: '2030-01-01T00:00:00Z' })];
  expect(sourceOf(both)).toBe('config:now');
  expect(sourceOf(both, Date.UTC(2030, 0, 1))).toBe('config:soon');
});

test('of equals, the first in the list counts', () => {
  expect(sourceOf([override('one', '*'), override('two', '*')])).toBe('config:one');
});

test('passes on that a request is a batch', () => {
  const price = { input_per_million_usd: 1, output_per_million_usd: 1, batch_discount: 0.5 };
  const pricer = overriddenPrice([override('ours', '*', { price })], 'p', 'm', otherwise);
  expect(pricer(tokens(), AT, true)?.nanoUsd).toBe(75_000);
  expect(pricer(tokens(), AT)?.nanoUsd).toBe(150_000);
});
