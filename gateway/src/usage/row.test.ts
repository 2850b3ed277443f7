import { failedEvent, tokens, usageEvent } from '../../../tests/support/usageEvent.js';
import { LINE_COLUMNS, readLine, toLine } from './row.js';

test('keeps everything that was said', () => {
  const event = usageEvent({
    operation: 'embeddings',
    traceId: '0af7651916cd43dd8448eb211c80319c',
    team: 'platform',
    user: 'ada',
    tags: { feature: 'chat', environment: 'prod', other: 'x' },
    servedModel: 'gpt-4o-2024-11-20',
    streaming: true,
    batch: true,
    cache: 'miss',
    tokens: tokens({
      cachedInput: 10,
      cacheWrite5m: 1,
      cacheWrite1h: 2,
      audioInput: 3,
      cachedAudioInput: 4,
      imageInput: 5,
      reasoning: 6,
      audioOutput: 7,
      imageOutput: 8,
      images: 9,
      characters: 11,
      audioSeconds: 1.5,
    }),
    firstTokenMs: 80,
    savedNanoUsd: 12,
    queuedMs: 0.25,
    content: { request: 'q', response: 'a' },
  });
  const { values, ...entry } = readLine(toLine(event));
  expect(values).toEqual(LINE_COLUMNS.map((column) => entry.row[column]));
  expect(entry).toEqual({
    row: {
      id: event.id,
      time: event.time,
      operation: 'embeddings',
      trace_id: '0af7651916cd43dd8448eb211c80319c',
      key: 'ci',
      team: 'platform',
      user: 'ada',
      feature: 'chat',
      environment: 'prod',
      tags: '{"feature":"chat","environment":"prod","other":"x"}',
      model: 'gpt-4o',
      served_model: 'gpt-4o-2024-11-20',
      provider: 'openai',
      deployment: 'openai/gpt-4o-2024-11-20',
      streaming: 1,
      batch: 1,
      status: 'success',
      code: 200,
      error_type: null,
      cache: 'miss',
      input_tokens: 100,
      cached_input_tokens: 10,
      cache_write_5m_tokens: 1,
      cache_write_1h_tokens: 2,
      audio_input_tokens: 3,
      cached_audio_input_tokens: 4,
      image_input_tokens: 5,
      output_tokens: 50,
      reasoning_tokens: 6,
      audio_output_tokens: 7,
      image_output_tokens: 8,
      images: 9,
      characters: 11,
      audio_seconds: 1.5,
      usage_source: 'provider',
      cost_nano_usd: 750_000,
      saved_nano_usd: 12,
      price_source: 'config',
      unpriced: 0,
      duration_ms: 1200,
      first_token_ms: 80,
      overhead_ms: 0.5,
      queued_ms: 0.25,
      attempts: 1,
    },
    attempts: [],
    content: { request_id: event.id, time: event.time, request: 'q', response: 'a' },
  });
});

test('what is not there is null, and an unknown cost is not 0', () => {
  const refused = { provider: undefined, deployment: undefined, attempts: [], overheadMs: undefined };
  const { row, attempts, content } = readLine(toLine(failedEvent(refused)));
  expect(row).toMatchObject({
    trace_id: null,
    team: null,
    user: null,
    feature: null,
    tags: null,
    served_model: null,
    provider: null,
    deployment: null,
    cache: 'bypass',
    error_type: 'upstream_error',
    input_tokens: 0,
    usage_source: null,
    cost_nano_usd: null,
    saved_nano_usd: 0,
    price_source: null,
    overhead_ms: null,
    queued_ms: null,
    attempts: 0,
  });
  expect(attempts).toEqual([]);
  expect(content).toBeUndefined();
  const unpriced = readLine(toLine(usageEvent({ cost: undefined, unpriced: true })));
  expect(unpriced.row).toMatchObject({ cost_nano_usd: null, unpriced: 1 });
});

test('attempts are kept where they say more than the row', () => {
  const failed = failedEvent();
  const call = { provider: 'openai', deployment: 'openai/gpt-4o-2024-11-20', model: 'gpt-4o' };
  const first = {
    ...call,
    request_id: failed.id,
    time: failed.time,
    number: 1,
    status: 500,
    duration_ms: 3,
    start_ms: 0.5,
  };
  expect(readLine(toLine(failed)).attempts).toEqual([
    { ...first, outcome: 'upstream_error', provider_request_id: null },
  ]);

  const times = { startMs: 4, durationMs: 7.5 };
  const lost = { ...call, ...times, status: undefined, outcome: 'timeout', providerRequestId: 'r-1' } as const;
  const retried = { ...failed, attempts: [...failed.attempts, lost, ...usageEvent().attempts] };
  expect(readLine(toLine(retried)).attempts).toMatchObject([
    { number: 1, outcome: 'upstream_error' },
    { number: 2, status: null, outcome: 'timeout', start_ms: 4, duration_ms: 7.5, provider_request_id: 'r-1' },
    { number: 3, status: 200, outcome: 'success' },
  ]);
});

test('an attempt of an earlier version has no start', () => {
  const line = JSON.parse(toLine(failedEvent())) as unknown[];
  line[LINE_COLUMNS.length] = [['openai', 'openai/m', 'm', 500, 'upstream_error', 3]];
  expect(readLine(JSON.stringify(line)).attempts).toMatchObject([
    { outcome: 'upstream_error', duration_ms: 3, start_ms: null, provider_request_id: null },
  ]);
});

test('a line has no line end in it', () => {
  const event = usageEvent({ user: 'a\nb\r\u2028', content: { request: '{\n}', response: '\n' } });
  expect(toLine(event)).not.toMatch(/[\r\n]/);
  expect(readLine(toLine(event))).toMatchObject({ row: { user: 'a\nb\r\u2028' }, content: { request: '{\n}' } });
});

test('what no store keeps in a text is replaced, wherever it stands, and nothing else is', () => {
  const event = usageEvent({
    user: 'a\0b\ud83d',
    tags: { feature: '\udc00c', emoji: '\u{1f600}', written: '\\u0000' },
    content: { request: '{"text":"\\ud83d\\ude00 \\u0000"}', response: '\0' },
  });
  const { row, content } = readLine(toLine(event));
  expect(row).toMatchObject({ user: 'a\ufffdb\ufffd', feature: '\ufffdc' });
  expect(JSON.parse(row.tags ?? '')).toEqual({ feature: '\ufffdc', emoji: '\u{1f600}', written: '\\u0000' });
  expect(content).toMatchObject({ request: '{"text":"\\ud83d\\ude00 \\u0000"}', response: '\ufffd' });
});

test.each(['', '[', '{}', '[]', '["a",1]', 'null', toLine(usageEvent()).replace('[', '[1,')])(
  'a line that is none of ours is refused: %s',
  (line) => {
    expect(() => readLine(line)).toThrow(SyntaxError);
  }
);

test('a line without an id or a time is refused', () => {
  expect(() => readLine(toLine(usageEvent({ id: 7 as unknown as string })))).toThrow('It has no id or no time.');
  expect(() => readLine(toLine(usageEvent({ time: Number.NaN })))).toThrow('It has no id or no time.');
});

test('what an earlier version kept without an operation was a chat', () => {
  const values = JSON.parse(toLine(usageEvent({ operation: 'speech' }))) as unknown[];
  values[LINE_COLUMNS.indexOf('operation')] = null;
  expect(readLine(JSON.stringify(values)).row.operation).toBe('chat');
});
