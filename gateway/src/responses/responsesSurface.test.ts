import { chance, integer, pick, seededRandom } from '../../../tests/support/random.js';
import type { Fields } from '../chat/completion/fields.js';
import { readEvents } from '../chat/events/readEvents.js';
import { splitCompletion } from '../chat/completion/splitCompletion.js';
import { GatewayError } from '../errors/gatewayError.js';
import { responsesSurface } from './responsesSurface.js';

const body: Fields = { model: 'm', input: 'hi', include: ['reasoning.encrypted_content'] };
const usage = {
  prompt_tokens: 15,
  completion_tokens: 11,
  total_tokens: 26,
  prompt_tokens_details: { cached_tokens: 7 },
  completion_tokens_details: { reasoning_tokens: 2 },
};

const completion = (message: Fields, choice: Fields = {}): Fields => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 7,
  model: 'gpt-4o',
  choices: [{ index: 0, message: { role: 'assistant', ...message }, logprobs: null, finish_reason: 'stop', ...choice }],
  usage,
});
const call = (id: string, args: string) => ({ id, type: 'function', function: { name: 'f', arguments: args } });
const custom = (id: string, input: string) => ({ id, type: 'custom', custom: { name: 'run', input } });

test('an answer', () => {
  expect(responsesSurface.answer(completion({ content: 'Hi' }), { model: 'm', input: 'hi', temperature: 0.5 })).toEqual(
    {
      id: 'resp_1',
      object: 'response',
      created_at: 7,
      status: 'completed',
      background: false,
      error: null,
      incomplete_details: null,
      instructions: null,
      max_output_tokens: null,
      metadata: {},
      model: 'gpt-4o',
      output: [
        {
          id: 'msg_1_0',
          type: 'message',
          status: 'completed',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'Hi', annotations: [], logprobs: [] }],
        },
      ],
      parallel_tool_calls: true,
      previous_response_id: null,
      reasoning: { effort: null, summary: null },
      service_tier: 'default',
      store: false,
      temperature: 0.5,
      text: { format: { type: 'text' } },
      tool_choice: 'auto',
      tools: [],
      top_p: null,
      truncation: 'disabled',
      usage: {
        input_tokens: 15,
        input_tokens_details: { cached_tokens: 7 },
        output_tokens: 11,
        output_tokens_details: { reasoning_tokens: 2 },
        total_tokens: 26,
      },
      user: null,
    }
  );
});

test('reasoning, text with sources, refusal and calls are items', () => {
  const { output } = responsesSurface.answer(
    completion(
      {
        reasoning_content: 'hm',
        content: 'So',
        refusal: 'No',
        annotations: [{ type: 'url_citation', url_citation: { url: 'https://example.com', title: 'x' } }],
        tool_calls: [call('a', '{"x":1}'), call('b', ''), custom('c', 'ls -l')],
      },
      { finish_reason: 'tool_calls', logprobs: { content: [{ token: 'So' }], refusal: null } }
    ),
    { model: 'm', input: 'hi' }
  ) as { output: Fields[] };
  expect(output).toMatchObject([
    { type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }] },
    {
      type: 'message',
      content: [
        { type: 'output_text', text: 'So', logprobs: [{ token: 'So' }] },
        { type: 'refusal', refusal: 'No' },
      ],
    },
    { type: 'function_call', call_id: 'a', name: 'f', arguments: '{"x":1}', status: 'completed' },
    { type: 'function_call', call_id: 'b', name: 'f', arguments: '', status: 'completed' },
    { type: 'custom_tool_call', call_id: 'c', name: 'run', input: 'ls -l', status: 'completed' },
  ]);
  expect(output[0]).not.toHaveProperty('encrypted_content');
});

test('sources stand with the text that has them', () => {
  const annotations = [{ type: 'url_citation', url_citation: { url: 'https://example.com', title: 'x' } }];
  expect(responsesSurface.answer(completion({ content: 'So', annotations }), body)).toMatchObject({
    output: [{ content: [{ annotations: [{ type: 'url_citation', url: 'https://example.com', title: 'x' }] }] }],
  });
});

test.each([
  ['length', 'max_output_tokens'],
  ['content_filter', 'content_filter'],
])('an answer cut off by %s is incomplete', (finish_reason, reason) => {
  expect(responsesSurface.answer(completion({ content: 'Hi' }, { finish_reason }), body)).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason },
  });
});

/** A stream, checked event by event for what every client takes for granted; and the response at its end. */
function stream(chunks: string, random: () => number): Fields {
  const surface = responsesSurface.stream(body);
  const events = chunks.split(/(?<=\n\n)/);
  let out = '';
  while (events.length > 0) {
    out += surface.push(Buffer.from(events.splice(0, integer(random, 1, 3)).join(''))).toString();
  }
  const output: Fields[] = [];
  const texts = new Map<string, string>();
  const all = readEvents(Buffer.from(out)).map(({ name, data }) => {
    const event = JSON.parse(data) as Fields & { type: string };
    expect(event.type).toBe(name);
    return event;
  });
  all.forEach((event, index) => {
    expect(event['sequence_number']).toBe(index);
    const { type, item, item_id: id, output_index: at, delta } = event as Fields & { type: string };
    const key = `${String(id)} ${String(event['content_index'])}`;
    if (type === 'response.output_item.added') {
      expect(at).toBe(output.length);
      output.push(item as Fields);
    } else if (type.endsWith('.delta')) {
      expect(output[at as number]?.['id']).toBe(id);
      texts.set(key, (texts.get(key) ?? '') + String(delta));
    } else if (/(text|arguments|refusal|input)\.done$/.test(type)) {
      expect(event['text'] ?? event['arguments'] ?? event['refusal'] ?? event['input']).toBe(texts.get(key) ?? '');
    } else if (type === 'response.output_item.done') {
      output[at as number] = item as Fields;
    }
  });
  expect(all.slice(0, 2).map(({ type }) => type)).toEqual(['response.created', 'response.in_progress']);
  const last = all.at(-1)?.['response'] as Fields;
  expect(last['output']).toEqual(output);
  expect(all.at(-1)?.type).toBe(`response.${String(last['status'])}`);
  return last;
}

test('a stream ends with the same response as the whole answer', () => {
  const random = seededRandom(31);
  for (let round = 0; round < 100; round++) {
    const text = () => pick(random, ['Hello there', 'a\n\nb', 'data: {}\n\n', '🐘']);
    const thinking = chance(random, 0.5)
      ? {}
      : { reasoning_content: text(), thinking_blocks: [{ type: 'thinking', thinking: 'x', signature: 's' }] };
    const calls = Array.from({ length: integer(random, 0, 3) }, (_none, index) =>
      chance(random, 0.3) ? custom(`call_${index}`, 'ls -l') : call(`call_${index}`, '{"a":1}')
    );
    const whole = completion(
      {
        content: chance(random, 0.7) ? text() : null,
        ...thinking,
        ...(calls.length === 0 ? {} : { tool_calls: calls }),
      },
      { finish_reason: calls.length > 0 ? 'tool_calls' : pick(random, ['stop', 'length']) }
    );
    expect(stream(splitCompletion(whole, true), random)).toEqual(responsesSurface.answer(whole, body));
  }
});

test('what was answered can be sent back, thinking and all', () => {
  const thinking_blocks = [{ type: 'thinking', thinking: 'hm', signature: 's' }];
  const message = {
    content: 'I look.',
    reasoning_content: 'hm',
    thinking_blocks,
    tool_calls: [call('a', '{}'), custom('b', 'ls')],
  };
  const { output } = responsesSurface.answer(completion(message), body) as { output: unknown[] };
  expect(responsesSurface.parse({ model: 'm', input: output })['messages']).toEqual([
    { role: 'assistant', ...message },
  ]);
});

test('pieces of calls that come in turn, and a call without an id', () => {
  const chunk = (delta: Fields) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', created: 7, model: 'm', choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`;
  const piece = (index: number, args: string, more: Fields = {}) =>
    chunk({ tool_calls: [{ index, ...more, function: { name: 'f', arguments: args } }] });
  const chunks =
    piece(0, '{"x"', { id: 'a' }) + piece(1, '{"y"') + piece(0, ':1}') + piece(1, ':2}') + 'data: [DONE]\n\n';
  expect(stream(chunks, seededRandom(1))['output']).toMatchObject([
    { call_id: 'a', arguments: '{"x":1}' },
    { call_id: expect.stringMatching(/^call_.{8,}/) as string, arguments: '{"y":2}' },
  ]);
});

test('a stream that fails says so', () => {
  const surface = responsesSurface.stream(body);
  surface.push(Buffer.from('data: {"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"H"}}]}\n\n'));
  const error = new GatewayError('It broke.', { status: 502, type: 'stream_interrupted', code: 'stream_interrupted' });
  const [event] = readEvents(surface.fail(error));
  expect(event?.name).toBe('response.failed');
  expect(JSON.parse(event?.data ?? '')).toMatchObject({
    sequence_number: 5,
    response: { id: 'resp_1', status: 'failed', error: { code: 'stream_interrupted', message: 'It broke.' } },
  });
});

test('an error', () => {
  const error = new GatewayError('Wrong.', { status: 400, type: 'invalid_request_error', param: 'input' });
  expect(responsesSurface.error(error)).toEqual({
    error: { message: 'Wrong.', type: 'invalid_request_error', param: 'input', code: null },
  });
});
