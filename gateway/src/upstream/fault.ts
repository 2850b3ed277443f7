import { GatewayError } from '../errors/gatewayError.js';

const TIMEOUTS: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time (timeouts.connect_ms)',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of its answer (timeouts.idle_ms)',
};

/** What Node.js and OpenSSL call a certificate that they do not accept. */
const CERTIFICATE =
  /^(CERT_|ERR_TLS_CERT_|(DEPTH_ZERO_)?SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|HOSTNAME_MISMATCH$|INVALID_CA$)/;

/**
 * What went wrong between us and a provider, as an error the client can be told of.
 * @param begun what the provider had begun to answer with
 */
export function upstreamFault(provider: string, cause: unknown, begun?: 'stream' | 'whole'): GatewayError {
  if (cause instanceof GatewayError) {
    return cause;
  }
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  const timeout = TIMEOUTS[code];
  if (timeout !== undefined) {
    return new GatewayError(`The provider ${provider} ${timeout}.`, {
      status: 504,
      type: 'timeout',
      code: 'upstream_timeout',
      cause,
    });
  }
  if (cause instanceof RangeError) {
    return new GatewayError(`The provider ${provider} sent more than the gateway takes: ${cause.message}.`, {
      status: 502,
      type: 'invalid_response',
      code: 'upstream_answer_too_large',
      cause,
    });
  }
  if (CERTIFICATE.test(code)) {
    const message = `The TLS certificate of the provider ${provider} is not accepted (${code}); nothing was sent to it.`;
    return new GatewayError(message, { status: 502, type: 'certificate_error', code: 'upstream_certificate', cause });
  }
  const reason = code === '' ? '' : ` (${code})`;
  if (begun !== undefined) {
    const type = begun === 'stream' ? 'stream_interrupted' : 'connection_error';
    const message = `The provider ${provider} broke off in the middle of its answer${reason}.`;
    return new GatewayError(message, { status: 502, type, code: 'upstream_interrupted', cause });
  }
  return new GatewayError(`The provider ${provider} could not be reached${reason}.`, {
    status: 502,
    type: 'connection_error',
    code: 'upstream_unreachable',
    cause,
  });
}
