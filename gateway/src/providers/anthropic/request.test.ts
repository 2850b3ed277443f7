import { parseChatParameters } from '../../chat/chatParameters.js';
import type { Fields } from '../../chat/completion/fields.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { Unsupported } from '../unsupported.js';
import { toMessagesRequest } from './request.js';

const user = { role: 'user', content: 'hi' };
const OLD = 'claude-3-7-sonnet-20250219';

function translate(body: Fields, model = 'claude-sonnet-4-5') {
  const parameters = parseChatParameters(Buffer.from(JSON.stringify({ model: 'm', messages: [user], ...body })));
  return toMessagesRequest(parameters, model, new Unsupported('anthropic', false));
}

function dropping(body: Fields, model = 'claude-sonnet-4-5') {
  const parameters = parseChatParameters(Buffer.from(JSON.stringify({ model: 'm', messages: [user], ...body })));
  const unsupported = new Unsupported('anthropic', true);
  return { request: toMessagesRequest(parameters, model, unsupported), dropped: unsupported.dropped };
}

function refusal(body: Fields, model?: string): GatewayError {
  try {
    translate(body, model);
  } catch (error) {
    expect(error).toBeInstanceOf(GatewayError);
    return error as GatewayError;
  }
  throw new Error('it was accepted');
}

test('the least there is', () => {
  expect(translate({})).toEqual({
    model: 'claude-sonnet-4-5',
    max_tokens: 32_000,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
  });
});

test('what has another name', () => {
  expect(
    translate({
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 9,
      max_completion_tokens: 7,
      stop: 'END',
      user: 'ada',
      temperature: 1.5,
      top_p: 0.5,
      top_k: 3,
      service_tier: 'default',
      metadata: { feature: 'chat' },
      prompt_cache_key: 'k',
      n: 1,
      logprobs: false,
      presence_penalty: 0,
    })
  ).toEqual({
    model: 'claude-sonnet-4-5',
    max_tokens: 7,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
    stop_sequences: ['END'],
    metadata: { user_id: 'ada' },
    top_p: 0.5,
    top_k: 3,
    service_tier: 'standard_only',
    stream: true,
  });
});

test.each([
  [0.3, 0.3],
  [0, 0],
  [1, undefined],
  [2, undefined],
])('temperature %d becomes %p', (asked, given) => {
  expect(translate({ temperature: asked })['temperature']).toBe(given);
});

test.each([
  ['claude-3-opus-20240229', 4_096],
  ['claude-3-5-haiku-20241022', 8_192],
  ['claude-opus-5', 32_000],
])('most tokens of %s without a limit of the client: %i', (model, most) => {
  expect(translate({}, model)['max_tokens']).toBe(most);
});

test.each([
  ['n', { n: 2 }],
  ['logprobs', { logprobs: true }],
  ['seed', { seed: 0 }],
  ['logit_bias', { logit_bias: { 7: 1 } }],
  ['frequency_penalty', { frequency_penalty: 0.5 }],
  ['presence_penalty', { presence_penalty: -1 }],
  ['audio', { audio: { voice: 'a', format: 'mp3' } }],
  ['modalities', { modalities: ['text', 'audio'] }],
  ['prediction', { prediction: { type: 'content', content: 'x' } }],
  ['functions', { functions: [{ name: 'f' }] }],
  ['web_search_options', { web_search_options: {} }],
  ['service_tier', { service_tier: 'flex' }],
  ['whatever_comes_next', { whatever_comes_next: 1 }],
])('%s is refused by its name, or left out', (param, body) => {
  expect(refusal(body)).toMatchObject({ status: 400, param, code: 'unsupported_field' });
  const { request, dropped } = dropping(body);
  expect(dropped).toEqual([param]);
  expect(request).toEqual(translate({}));
});

test.each(['temperature', 'top_p', 'top_k'])('newer models take no %s', (param) => {
  expect(refusal({ [param]: 0.5 }, 'claude-opus-4-7')).toMatchObject({ param });
  expect(dropping({ [param]: 0.5 }, 'claude-opus-4-7')).toMatchObject({ dropped: [param] });
});

describe('how much to think', () => {
  test.each([
    ['low', 2_048],
    ['medium', 8_192],
    ['high', 16_384],
  ])('%s is a budget of %i for older models', (effort, budget) => {
    expect(translate({ reasoning_effort: effort })).toMatchObject({
      thinking: { type: 'enabled', budget_tokens: budget },
      max_tokens: 32_000 + budget,
    });
  });

  test('a budget leaves room for the answer', () => {
    expect(translate({ reasoning_effort: 'high', max_tokens: 4_000 })).toMatchObject({
      thinking: { budget_tokens: 3_000 },
      max_tokens: 4_000,
    });
    expect(refusal({ reasoning_effort: 'high', max_tokens: 1_000 })).toMatchObject({ param: 'reasoning_effort' });
  });

  test('newer models are told the effort', () => {
    expect(translate({ reasoning_effort: 'minimal' }, 'claude-opus-4-6')).toMatchObject({
      thinking: { type: 'adaptive' },
      output_config: { effort: 'low' },
    });
  });

  test('none is none', () => {
    expect(translate({ reasoning_effort: 'none' })).toEqual(translate({}));
    expect(translate({ reasoning_effort: 'none' }, 'claude-opus-4-6')['thinking']).toEqual({ type: 'disabled' });
    expect(refusal({ reasoning_effort: 'none' }, 'claude-fable-5')).toMatchObject({ param: 'reasoning_effort' });
    expect(refusal({ reasoning_effort: 'much' })).toMatchObject({ param: 'reasoning_effort' });
  });

  test("Anthropic's own words go first", () => {
    expect(
      translate({
        reasoning_effort: 'low',
        thinking: { type: 'enabled', budget_tokens: 5_000 },
        output_config: { effort: 'max' },
      })
    ).toMatchObject({ thinking: { type: 'enabled', budget_tokens: 5_000 }, output_config: { effort: 'max' } });
  });

  test('no temperature while thinking', () => {
    expect(refusal({ reasoning_effort: 'low', temperature: 0 })).toMatchObject({ param: 'temperature' });
    expect(translate({ reasoning_effort: 'low', temperature: 1 })).not.toHaveProperty('temperature');
  });

  test('a loop of calls whose thinking was not sent back goes on without', () => {
    const call = { id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } };
    const thinking_blocks = [{ type: 'thinking', thinking: 'hm', signature: 's' }];
    const loop = (assistant: Fields) => [
      user,
      { role: 'assistant', tool_calls: [call], ...assistant },
      { role: 'tool', tool_call_id: 'a', content: '1' },
    ];
    expect(translate({ reasoning_effort: 'low', messages: loop({}) })).not.toHaveProperty('thinking');
    expect(translate({ reasoning_effort: 'low', messages: loop({ thinking_blocks }) })).toHaveProperty('thinking');
  });
});

describe('answers in JSON', () => {
  const schema = { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: false };
  const asked = { response_format: { type: 'json_schema', json_schema: { name: 'x', schema, strict: true } } };
  const tool = { type: 'function', function: { name: 'f', parameters: {} } };

  test('by a format where the model has them', () => {
    expect(translate(asked)['output_config']).toEqual({ format: { type: 'json_schema', schema } });
  });

  test('by a tool elsewhere', () => {
    expect(translate(asked, OLD)).toMatchObject({
      tools: [{ name: 'json_output', input_schema: schema }],
      tool_choice: { type: 'tool', name: 'json_output' },
    });
    expect(translate({ ...asked, tools: [tool] }, OLD)).toMatchObject({ tool_choice: { type: 'any' } });
    expect(translate({ ...asked, reasoning_effort: 'low' }, OLD)).toMatchObject({ tool_choice: { type: 'auto' } });
  });

  test('of any shape', () => {
    const any = { response_format: { type: 'json_object' } };
    expect(translate(any)).toMatchObject({ tool_choice: { type: 'tool', name: 'json_output' } });
    expect(translate(any, 'claude-opus-5-5')).toMatchObject({
      system: [{ type: 'text', text: expect.stringContaining('JSON') as string }],
    });
    expect(translate({ response_format: { type: 'text' } })).toEqual(translate({}));
  });

  test('of no kind that there is', () => {
    expect(refusal({ response_format: { type: 'grammar' } })).toMatchObject({ param: 'response_format' });
    expect(refusal({ response_format: { type: 'json_schema' } })).toMatchObject({ param: 'response_format' });
  });
});
