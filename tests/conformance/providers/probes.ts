import { APIError, type OpenAI, toFile } from 'openai';

import type { Documented } from './documented.js';
import {
  CACHED_TOKENS,
  CALLS,
  CUSTOM,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  PICTURE,
  RETRY_AFTER_S,
  SOUND,
  TEXT,
  THOUGHT,
} from './wire/scenario.js';

/**
 * What becomes of a feature at a provider: its API has it and was asked for it; it was sent what it may not know; a chat
 * was asked for in its place; it is refused by its name; or none of these.
 */
export type Outcome = 'yes' | 'passed on' | 'by chat' | 'refused' | 'no';

export interface Probed {
  readonly client: OpenAI;
  readonly model: string;
  readonly embeddingModel: string | undefined;
  /** A model whose deployment is asked for this failure alone. */
  readonly failingModel: (scenario: string) => string;
  /** The last request that its upstream received. */
  readonly received: () => { readonly path: string; readonly text: string };
  /** What its API is known to take; undefined where that is anybody's guess, `own` where it has words of its own. */
  readonly documented: Documented | 'own' | undefined;
}

/** What is looked at, and whether it works with a provider, seen with OpenAI's own client through the whole gateway. */
export interface Probe {
  readonly name: string;
  readonly run: (probed: Probed) => Promise<boolean | Outcome>;
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
      const { text } = probed.received();
      return evidence.test(text) && known(probed.documented, ({ fields }) => hasAll(fields, fieldsOf(text)));
    },
  };
}

function part(name: string, content: Content[number], evidence: string): Probe {
  return {
    name,
    async run(probed) {
      await whole(probed, 'text', { messages: [{ role: 'user', content: [{ type: 'text', text: 'See' }, content] }] });
      const { text } = probed.received();
      return text.includes(evidence) && known(probed.documented, ({ parts }) => hasAll(parts, partsOf(text)));
    },
  };
}

function known(documented: Probed['documented'], has: (documented: Documented) => boolean): Outcome {
  return documented === 'own' || (documented !== undefined && has(documented)) ? 'yes' : 'passed on';
}

const hasAll = (all: ReadonlySet<string>, some: readonly string[]) => some.every((each) => all.has(each));
const fieldsOf = (text: string) => Object.keys(JSON.parse(text) as object);
const partsOf = (text: string) => {
  const { messages } = JSON.parse(text) as { messages: Array<{ content: Array<{ type: string }> }> };
  return messages.flatMap(({ content }) => content.map(({ type }) => type));
};

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
      return answer.choices[0]?.message.content === TEXT.join('') && probed.received().text.includes('sunny-result');
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
  surface('Anthropic’s Messages API', '/messages', async ({ client, model }) => {
    const body = { model, max_tokens: 99, messages: [{ role: 'user', content: 'scenario:text' }] };
    const { content } = (await client.post('/messages', { body })) as { content: Array<{ text?: string }> };
    return content[0]?.text === TEXT.join('');
  }),
  surface('Responses', '/responses', async ({ client, model }) => {
    const { output_text: text, usage } = await client.responses.create({ model, input: 'scenario:text' });
    return text === TEXT.join('') && usage?.output_tokens === OUTPUT_TOKENS;
  }),
  surface('Responses, streamed', '/responses', async ({ client, model }) => {
    let text = '';
    let used: number | undefined;
    for await (const event of await client.responses.create({ model, input: 'scenario:text', stream: true })) {
      text += event.type === 'response.output_text.delta' ? event.delta : '';
      used = event.type === 'response.completed' ? event.response.usage?.output_tokens : undefined;
    }
    return text === TEXT.join('') && used === OUTPUT_TOKENS;
  }),
  surface('Custom tools, by Responses', '/responses', async ({ client, model, received }) => {
    const format = { type: 'grammar' as const, definition: 'start: /marked+/', syntax: 'lark' as const };
    const tools = [{ type: 'custom' as const, name: CUSTOM.name, format }];
    const { output } = await client.responses.create({ model, input: 'scenario:text', tools });
    const [call] = output;
    return (
      call?.type === 'custom_tool_call' &&
      call.call_id === CUSTOM.id &&
      call.input === CUSTOM.input &&
      received().text.includes('marked+')
    );
  }),
  operation('Embeddings', async ({ client, embeddingModel, model }) => {
    const { data } = await client.embeddings.create({ model: embeddingModel ?? model, input: 'Hi' });
    return JSON.stringify(data[0]?.embedding) === '[1,-0.5]';
  }),
  operation('Images', async ({ client, model }) => {
    const { data } = await client.images.generate({ model, prompt: 'A cat.' });
    return data?.[0]?.b64_json === PICTURE;
  }),
  streamed('Images, streamed', 'images', async ({ client, model }) => {
    const seen: string[] = [];
    for await (const event of await client.images.generate({ model, prompt: 'A cat.', stream: true })) {
      seen.push(event.b64_json);
    }
    return seen.length === 2 && seen[1] === PICTURE;
  }),
  operation('Speech', async ({ client, model }) => {
    const answer = await client.audio.speech.create({ model, input: 'Hi.', voice: 'alloy' });
    return SOUND.equals(Buffer.from(await answer.arrayBuffer()));
  }),
  streamed('Speech, as events', 'speech', async ({ client, model }) => {
    const answer = await client.audio.speech.create({ model, input: 'Hi.', voice: 'alloy', stream_format: 'sse' });
    const text = await answer.text();
    return text.includes(SOUND.toString('base64')) && text.includes('speech.audio.done');
  }),
  operation('Transcriptions', async ({ client, model }) => {
    const { text } = await client.audio.transcriptions.create({ model, file: await toFile(SOUND, 'a.wav') });
    return text === TEXT.join('');
  }),
  streamed('Transcriptions, streamed', 'transcriptions', async ({ client, model }) => {
    let text = '';
    const file = await toFile(SOUND, 'a.wav');
    for await (const event of await client.audio.transcriptions.create({ model, file, stream: true })) {
      text += event.type === 'transcript.text.delta' ? event.delta : '';
    }
    return text === TEXT.join('');
  }),
  operation('Moderations', async ({ client, model }) => {
    const { results } = await client.moderations.create({ model, input: 'Hi.' });
    return results[0]?.flagged === true;
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

/** An API that every provider answers in: its own where it has that, else a chat completion that is turned into it. */
function surface(name: string, path: string, run: (probed: Probed) => Promise<boolean>): Probe {
  return {
    name,
    run: async (probed) =>
      (await run(probed)) && (probed.received().path.split('?')[0]?.endsWith(path) === true ? 'yes' : 'by chat'),
  };
}

/** Events besides those of chats. */
function streamed(name: string, of: string, run: (probed: Probed) => Promise<boolean>): Probe {
  return operation(
    name,
    async (probed) => (await run(probed)) && known(probed.documented, ({ streams }) => streams.has(of))
  );
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
    const outcome = await probe.run(probed);
    return outcome === true ? 'yes' : outcome === false ? 'no' : outcome;
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
