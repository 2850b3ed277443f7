import { readError, readStreamError } from './error.js';

const answer = (status: number, type: string, message: string, headers = {}) =>
  readError('anthropic', {
    kind: 'whole',
    status,
    headers,
    body: Buffer.from(JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_1' })),
  });

test.each([
  [400, 'invalid_request_error', { status: 400, type: 'invalid_request_error' }],
  [404, 'not_found_error', { status: 404, type: 'not_found_error' }],
  [413, 'request_too_large', { status: 413, type: 'invalid_request_error' }],
  [429, 'rate_limit_error', { status: 429, type: 'rate_limit_error' }],
  [500, 'api_error', { status: 500, type: 'upstream_error' }],
  [504, 'timeout_error', { status: 504, type: 'timeout' }],
  [529, 'overloaded_error', { status: 503, type: 'upstream_error' }],
])('status %i, %s', (status, type, expected) => {
  expect(answer(status, type, 'It says so.')).toMatchObject({ ...expected, code: type, message: 'It says so.' });
  if (status !== 504 && status !== 413) {
    expect(readStreamError('anthropic', { type: 'error', error: { type, message: 'It says so.' } })).toMatchObject(
      expected
    );
  }
});

test.each([401, 403])('status %i is the credential of the gateway', (status) => {
  const error = answer(status, 'authentication_error', 'invalid x-api-key sk-ant-secret');
  expect(error).toMatchObject({ status: 502, type: 'provider_authentication_error' });
  expect(error.message).not.toContain('secret');
});

test('no credit left', () => {
  expect(answer(400, 'invalid_request_error', 'Your credit balance is too low to access the API.')).toMatchObject({
    status: 502,
    type: 'insufficient_quota',
  });
});

test('a prompt that is too long', () => {
  expect(answer(400, 'invalid_request_error', 'prompt is too long: 212000 tokens > 200000 maximum')).toMatchObject({
    status: 400,
    type: 'context_window_exceeded',
    code: 'context_length_exceeded',
  });
});

test('when to try again', () => {
  expect(answer(429, 'rate_limit_error', 'Slow down.', { 'retry-after': '7' }).retryAfterSeconds).toBe(7);
});

test('a page of a proxy in between', () => {
  const error = readError('anthropic', { kind: 'whole', status: 503, headers: {}, body: Buffer.from('<html>') });
  expect(error).toMatchObject({ status: 503, type: 'upstream_error' });
  expect(error.message).toContain('503');
});
