import { GatewayError } from '../../errors/gatewayError.js';

/** A part of a message that a provider does not take. Content is never dropped: another question would be answered. */
export function invalidContent(provider: string, path: string, what: string): GatewayError {
  return new GatewayError(`${path}: the provider ${provider} does not take ${what}.`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'unsupported_content',
    param: path,
  });
}
