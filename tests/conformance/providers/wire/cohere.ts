import {
  CACHED_TOKENS,
  CALLS,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  RERANKED,
  RETRY_AFTER_S,
  type Scenario,
  TEXT,
  THOUGHT,
  json,
  stream,
  wire,
} from './scenario.js';

/** Cohere's chat and embed, version 2. */
export const cohereWire = wire({
  refusals: {
    limited: json(429, { message: 'Too many requests.' }, { 'retry-after': String(RETRY_AFTER_S) }),
    tooLong: json(400, { message: 'too many tokens: the prompt exceeds the limit of this model.' }),
    refusedKey: json(401, { message: 'invalid api token' }),
  },
  beside(_scenario, { path }) {
    if (path.endsWith('/embed')) {
      return json(200, { embeddings: { float: [[1, -0.5]] }, meta: { billed_units: { input_tokens: 3 } } });
    }
    return path.endsWith('/rerank')
      ? json(200, { ...RERANKED, meta: { billed_units: { search_units: 1 } } })
      : undefined;
  },
  chat(scenario, { body }) {
    const finish_reason = scenario === 'calls' ? 'TOOL_CALL' : 'COMPLETE';
    if (body['stream'] !== true) {
      const logprobs = scenario === 'logprobs' ? [{ token_ids: [1], text: 'Hé', logprobs: [-0.5] }] : undefined;
      return json(200, { id: 'c1', finish_reason, message: message(scenario), usage: usage(scenario), logprobs });
    }
    const end = { type: 'message-end', delta: { finish_reason, usage: usage(scenario) } };
    return stream(
      scenario,
      [{ type: 'message-start', id: 'c1', delta: { message: { role: 'assistant' } } }, ...pieces(scenario), end],
      '',
      (event) => (event as { type: string }).type
    );
  },
});

const TOOL_CALLS = CALLS.map(({ id, ...called }) => ({ id, type: 'function', function: called }));

function message(scenario: Scenario): object {
  if (scenario === 'calls') {
    return { role: 'assistant', tool_plan: 'I will look.', tool_calls: TOOL_CALLS };
  }
  const thought = scenario === 'thoughts' ? [{ type: 'thinking', thinking: THOUGHT }] : [];
  return { role: 'assistant', content: [...thought, { type: 'text', text: TEXT.join('') }] };
}

function pieces(scenario: Scenario): object[] {
  const delta = (type: string, index: number, told: object) => ({ type, index, delta: { message: told } });
  if (scenario === 'calls') {
    return TOOL_CALLS.flatMap(({ id, type, function: { name, arguments: given } }, index) => [
      delta('tool-call-start', index, { tool_calls: { id, type, function: { name, arguments: '' } } }),
      delta('tool-call-delta', index, { tool_calls: { function: { arguments: given.slice(0, 5) } } }),
      delta('tool-call-delta', index, { tool_calls: { function: { arguments: given.slice(5) } } }),
      { type: 'tool-call-end', index },
    ]);
  }
  const thought = scenario === 'thoughts' ? [delta('content-delta', 0, { content: { thinking: THOUGHT } })] : [];
  return [
    ...thought,
    delta('content-start', 1, { content: { type: 'text', text: '' } }),
    ...TEXT.map((text) => delta('content-delta', 1, { content: { text } })),
    { type: 'content-end', index: 1 },
  ];
}

function usage(scenario: Scenario): object {
  return {
    billed_units: { input_tokens: INPUT_TOKENS, output_tokens: OUTPUT_TOKENS },
    tokens: { input_tokens: INPUT_TOKENS + 500, output_tokens: OUTPUT_TOKENS + 1 },
    ...(scenario === 'cached' && { cached_tokens: CACHED_TOKENS }),
  };
}
