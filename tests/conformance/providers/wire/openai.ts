import { openAiBeside } from './openaiBeside.js';
import {
  CACHED_TOKENS,
  CALLS,
  CUSTOM,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  RETRY_AFTER_S,
  type Scenario,
  TEXT,
  THOUGHT,
  type Wire,
  hasCustomTools,
  json,
  stream,
  wire,
} from './scenario.js';

export interface OpenAiWireOptions {
  /** Where what the model thought stands in a message. */
  readonly thoughts: 'reasoning_content' | 'reasoning' | 'parts';
  /** Body of an error. */
  readonly error: (message: string, code: string | null, type: string) => object;
  /** How what was read from the prompt cache is told. */
  readonly cached: (tokens: number) => object;
  /** Events of a transcript, where they are not OpenAI's. */
  readonly transcript?: readonly object[];
}

const DETAILS = (tokens: number) => ({ prompt_tokens_details: { cached_tokens: tokens } });

/** As OpenAI itself answers. */
export const OPENAI: OpenAiWireOptions = {
  thoughts: 'reasoning_content',
  error: (message, code, type) => ({ error: { message, type, param: null, code } }),
  cached: DETAILS,
};

export const DEEPSEEK: OpenAiWireOptions = {
  ...OPENAI,
  cached: (tokens) => ({ prompt_cache_hit_tokens: tokens, prompt_cache_miss_tokens: INPUT_TOKENS - tokens }),
};

export const REASONING: OpenAiWireOptions = { ...OPENAI, thoughts: 'reasoning' };

export const VLLM: OpenAiWireOptions = {
  ...REASONING,
  transcript: [
    ...TEXT.map((content) => ({ object: 'transcription.chunk', choices: [{ delta: { content } }] })),
    { object: 'transcription.chunk', choices: [{ delta: { content: '' }, finish_reason: 'stop' }] },
  ],
};

export const MISTRAL: OpenAiWireOptions = {
  thoughts: 'parts',
  transcript: [
    { type: 'transcription.language', audio_language: 'en' },
    ...TEXT.map((text) => ({ type: 'transcription.text.delta', text })),
    {
      type: 'transcription.done',
      text: TEXT.join(''),
      usage: { prompt_tokens: INPUT_TOKENS, completion_tokens: OUTPUT_TOKENS },
    },
  ],
  error: (message, code, type) => ({ object: 'error', message, type, param: null, code }),
  cached: DETAILS,
};

/** Servers of OpenAI's dialect, each with its own habits. */
export function openAiWire(options: OpenAiWireOptions): Wire {
  const { error, transcript } = options;
  return wire({
    own: false,
    refusals: {
      limited: json(429, error('Too many requests.', 'rate_limit_exceeded', 'requests'), {
        'retry-after': String(RETRY_AFTER_S),
      }),
      tooLong: json(
        400,
        error(
          "This model's maximum context length is 8192 tokens. Please reduce the length of the messages.",
          'context_length_exceeded',
          'invalid_request_error'
        )
      ),
      refusedKey: json(401, error('Incorrect API key provided.', 'invalid_api_key', 'invalid_request_error')),
    },
    beside: (scenario, request) =>
      transcript !== undefined && request.path.endsWith('/transcriptions') && request.body['stream'] === 'true'
        ? stream(scenario, transcript, 'data: [DONE]\n\n')
        : openAiBeside(request),
    chat(scenario, { body }) {
      const head = { id: 'c1', created: 1, model: body['model'] };
      const finish = scenario === 'calls' ? 'tool_calls' : 'stop';
      if (hasCustomTools(body)) {
        const { id, ...custom } = CUSTOM;
        const message = { role: 'assistant', content: null, tool_calls: [{ id, type: 'custom', custom }] };
        const choice = { index: 0, message, finish_reason: 'tool_calls' };
        return json(200, { ...head, object: 'chat.completion', choices: [choice], usage: usage(scenario, options) });
      }
      if (body['stream'] !== true) {
        const logprobs = scenario === 'logprobs' ? LOGPROBS : null;
        const choice = { index: 0, message: message(scenario, options), logprobs, finish_reason: finish };
        return json(200, { ...head, object: 'chat.completion', choices: [choice], usage: usage(scenario, options) });
      }
      const chunk = (delta: object, reason: string | null = null) => ({
        ...head,
        object: 'chat.completion.chunk',
        choices: [{ index: 0, delta, finish_reason: reason }],
      });
      const events = [
        chunk({ role: 'assistant', content: '' }),
        ...deltas(scenario, options).map((delta) => chunk(delta)),
        chunk({}, finish),
        { ...head, object: 'chat.completion.chunk', choices: [], usage: usage(scenario, options) },
      ];
      return stream(scenario, events, 'data: [DONE]\n\n');
    },
  });
}

const LOGPROBS = { content: [{ token: 'Hé', logprob: -0.5, bytes: [72, 195, 169], top_logprobs: [] }], refusal: null };

function message(scenario: Scenario, options: OpenAiWireOptions): object {
  if (scenario === 'calls') {
    const tool_calls = CALLS.map(({ id, ...called }) => ({ id, type: 'function', function: called }));
    return { role: 'assistant', content: null, tool_calls };
  }
  const content = TEXT.join('');
  if (scenario !== 'thoughts') {
    return { role: 'assistant', content };
  }
  return options.thoughts === 'parts'
    ? { role: 'assistant', content: [thinkingPart(), { type: 'text', text: content }] }
    : { role: 'assistant', content, [options.thoughts]: THOUGHT };
}

function deltas(scenario: Scenario, { thoughts }: OpenAiWireOptions): object[] {
  if (scenario === 'calls') {
    return CALLS.flatMap(({ id, name, arguments: given }, index) => [
      { tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] },
      { tool_calls: [{ index, function: { arguments: given.slice(0, 5) } }] },
      { tool_calls: [{ index, function: { arguments: given.slice(5) } }] },
    ]);
  }
  const thought = thoughts === 'parts' ? { content: [thinkingPart()] } : { [thoughts]: THOUGHT };
  return [...(scenario === 'thoughts' ? [thought] : []), ...TEXT.map((content) => ({ content }))];
}

function thinkingPart(): object {
  return { type: 'thinking', thinking: [{ type: 'text', text: THOUGHT }] };
}

function usage(scenario: Scenario, { cached }: OpenAiWireOptions): object {
  return {
    prompt_tokens: INPUT_TOKENS,
    completion_tokens: OUTPUT_TOKENS,
    total_tokens: INPUT_TOKENS + OUTPUT_TOKENS,
    ...(scenario === 'cached' ? cached(CACHED_TOKENS) : {}),
  };
}
