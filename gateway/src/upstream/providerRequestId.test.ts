import { providerRequestId } from './providerRequestId.js';

test.each([
  ['req-openai', { 'x-request-id': 'req-openai', 'cf-ray': '1' }],
  ['req_anthropic', { 'request-id': 'req_anthropic' }],
  ['azure', { 'apim-request-id': 'azure' }],
  ['bedrock', { 'x-amzn-requestid': 'bedrock' }],
  ['second', { 'x-request-id': '', 'request-id': 'second' }],
  [undefined, { 'content-type': 'application/json' }],
])('is %s of %j', (id, headers) => {
  expect(providerRequestId(headers)).toBe(id);
});

test('is cut where it is longer than any id', () => {
  expect(providerRequestId({ 'x-request-id': 'x'.repeat(5_000) })).toHaveLength(128);
});
