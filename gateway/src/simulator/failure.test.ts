import { failureAnswer } from './failure.js';

test.each([
  [{ status: 500 }, 'server_error', null, null],
  [{ status: 429 }, 'rate_limit_error', 'rate_limit_exceeded', null],
  [{ status: 429, code: 'insufficient_quota' }, 'insufficient_quota', 'insufficient_quota', null],
  [{ status: 400, code: 'context_length_exceeded' }, 'invalid_request_error', 'context_length_exceeded', 'messages'],
  [{ status: 400, code: 'content_filter' }, 'invalid_request_error', 'content_filter', null],
])('%j has the shape OpenAI gives it', (failure, type, code, param) => {
  const message = `The simulated provider failed with ${failure.status}, as it was told to.`;
  expect(failureAnswer(failure)).toMatchObject({
    status: failure.status,
    body: { error: { message, type, code, param } },
  });
});

test.each([
  [{ status: 429 }, { 'retry-after': '1' }],
  [{ status: 429, retry_after_seconds: 0 }, { 'retry-after': '0' }],
  [{ status: 503 }, {}],
  [{ status: 503, retry_after_seconds: 2 }, { 'retry-after': '2' }],
  [
    { status: 429, retry_after_seconds: 0.25 },
    { 'retry-after': '1', 'retry-after-ms': '250' },
  ],
])('%j asks for %j', (failure, headers) => {
  expect(failureAnswer(failure).headers).toEqual(headers);
});

test('says what it was told to say', () => {
  expect(failureAnswer({ status: 500, message: 'Out of cheese.' }).body.error).toMatchObject({
    message: 'Out of cheese.',
  });
});
