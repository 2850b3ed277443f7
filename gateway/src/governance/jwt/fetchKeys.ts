import type { JSONWebKeySet } from 'jose';

import type { JwtConfig } from '../../config/schema.js';

/** How long the issuer may take for one answer, in milliseconds. */
const TIMEOUT_MS = 5_000;

/**
 * Reads the keys of an issuer, from where the configuration says or else from where OpenID discovery does.
 * @throws when they cannot be read
 */
export async function fetchKeys({ issuer, jwks_url: url }: JwtConfig): Promise<JSONWebKeySet> {
  return (await fetchJson(url ?? (await discover(issuer)))) as JSONWebKeySet;
}

async function discover(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = (await fetchJson(url)) as { issuer?: unknown; jwks_uri?: unknown } | null;
  if (found?.issuer !== issuer) {
    throw new Error(`${url} is of another issuer`);
  }
  if (typeof found.jwks_uri !== 'string') {
    throw new Error(`${url} does not say where the keys are`);
  }
  return found.jwks_uri;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json, application/jwk-set+json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${url} answered ${response.status}`);
  }
  return response.json();
}
