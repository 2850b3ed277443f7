import { parseChatParameters } from './chatParameters.js';
import { GatewayError } from '../errors/gatewayError.js';

const messages = [{ role: 'user', content: 'hello' }];

function parse(body: object) {
  return parseChatParameters(Buffer.from(JSON.stringify(body)));
}

function refusal(bytes: string | Buffer): GatewayError {
  try {
    parseChatParameters(Buffer.from(bytes));
  } catch (error) {
    expect(error).toBeInstanceOf(GatewayError);
    return error as GatewayError;
  }
  throw new Error('the body was accepted');
}

test('reads what the gateway needs and keeps the rest', () => {
  const body = {
    model: 'gpt-4o',
    messages,
    stream: true,
    stream_options: { include_usage: true },
    user: 'ada',
    metadata: { feature: 'chat', depth: 3 },
    temperature: 0.2,
  };
  expect(parse(body)).toEqual({
    model: 'gpt-4o',
    stream: true,
    includeUsage: true,
    user: 'ada',
    metadata: { feature: 'chat' },
    body,
  });
});

test('takes null, and an empty user, for not given', () => {
  const nothing = { stream: null, stream_options: null, user: '', metadata: null };
  expect(parse({ model: 'm', messages, ...nothing })).toMatchObject({
    stream: false,
    includeUsage: false,
    user: undefined,
    metadata: undefined,
  });
});

test.each([[{}], [{ include_usage: false }], [{ include_usage: 'true' }]])(
  'stream_options %j do not ask for usage',
  (streamOptions) => {
    expect(parse({ model: 'm', messages, stream: true, stream_options: streamOptions }).includeUsage).toBe(false);
  }
);

test.each([
  ['model', { messages }],
  ['model', { model: '', messages }],
  ['model', { model: 7, messages }],
  ['messages', { model: 'm' }],
  ['messages', { model: 'm', messages: [] }],
  ['messages', { model: 'm', messages: 'hello' }],
  ['stream', { model: 'm', messages, stream: 'true' }],
  ['stream', { model: 'm', messages, stream: 1 }],
  ['stream_options', { model: 'm', messages, stream_options: [] }],
  ['user', { model: 'm', messages, user: 7 }],
  ['metadata', { model: 'm', messages, metadata: ['a'] }],
])('names %s when it is wrong: %j', (param, body) => {
  expect(refusal(JSON.stringify(body))).toMatchObject({ status: 400, type: 'invalid_request_error', param });
});

test.each(['{"model":', 'hello', '{"model":"m"}}', '\u0000'])('refuses what is not JSON: %j', (text) => {
  expect(refusal(text)).toMatchObject({ status: 400, code: 'invalid_json' });
});

test.each(['', '[]', 'null', '"text"', '7'])('refuses what is no object: %j', (text) => {
  const { status, message } = refusal(text);
  expect(status).toBe(400);
  expect(message).toContain('model and messages');
});
