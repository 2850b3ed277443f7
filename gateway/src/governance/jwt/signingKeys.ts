import {
  type CryptoKey,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWSHeaderParameters,
  type LocalJWKSet,
  createLocalJWKSet,
  errors,
} from 'jose';

/** The key that a token says it is signed with. @throws KeysUnreachable, or what jose throws for one that is not there */
export type SigningKeys = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

/** The issuer's keys cannot be read, and the one asked for is not among those known. */
export class KeysUnreachable extends Error {}

/** A key that the issuer has taken back is no longer believed then, in milliseconds; unless the issuer is down. */
const MAX_AGE_MS = 300_000;

/**
 * The public keys of a token issuer. Keys that are known go on while the issuer cannot be reached, and nobody waits
 * for it then: jose's own createRemoteJWKSet refuses them once they are too old. A key that is not known is looked for
 * at most once in refreshMs.
 */
export function createSigningKeys(
  fetchKeys: () => Promise<JSONWebKeySet>,
  refreshMs: number,
  now: () => number = Date.now
): SigningKeys {
  let keys: LocalJWKSet | undefined;
  let readAt = -Infinity;
  let triedAt = -Infinity;
  let failure: unknown;
  let reading: Promise<void> | undefined;

  const readNow = async (): Promise<void> => {
    triedAt = now();
    try {
      keys = createLocalJWKSet(await fetchKeys());
      readAt = now();
      failure = undefined;
    } catch (error) {
      failure = error;
    }
  };
  /** Undefined when it has just been tried. */
  const read = (): Promise<void> | undefined => {
    if (reading === undefined && now() - triedAt >= refreshMs) {
      reading = readNow().finally(() => (reading = undefined));
    }
    return reading;
  };

  return async (header, token) => {
    if (now() - readAt >= MAX_AGE_MS) {
      const again = read();
      if (keys === undefined || failure === undefined) {
        await again;
      }
    }
    try {
      if (keys !== undefined) {
        return await keys(header, token);
      }
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) {
        throw error;
      }
    }
    await read();
    if (failure !== undefined || keys === undefined) {
      throw new KeysUnreachable('the keys of the issuer cannot be read', { cause: failure });
    }
    return keys(header, token);
  };
}
