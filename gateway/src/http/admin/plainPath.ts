import type { onRequestHookHandler } from 'fastify';

import { GatewayError } from '../../errors/gatewayError.js';

/**
 * Refuses paths that a proxy in between may have read differently: with `.` and `..` in them, or with dots that are
 * encoded. Grafana's plugin proxy, for one, passes them on as they are.
 */
export const plainPath: onRequestHookHandler = (request, _reply, done) => {
  done(isPlain(request.url.split('?', 1)[0] ?? '') ? undefined : ambiguous());
};

export function isPlain(path: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  const encodedDot = /%2e/i;
  return (
    !encodedDot.test(path) &&
    !encodedDot.test(decoded) &&
    !decoded.split(/[/\\]/).some((segment) => segment === '.' || segment === '..')
  );
}

function ambiguous(): GatewayError {
  return new GatewayError('The path has a segment . or .., or an encoded dot; write it out without them.', {
    status: 400,
    type: 'invalid_request_error',
    code: 'ambiguous_path',
  });
}
