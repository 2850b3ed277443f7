import { chance, integer, pick, seededRandom } from '../../../../tests/support/random.js';
import type { Fields } from './fields.js';
import { joinChunks } from './joinChunks.js';
import { splitCompletion } from './splitCompletion.js';

const completion: Fields = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 7,
  model: 'gpt-4o',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 },
};
const chunksOf = (stream: string) => stream.split('\n\n').filter((text) => text !== '');

test('message, end, and the end marker', () => {
  const head = '"id":"chatcmpl-1","object":"chat.completion.chunk","created":7,"model":"gpt-4o"';
  expect(chunksOf(splitCompletion(completion, false))).toEqual([
    `data: {${head},"choices":[{"index":0,"delta":{"role":"assistant","content":"Hi"},"logprobs":null,"finish_reason":null}]}`,
    `data: {${head},"choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]}`,
    'data: [DONE]',
  ]);
});

test('with the usage at the end where it is asked for, and null before, as OpenAI has it', () => {
  const chunks = chunksOf(splitCompletion(completion, true))
    .slice(0, -1)
    .map((text) => JSON.parse(text.slice('data: '.length)) as Fields);
  expect(chunks.map(({ usage }) => usage)).toEqual([null, null, completion['usage']]);
  expect(chunks.at(-1)).toMatchObject({ choices: [] });
});

test('no usage is made up', () => {
  const { usage: _left, ...without } = completion;
  expect(chunksOf(splitCompletion(without, true))).toHaveLength(3);
});

test('what was split joins to the same again', async () => {
  const random = seededRandom(3);
  const text = () => pick(random, ['', 'Hi', 'data: [DONE]', 'a\n\nb', '🐘', '"']);
  const call = (id: number) => ({
    id: `call_${id}`,
    type: 'function',
    function: { name: 'f', arguments: JSON.stringify({ id }) },
  });
  for (let round = 0; round < 300; round++) {
    const choices = Array.from({ length: integer(random, 1, 3) }, (_none, index) => ({
      index,
      message: {
        role: 'assistant',
        content: chance(random, 0.3) ? null : text(),
        ...(chance(random, 0.3) ? { reasoning_content: text() } : {}),
        ...(chance(random, 0.5)
          ? { tool_calls: Array.from({ length: integer(random, 1, 3) }, (_, at) => call(at)) }
          : {}),
      },
      finish_reason: pick(random, ['stop', 'length', 'tool_calls']),
      logprobs: chance(random, 0.5) ? null : { content: [{ token: 'a' }] },
    }));
    const whole = { ...completion, choices };
    expect(await joinChunks(splitCompletion(whole, true))).toEqual(whole);
  }
});
