import { priceText } from './priceText';

const PRICE = { source: 'config', per_request_usd: 0 };

it('tells what a million tokens cost', () => {
  expect(priceText({ ...PRICE, input_per_million_usd: 2.5, output_per_million_usd: 10 })).toBe('$2.5 in · $10 out');
});

it('tells what a request costs where it does', () => {
  expect(priceText({ ...PRICE, per_request_usd: 0.01 })).toBe('$0.01 a request');
});

it('does not take an unknown price for none', () => {
  expect(priceText(null as never)).toBe('Not known');
  expect(priceText(PRICE)).toBe('Free');
});
