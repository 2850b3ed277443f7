import { requestDetails } from '../testing/aRequest';
import { answerHeaders } from './answerHeaders';
import { neighbours } from './neighbours';
import { priceSource } from './priceSource';
import { readable } from './readable';
import { tokensPerSecond } from './timings';
import { tokenKinds } from './tokenKinds';

describe('speed of a stream', () => {
  const streamed = { streaming: true, first_token_ms: 200, duration_ms: 1200, output_tokens: 51 };

  it('is of the tokens after the first', () => {
    expect(tokensPerSecond(requestDetails(streamed))).toBe(50);
  });

  it.each([
    { ...streamed, status: 'aborted' },
    { ...streamed, first_token_ms: null },
    { ...streamed, output_tokens: 1 },
    { ...streamed, duration_ms: 200 },
  ])('is not known of %j', (details) => {
    expect(tokensPerSecond(requestDetails(details))).toBeUndefined();
  });
});

it.each([
  ['config', 'Price of the configuration'],
  ['config:negotiated', 'Price “negotiated” of the configuration'],
  ['genai-prices@0.1.8', 'Price list genai-prices, version 0.1.8'],
  ['something else', 'something else'],
])('says in words that a price is from %s', (source, words) => {
  expect(priceSource(source)).toBe(words);
});

it('lists tokens by kind: parts below what they are part of, and no kind of which there are none', () => {
  const kinds = tokenKinds(requestDetails({ input_tokens: 100, cached_input_tokens: 40, output_tokens: 0, images: 2 }));
  expect(kinds).toEqual([
    { label: 'Input', count: 100, part: false },
    { label: 'read from the provider’s cache', count: 40, part: true },
    { label: 'Output', count: 0, part: false },
    { label: 'Images made', count: 2, part: false },
  ]);
});

describe('headers of the answer', () => {
  it('are those that the client got', () => {
    expect(Object.fromEntries(answerHeaders(requestDetails({ attempt_count: 2, cache: 'miss' })))).toEqual({
      'x-request-id': 'req_1',
      'x-llm-gateway-cache': 'miss',
      'x-llm-gateway-provider': 'openai',
      'x-llm-gateway-model': 'gpt-4o-2024-11-20',
      'x-llm-gateway-attempts': '2',
      'x-llm-gateway-cost-usd': '0.000750000',
    });
  });

  it('have no cost where it was not known yet', () => {
    const names = answerHeaders(requestDetails({ streaming: true })).map(([name]) => name);
    expect(names).not.toContain('x-llm-gateway-cost-usd');
  });

  it('name no provider where none was reached', () => {
    const refused = { provider: null, deployment: null, served_model: null, status: 'error', cost_nano_usd: null };
    expect(answerHeaders(requestDetails(refused)).map(([name]) => name)).toEqual([
      'x-request-id',
      'x-llm-gateway-cache',
    ]);
  });
});

it('finds what lies beside a request in the table', () => {
  expect(neighbours(['c', 'b', 'a'], 'b')).toEqual({ newer: 'c', older: 'a' });
  expect(neighbours(['c', 'b', 'a'], 'c')).toEqual({ newer: undefined, older: 'b' });
  expect(neighbours(['c', 'b', 'a'], 'elsewhere')).toEqual({ newer: undefined, older: undefined });
});

it('breaks JSON into lines, and leaves a text that was cut as it is', () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readable('{"a":')).toBe('{"a":');
});
