import { EventStreamCodec } from '@smithy/core/event-streams';

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
  wire,
} from './scenario.js';

/** AWS Bedrock's Converse, ConverseStream and, for embeddings, InvokeModel. */
export const bedrockWire = wire({
  refusals: {
    limited: refusal(429, 'ThrottlingException', 'Too many requests.', { 'retry-after': String(RETRY_AFTER_S) }),
    tooLong: refusal(400, 'ValidationException', 'Input is too long for requested model.'),
    refusedKey: refusal(403, 'AccessDeniedException', 'Not authorized.'),
  },
  beside: (_scenario, { path }) =>
    path.endsWith('/invoke') ? json(200, { embedding: [1, -0.5], inputTextTokenCount: 3 }) : undefined,
  chat(scenario, { path }) {
    const stopReason = scenario === 'calls' ? 'tool_use' : 'end_turn';
    if (!path.endsWith('/converse-stream')) {
      const output = { message: { role: 'assistant', content: blocks(scenario) } };
      return json(200, { output, stopReason, usage: usage(scenario), metrics: { latencyMs: 1 } });
    }
    const all = [
      event('messageStart', { role: 'assistant' }),
      ...pieces(scenario),
      event('messageStop', { stopReason }),
      event('metadata', { usage: usage(scenario), metrics: { latencyMs: 1 } }),
    ];
    const headers = { 'content-type': 'application/vnd.amazon.eventstream' };
    return scenario === 'broken'
      ? { status: 200, headers, pieces: all.slice(0, 2), cut: true }
      : { status: 200, headers, pieces: all };
  },
});

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString(),
  (text) => Buffer.from(text)
);

function event(type: string, body: object): Buffer {
  const value = (text: string) => ({ type: 'string', value: text }) as const;
  const headers = { ':message-type': value('event'), ':event-type': value(type) };
  return Buffer.from(codec.encode({ headers, body: Buffer.from(JSON.stringify(body)) }));
}

function blocks(scenario: Scenario): object[] {
  if (scenario === 'calls') {
    return CALLS.map(({ id, name, arguments: given }) => ({
      toolUse: { toolUseId: id, name, input: JSON.parse(given) as object },
    }));
  }
  const thought = { reasoningContent: { reasoningText: { text: THOUGHT, signature: 'c2ln' } } };
  return [...(scenario === 'thoughts' ? [thought] : []), { text: TEXT.join('') }];
}

function pieces(scenario: Scenario): Buffer[] {
  const delta = (contentBlockIndex: number, piece: object) =>
    event('contentBlockDelta', { contentBlockIndex, delta: piece });
  if (scenario === 'calls') {
    return CALLS.flatMap(({ id, name, arguments: given }, index) => [
      event('contentBlockStart', { contentBlockIndex: index, start: { toolUse: { toolUseId: id, name } } }),
      delta(index, { toolUse: { input: given.slice(0, 5) } }),
      delta(index, { toolUse: { input: given.slice(5) } }),
      event('contentBlockStop', { contentBlockIndex: index }),
    ]);
  }
  const thought = scenario === 'thoughts' ? [delta(0, { reasoningContent: { text: THOUGHT } })] : [];
  return [...thought, ...TEXT.map((text) => delta(1, { text })), event('contentBlockStop', { contentBlockIndex: 1 })];
}

function usage(scenario: Scenario): object {
  const cached = scenario === 'cached' ? CACHED_TOKENS : 0;
  return {
    inputTokens: INPUT_TOKENS - cached,
    outputTokens: OUTPUT_TOKENS,
    totalTokens: INPUT_TOKENS + OUTPUT_TOKENS,
    ...(cached > 0 && { cacheReadInputTokens: cached }),
  };
}

function refusal(status: number, name: string, message: string, headers: Readonly<Record<string, string>> = {}) {
  return json(status, { message }, { 'x-amzn-errortype': name, ...headers });
}
