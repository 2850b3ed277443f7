import { tokens } from '../../../tests/support/usageEvent.js';
import type { PriceOverrideConfig } from '../config/schema.js';
import { deploymentPrice } from './deploymentPrice.js';

const price = { input_per_million_usd: 1, output_per_million_usd: 1 };
const overrides: PriceOverrideConfig[] = [{ name: 'ours', model: 'gpt-4o', provider: 'openai', price }];
const own = { provider: 'openai', model: 'gpt-4o', enabled: true, weight: 1, price };
const { price: _, ...plain } = own;

test.each([
  ['its own', own, overrides, 'openai', 'config'],
  ['an override', plain, overrides, 'openai', 'config:ours'],
  ['an override, without a list', plain, overrides, undefined, 'config:ours'],
  ['the list', plain, [], 'openai', expect.stringMatching(/^genai-prices@\d+\.\d+\.\d+$/)],
  [
    'the list, when the override is for another',
    { ...plain, model: 'gpt-4' },
    overrides,
    'openai',
    expect.stringMatching(/^genai-prices@/),
  ],
  ['none without a list', plain, [], undefined, undefined],
  ['none that the list knows', { ...plain, model: 'none-such' }, overrides, 'openai', undefined],
])('%s', (_what, deployment, prices, list, source) => {
  expect(deploymentPrice(deployment, prices, list)(tokens(), Date.now())?.source).toEqual(source);
});
