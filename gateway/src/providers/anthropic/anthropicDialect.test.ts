import { parseChatParameters } from '../../chat/chatParameters.js';
import { anthropicDialect } from './anthropicDialect.js';

const dialect = anthropicDialect({ name: 'claude', basePath: '/v1', apiKey: 'key' });
const ask = (more: object) =>
  parseChatParameters(
    Buffer.from(JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'hi' }], ...more }))
  );

test('where a request goes, and with which headers', async () => {
  const { path, headers, body, dropped } = await dialect.request(ask({ seed: 1 }), 'claude-opus-5', {
    dropUnsupported: true,
  });
  expect(path).toBe('/v1/messages');
  expect(headers.join('\n')).toContain('anthropic-version\n2023-06-01\nx-api-key\nkey');
  expect(JSON.parse(String(body))).toMatchObject({ model: 'claude-opus-5', max_tokens: 32_000 });
  expect(dropped).toEqual(['seed']);
});

test('without a key there is no header for it', async () => {
  const open = anthropicDialect({ name: 'claude', basePath: '', apiKey: undefined });
  const { path, headers } = await open.request(ask({}), 'm', { dropUnsupported: false });
  expect(path).toBe('/messages');
  expect(headers).not.toContain('x-api-key');
});

test.each(['<html>', '{"type":"message"}', 'null'])('%s is no answer', (body) => {
  expect(() => dialect.answer(Buffer.from(body), ask({}))).toThrow(
    expect.objectContaining({ status: 502, type: 'invalid_response' })
  );
});

test('an answer', () => {
  const message = { id: 'msg_1', model: 'm', content: [], stop_reason: 'end_turn', usage: {} };
  expect(JSON.parse(dialect.answer(Buffer.from(JSON.stringify(message)), ask({})).toString())).toMatchObject({
    choices: [{ message: { content: null } }],
  });
});
