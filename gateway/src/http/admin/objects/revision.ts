import type { FastifyRequest } from 'fastify';

import { invalidDocument } from '../../../managed/changeError.js';

/**
 * The revision that a change is based on: of the header If-Match, the parameter `revision`, or the body as it was read.
 * @throws GatewayError 400
 */
export function revisionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  const given: unknown =
    (header === '*' ? undefined : header) ??
    (request.query as { revision?: unknown }).revision ??
    (request.body as { revision?: unknown } | null | undefined)?.revision;
  if (given === undefined) {
    return undefined;
  }
  const [, digits] = /^(?:W\/)?"?(\d{1,15})"?$/.exec(String(given)) ?? [];
  if (digits === undefined) {
    throw invalidDocument([{ path: ['revision'], message: 'must be the revision of an earlier answer' }]);
  }
  return Number(digits);
}

export function entityTag(revision: number): string {
  return `"${revision}"`;
}
