import type { FastifyRequest } from 'fastify';

import type { Caller } from '../../managed/caller.js';

/** Names the person on whose behalf the holder of the admin token acts, e.g. the user's login in Grafana. */
export const ACTOR_HEADER = 'x-llm-gateway-actor';

const LONGEST_ACTOR = 200;
const UNPRINTABLE = /\p{C}/gu;

/** Who asks, for the audit log. Only the admin token gets as far as this, so its holder is believed. */
export function callerOf(request: FastifyRequest): Caller {
  const header = request.headers[ACTOR_HEADER];
  // Headers are read as Latin-1, whatever they are.
  const named = Buffer.from([header ?? ''].flat().join(' '), 'latin1').toString('utf8');
  const cleaned = named.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_ACTOR);
  return { actor: cleaned || 'admin', address: request.ip };
}
