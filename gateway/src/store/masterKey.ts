import { hkdfSync } from 'node:crypto';

import type { Logger } from 'pino';

import type { SecretFiles } from './secrets.js';

/** What secrets of providers are sealed with. */
export interface MasterKey {
  /** Tells keys apart without giving anything of them away. */
  readonly id: string;
  /** 256 bits for AES. */
  readonly key: Buffer;
}

const VARIABLE = 'LLM_GATEWAY_MASTER_KEY';
const SHORTEST = 16;
const KEY_BYTES = 32;
const ID_BYTES = 4;

/**
 * The master key of the environment, or else of the data directory, where it is generated at the first start.
 * @throws Error when the one given is too short.
 */
export function readMasterKey(
  env: NodeJS.ProcessEnv,
  secrets: Pick<SecretFiles, 'read'>,
  log: Pick<Logger, 'warn'>
): MasterKey {
  const given = env[VARIABLE];
  if (given !== undefined && given !== '' && given.length < SHORTEST) {
    const message = `${VARIABLE} has fewer than ${SHORTEST} characters; make one with: openssl rand -base64 32`;
    throw Object.assign(new Error(message), { code: 'EINVAL' });
  }
  if (!given && env['DATABASE_URL']) {
    log.warn(
      `${VARIABLE} is not set: this replica seals the secrets of providers with a key of its own data directory, and no other replica on DATABASE_URL can open them`
    );
  }
  return deriveMasterKey(given || secrets.read('master-key', 'llmgw-master-'));
}

/** Key and id come from the same secret, but say nothing of each other. */
export function deriveMasterKey(secret: string): MasterKey {
  const derive = (use: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'llm-gateway', use, bytes));
  return { id: derive('key id v1', ID_BYTES).toString('hex'), key: derive('provider secrets v1', KEY_BYTES) };
}
