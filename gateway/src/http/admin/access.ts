import type { onRequestHookHandler } from 'fastify';

import { GatewayError } from '../../errors/gatewayError.js';
import { bearerToken } from '../../pipeline/authenticate.js';
import { tokenCheck, unknownToken } from '../bearerGuard.js';

export interface AdminTokens {
  readonly adminToken: string;
  /** May read everything and change nothing. */
  readonly viewerToken: string;
}

const ADMIN = 'the admin token (LLM_GATEWAY_ADMIN_TOKEN)';
const VIEWER = 'the viewer token (LLM_GATEWAY_VIEWER_TOKEN)';
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Who may do what with the admin API. */
export function adminAccess({ adminToken, viewerToken }: AdminTokens): onRequestHookHandler {
  const isAdmin = tokenCheck([adminToken]);
  const isViewer = tokenCheck([viewerToken]);
  return (request, _reply, done) => {
    const given = bearerToken(request.headers.authorization);
    if (given === undefined || !(isAdmin(given) || isViewer(given))) {
      done(unknownToken(given, READING.has(request.method) ? `${ADMIN} or ${VIEWER}` : ADMIN));
      return;
    }
    done(READING.has(request.method) || isAdmin(given) ? undefined : mayOnlyRead());
  };
}

function mayOnlyRead(): GatewayError {
  return new GatewayError(`The viewer token may only read; to change something, send ${ADMIN}.`, {
    status: 403,
    type: 'permission_error',
    code: 'read_only_token',
  });
}
