import { GatewayError } from '../../errors/gatewayError.js';

/** @param what it did, e.g. `answered with something that is not JSON` */
export function invalidAnswer(provider: string, what: string, cause?: unknown): GatewayError {
  return new GatewayError(`The provider ${provider} ${what}.`, {
    status: 502,
    type: 'invalid_response',
    code: 'upstream_answer_invalid',
    cause,
  });
}
