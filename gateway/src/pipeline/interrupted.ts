import { GatewayError } from '../errors/gatewayError.js';

/** A stream that the provider closed before it was done. */
export function interrupted(provider: string): GatewayError {
  return new GatewayError(`The provider ${provider} ended the stream before its answer was complete.`, {
    status: 502,
    type: 'stream_interrupted',
    code: 'stream_interrupted',
  });
}
