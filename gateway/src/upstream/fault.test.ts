import { GatewayError } from '../errors/gatewayError.js';
import { upstreamFault } from './fault.js';

const coded = (code: string) => Object.assign(new Error('inner words'), { code });

test.each([
  [coded('UND_ERR_CONNECT_TIMEOUT'), 504, 'timeout', 'connect_ms'],
  [coded('UND_ERR_BODY_TIMEOUT'), 504, 'timeout', 'idle_ms'],
  [coded('ECONNREFUSED'), 502, 'connection_error', 'ECONNREFUSED'],
  [coded('ENOTFOUND'), 502, 'connection_error', 'ENOTFOUND'],
  [coded('CERT_HAS_EXPIRED'), 502, 'certificate_error', 'CERT_HAS_EXPIRED'],
  [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 502, 'certificate_error', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [coded('SELF_SIGNED_CERT_IN_CHAIN'), 502, 'certificate_error', 'nothing was sent'],
  [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 502, 'certificate_error', 'nothing was sent'],
  [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 502, 'certificate_error', 'nothing was sent'],
  [new RangeError('an event is too large'), 502, 'invalid_response', 'an event is too large'],
  [new Error('inner words'), 502, 'connection_error', 'could not be reached'],
  [undefined, 502, 'connection_error', 'could not be reached'],
])('%s is told as %d %s', (cause, status, type, words) => {
  const fault = upstreamFault('openai', cause);
  expect(fault).toMatchObject({ status, type, cause });
  expect(fault.message).toContain('openai');
  expect(fault.message).toContain(words);
  expect(fault.message).not.toContain('inner words');
});

test('a fault that is told already stays as it is', () => {
  const told = new GatewayError('told', { status: 418, type: 'upstream_error' });
  expect(upstreamFault('openai', told)).toBe(told);
});
