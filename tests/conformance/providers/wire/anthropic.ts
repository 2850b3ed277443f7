import {
  CACHED_TOKENS,
  CALLS,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  RETRY_AFTER_S,
  type Scenario,
  TEXT,
  THOUGHT,
  json,
  stream,
  wire,
} from './scenario.js';

/** Anthropic's Messages API. */
export const anthropicWire = wire({
  refusals: {
    limited: refusal(429, 'rate_limit_error', 'Too many requests.', { 'retry-after': String(RETRY_AFTER_S) }),
    tooLong: refusal(400, 'invalid_request_error', 'prompt is too long: 210000 tokens > 200000 maximum'),
    refusedKey: refusal(401, 'authentication_error', 'invalid x-api-key'),
  },
  chat(scenario, { body }) {
    const stop_reason = scenario === 'calls' ? 'tool_use' : 'end_turn';
    const head = { id: 'msg_1', type: 'message', role: 'assistant', model: body['model'] };
    if (body['stream'] !== true) {
      return json(200, { ...head, content: blocks(scenario), stop_reason, usage: usage(scenario, OUTPUT_TOKENS) });
    }
    const events = [
      { type: 'message_start', message: { ...head, content: [], stop_reason: null, usage: usage(scenario, 1) } },
      ...pieces(scenario),
      { type: 'message_delta', delta: { stop_reason }, usage: { output_tokens: OUTPUT_TOKENS } },
      { type: 'message_stop' },
    ];
    // Its first event has nothing that a client sees.
    const shown = scenario === 'broken' ? [{ type: 'ping' }, ...events.slice(0, 3)] : events;
    const answer = stream('text', shown, '', (event) => (event as { type: string }).type);
    return scenario === 'broken' ? { ...answer, cut: true } : answer;
  },
});

function blocks(scenario: Scenario): object[] {
  if (scenario === 'calls') {
    return CALLS.map(({ id, name, arguments: given }) => ({
      type: 'tool_use',
      id,
      name,
      input: JSON.parse(given) as object,
    }));
  }
  const thought = { type: 'thinking', thinking: THOUGHT, signature: 'c2ln' };
  return [...(scenario === 'thoughts' ? [thought] : []), { type: 'text', text: TEXT.join('') }];
}

function pieces(scenario: Scenario): object[] {
  const block = (index: number, content_block: object, deltas: readonly object[]) => [
    { type: 'content_block_start', index, content_block },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
  if (scenario === 'calls') {
    return CALLS.flatMap(({ id, name, arguments: given }, index) =>
      block(index, { type: 'tool_use', id, name, input: {} }, [
        { type: 'input_json_delta', partial_json: given.slice(0, 5) },
        { type: 'input_json_delta', partial_json: given.slice(5) },
      ])
    );
  }
  const thought = block(0, { type: 'thinking', thinking: '' }, [{ type: 'thinking_delta', thinking: THOUGHT }]);
  const text = block(
    1,
    { type: 'text', text: '' },
    TEXT.map((piece) => ({ type: 'text_delta', text: piece }))
  );
  return [...(scenario === 'thoughts' ? thought : []), ...text];
}

function usage(scenario: Scenario, output: number): object {
  const cached = scenario === 'cached' ? CACHED_TOKENS : 0;
  return { input_tokens: INPUT_TOKENS - cached, cache_read_input_tokens: cached, output_tokens: output };
}

function refusal(status: number, type: string, message: string, headers: Readonly<Record<string, string>> = {}) {
  return json(status, { type: 'error', error: { type, message } }, headers);
}
