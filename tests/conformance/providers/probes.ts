import { APIError, type OpenAI } from 'openai';

import { CACHED_TOKENS, CALLS, INPUT_TOKENS, OUTPUT_TOKENS, RETRY_AFTER_S, TEXT, THOUGHT } from './wire/scenario.js';

/** What a provider makes of a feature: it works, it is refused by its name, or neither. */
export type Outcome = 'yes' | 'refused' | 'no';

export interface Probed {
  readonly client: OpenAI;
  readonly model: string;
  readonly embeddingModel: string | undefined;
  /** A model whose deployment is asked for this failure alone. */
  readonly failingModel: (scenario: string) => string;
  /** Text of the last request that its upstream received. */
  readonly received: () => string;
}

/** What is looked at, and whether it works with a provider, seen with OpenAI's own client through the whole gateway. */
export interface Probe {
  readonly name: string;
  readonly run: (probed: Probed) => Promise<boolean>;
}

type Ask = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;
type Content = OpenAI.ChatCompletionContentPart[];

async function whole({ client, model }: Probed, scenario: string, ask: Ask = {}) {
  const messages = [{ role: 'user' as const, content: `scenario:${scenario}` }];
  return client.chat.completions.create({ model, messages, ...ask });
}

/** A field that works if the upstream is sent what only this request has. */
function parameter(name: string, ask: Ask, evidence: RegExp): Probe {
  return {
    name,
    async run(probed) {
      await whole(probed, 'text', ask);
      return evidence.test(probed.received());
    },
  };
}

function part(name: string, content: Content[number], evidence: string): Probe {
  return {
    name,
    async run(probed) {
      await whole(probed, 'text', { messages: [{ role: 'user', content: [{ type: 'text', text: 'See' }, content] }] });
      return probed.received().includes(evidence);
    },
  };
}

const TOOLS: OpenAI.ChatCompletionFunctionTool[] = ['weather', 'other'].map((name) => ({
  type: 'function',
  function: { name, description: 'd', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
}));
const SCHEMA = { type: 'object', properties: { markedField: { type: 'string' } }, additionalProperties: false };

const calledWith = (calls: ReadonlyArray<{ function?: { name?: string; arguments?: string } }> | undefined) =>
  (calls ?? []).map((call) => [call.function?.name, JSON.parse(call.function?.arguments ?? '')]);
const EXPECTED_CALLS = JSON.stringify(CALLS.map(({ name, arguments: given }) => [name, JSON.parse(given)]));

const thoughtOf = (message: object | undefined) => {
  const { reasoning_content: thought, reasoning } = (message ?? {}) as Record<string, unknown>;
  return thought ?? reasoning;
};

export const PROBES: readonly Probe[] = [
  {
    name: 'Chat, with usage',
    async run(probed) {
      const { choices, usage } = await whole(probed, 'text');
      const [choice] = choices;
      return (
        choice?.message.content === TEXT.join('') &&
        choice.finish_reason === 'stop' &&
        usage?.prompt_tokens === INPUT_TOKENS &&
        usage.completion_tokens === OUTPUT_TOKENS
      );
    },
  },
  {
    name: 'Streaming, with usage',
    async run({ client, model }) {
      const stream = client.chat.completions.stream({
        model,
        messages: [{ role: 'user', content: 'scenario:text' }],
        stream_options: { include_usage: true },
      });
      const { choices, usage } = await stream.finalChatCompletion();
      return choices[0]?.message.content === TEXT.join('') && usage?.total_tokens === INPUT_TOKENS + OUTPUT_TOKENS;
    },
  },
  {
    name: 'Parallel tool calls',
    async run(probed) {
      const { choices } = await whole(probed, 'calls', { tools: TOOLS });
      const calls = choices[0]?.message.tool_calls as OpenAI.ChatCompletionMessageFunctionToolCall[] | undefined;
      return JSON.stringify(calledWith(calls)) === EXPECTED_CALLS && choices[0]?.finish_reason === 'tool_calls';
    },
  },
  {
    name: 'Tool calls in streams',
    async run({ client, model }) {
      const stream = client.chat.completions.stream({
        model,
        messages: [{ role: 'user', content: 'scenario:calls' }],
        tools: TOOLS,
      });
      const { choices } = await stream.finalChatCompletion();
      return JSON.stringify(calledWith(choices[0]?.message.tool_calls)) === EXPECTED_CALLS;
    },
  },
  {
    name: 'Tool results',
    async run(probed) {
      const { choices } = await whole(probed, 'calls', { tools: TOOLS });
      const message = choices[0]?.message as OpenAI.ChatCompletionMessage;
      const results = (message.tool_calls ?? []).map(({ id }) => ({
        role: 'tool' as const,
        tool_call_id: id,
        content: 'sunny-result',
      }));
      const answer = await whole(probed, 'text', {
        tools: TOOLS,
        messages: [{ role: 'user', content: 'Weather?' }, message, ...results],
      });
      return answer.choices[0]?.message.content === TEXT.join('') && probed.received().includes('sunny-result');
    },
  },
  parameter(
    'Choice of a tool',
    { tools: TOOLS, tool_choice: { type: 'function', function: { name: 'weather' } } },
    /"(?:tool_?[cC]hoice|toolConfig)":.*"weather"|"tools":\[(?!.*other).*"tool_choice":"REQUIRED"/
  ),
  parameter(
    '`parallel_tool_calls: false`',
    { tools: TOOLS, parallel_tool_calls: false },
    /parallel_tool_(calls|use)":(false|true)/
  ),
  part(
    'Images, inline',
    { type: 'image_url', image_url: { url: 'data:image/png;base64,bWFya2VkSW1hZ2U=' } },
    'bWFya2VkSW1hZ2U='
  ),
  part('Images, by address', { type: 'image_url', image_url: { url: 'https://example.org/marked.png' } }, 'marked.png'),
  part('Audio', { type: 'input_audio', input_audio: { data: 'bWFya2VkQXVkaW8=', format: 'wav' } }, 'bWFya2VkQXVkaW8='),
  part(
    'Files (PDF)',
    { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,bWFya2VkRmlsZQ==' } },
    'bWFya2VkRmlsZQ=='
  ),
  parameter('JSON mode', { response_format: { type: 'json_object' } }, /json_object|application\/json|json_output/),
  parameter(
    'JSON schema',
    { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: SCHEMA, strict: true } } },
    /markedField/
  ),
  parameter('Reasoning effort', { reasoning_effort: 'low' }, /"reasoning_effort":"low"|thinking/i),
  {
    name: 'Reasoning, shown',
    run: async (probed) => thoughtOf((await whole(probed, 'thoughts')).choices[0]?.message) === THOUGHT,
  },
  {
    name: 'Reasoning, streamed',
    async run({ client, model }) {
      const messages = [{ role: 'user' as const, content: 'scenario:thoughts' }];
      let thoughts = '';
      for await (const chunk of await client.chat.completions.create({ model, messages, stream: true })) {
        const thought = thoughtOf(chunk.choices[0]?.delta);
        thoughts += typeof thought === 'string' ? thought : '';
      }
      return thoughts === THOUGHT;
    },
  },
  {
    name: 'Cached tokens',
    async run(probed) {
      const { usage } = (await whole(probed, 'cached')) as { usage?: unknown };
      const { prompt_tokens_details: details, prompt_cache_hit_tokens: hits } = usage as {
        prompt_tokens_details?: { cached_tokens?: number };
        prompt_cache_hit_tokens?: number;
      };
      return (details?.cached_tokens ?? hits) === CACHED_TOKENS;
    },
  },
  parameter('`temperature`, `top_p`', { temperature: 0.125, top_p: 0.875 }, /0\.125.*0\.875/),
  parameter('`max_completion_tokens`', { max_completion_tokens: 4242 }, /4242/),
  parameter('`stop`', { stop: ['STOP-MARK'] }, /STOP-MARK/),
  parameter('`seed`', { seed: 424242 }, /424242/),
  parameter('`n`', { n: 2 }, /"(?:n|candidateCount)":2/),
  {
    name: '`logprobs`',
    async run(probed) {
      const { choices } = await whole(probed, 'logprobs', { logprobs: true });
      return choices[0]?.logprobs?.content?.[0]?.logprob === -0.5;
    },
  },
  parameter('`logit_bias`', { logit_bias: { 31337: -100 } }, /31337/),
  parameter(
    '`frequency_penalty`, `presence_penalty`',
    { frequency_penalty: 0.125, presence_penalty: 0.375 },
    /0\.125.*0\.375/
  ),
  {
    name: 'Anthropic’s Messages API',
    async run({ client, model }) {
      const body = { model, max_tokens: 99, messages: [{ role: 'user', content: 'scenario:text' }] };
      const { content } = (await client.post('/messages', { body })) as { content: Array<{ text?: string }> };
      return content[0]?.text === TEXT.join('');
    },
  },
  operation('Embeddings', async ({ client, embeddingModel, model }) => {
    const { data } = await client.embeddings.create({ model: embeddingModel ?? model, input: 'Hi' });
    return JSON.stringify(data[0]?.embedding) === '[1,-0.5]';
  }),
  operation('Rerank', async ({ client, model }) => {
    const body = { model, query: 'Which?', documents: ['a', 'b'] };
    const { results } = (await client.post('/rerank', { body })) as { results: Array<{ relevance_score: number }> };
    return results[0]?.relevance_score === 0.75;
  }),
  error(
    'Rate limits, with `Retry-After`',
    'limited',
    ({ status, headers }) => status === 429 && headers?.get('retry-after') === String(RETRY_AFTER_S)
  ),
  error(
    'Prompts that are too long',
    'tooLong',
    ({ status, type }) => status === 400 && type === 'context_window_exceeded'
  ),
  error(
    'Refused credentials',
    'refusedKey',
    ({ status, type }) => status === 502 && type === 'provider_authentication_error'
  ),
  {
    name: 'Answers that are none are errors',
    async run({ client, failingModel }) {
      const model = failingModel('page');
      const ask = (scenario: string, stream: boolean) =>
        client.chat.completions.create({
          model,
          messages: [{ role: 'user', content: `scenario:${scenario}` }],
          stream,
        });
      const asked = [ask('page', false), ask('truncated', false), ask('page', true), ask('truncated', true)];
      const outcomes = await Promise.allSettled(asked);
      return outcomes.every(
        (each) =>
          each.status === 'rejected' &&
          each.reason instanceof APIError &&
          each.reason.status === 502 &&
          each.reason.type === 'invalid_response'
      );
    },
  },
  {
    name: 'Broken streams are errors',
    async run({ client, failingModel }) {
      const messages = [{ role: 'user' as const, content: 'scenario:broken' }];
      let pieces = 0;
      try {
        const stream = await client.chat.completions.create({ model: failingModel('broken'), messages, stream: true });
        for await (const _chunk of stream) {
          pieces += 1;
        }
        return false;
      } catch (thrown) {
        return pieces > 0 || (thrown instanceof APIError && thrown.status === 502);
      }
    },
  },
];

function error(name: string, scenario: string, matches: (error: InstanceType<typeof APIError>) => boolean): Probe {
  return {
    name,
    run: (probed) =>
      whole({ ...probed, model: probed.failingModel(scenario) }, scenario).then(
        () => false,
        (thrown: unknown) => thrown instanceof APIError && matches(thrown)
      ),
  };
}

/** Something that not every provider does. */
function operation(name: string, run: Probe['run']): Probe {
  return {
    name,
    run: (probed) =>
      run(probed).catch((thrown: unknown) => {
        if (thrown instanceof APIError && thrown.code === 'operation_not_supported') {
          return false;
        }
        throw thrown;
      }),
  };
}

/** Refused means that the client is told which field it is, by name. */
export async function outcomeOf(probe: Probe, probed: Probed): Promise<Outcome> {
  try {
    return (await probe.run(probed)) ? 'yes' : 'no';
  } catch (thrown) {
    if (
      thrown instanceof APIError &&
      thrown.status === 400 &&
      typeof thrown.param === 'string' &&
      thrown.param !== ''
    ) {
      return thrown.message.includes(thrown.param.replace(/^messages.*/, 'messages')) ? 'refused' : 'no';
    }
    throw new Error(`${probe.name}: ${String(thrown)}`, { cause: thrown });
  }
}
