import { readError } from './readError.js';

function read(status: number, body: string | object, headers: Record<string, string> = {}) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return readError('openai', { kind: 'whole', status, headers, body: bytes });
}

test.each([
  [400, 'invalid_request_error'],
  [404, 'not_found_error'],
  [408, 'timeout'],
  [409, 'invalid_request_error'],
  [429, 'rate_limit_error'],
  [500, 'upstream_error'],
  [503, 'upstream_error'],
  [504, 'timeout'],
])('status %d stays and is a %s', (status, type) => {
  const error = { message: 'Told by the provider.', type: 'whatever', param: 'messages', code: 'some_code' };
  expect(read(status, { error })).toMatchObject({
    status,
    type,
    message: 'Told by the provider.',
    param: 'messages',
    code: 'some_code',
  });
});

test.each([401, 402, 403])('status %d is the gateway’s trouble, not the client’s', (status) => {
  const error = read(status, { error: { message: 'Incorrect API key provided: sk-abc', code: 'invalid_api_key' } });
  expect(error).toMatchObject({ status: 502, type: 'provider_authentication_error' });
  expect(error.message).not.toContain('sk-abc');
});

test.each([204, 302])('status %d is no answer', (status) => {
  expect(read(status, '')).toMatchObject({ status: 502, type: 'invalid_response' });
});

test('an exhausted quota is told from a rate limit', () => {
  expect(read(429, { error: { code: 'insufficient_quota' } }).type).toBe('insufficient_quota');
});

test('Retry-After is kept', () => {
  expect(read(429, {}, { 'retry-after': '17' }).retryAfterSeconds).toBe(17);
  expect(read(429, {}).retryAfterSeconds).toBeUndefined();
});

test.each([
  '<html><body>502 Bad Gateway</body></html>',
  '',
  'null',
  '[]',
  '{"error":null}',
  '{"error":{"message":""}}',
  '{"error":{"message":{"deep":1}}}',
  '{"error":',
])('says at least who and what when the provider says nothing: %j', (body) => {
  expect(read(500, body)).toMatchObject({
    status: 500,
    message: 'The provider openai answered with status 500.',
    code: undefined,
  });
});

test('an error that is only a text is told', () => {
  expect(read(500, { error: 'out of memory' }).message).toBe('out of memory');
});
