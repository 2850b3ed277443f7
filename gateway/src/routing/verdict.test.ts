import type { ErrorType } from '../errors/gatewayError.js';
import { fallbackKind, isFinal, saysOfDeployment } from './verdict.js';

/** What each cause says of the deployment, whether it ends the request, and which chain it leads to. */
const CAUSES: ReadonlyArray<[ErrorType, boolean | undefined, boolean, ReturnType<typeof fallbackKind>]> = [
  ['authentication_error', undefined, false, 'error'],
  ['certificate_error', false, false, 'error'],
  ['connection_error', false, false, 'error'],
  ['content_policy_violation', undefined, false, 'contentPolicy'],
  ['context_window_exceeded', undefined, false, 'contextWindow'],
  ['insufficient_quota', undefined, false, 'error'],
  ['internal_error', undefined, true, 'error'],
  ['invalid_request_error', undefined, true, 'error'],
  ['invalid_response', false, false, 'error'],
  ['not_found_error', undefined, false, 'error'],
  ['overloaded', undefined, false, 'error'],
  ['provider_authentication_error', undefined, false, 'error'],
  ['rate_limit_error', undefined, false, 'error'],
  ['stream_interrupted', false, false, 'error'],
  ['timeout', false, false, 'error'],
  ['upstream_error', false, false, 'error'],
];

test.each(CAUSES)('%s: says %s of the deployment, final: %s, chain: %s', (type, says, final, chain) => {
  expect(saysOfDeployment(type)).toBe(says);
  expect(isFinal(type)).toBe(final);
  expect(fallbackKind(type)).toBe(chain);
});

test('an answer says that it works', () => {
  expect(saysOfDeployment(undefined)).toBe(true);
});
