import { createHmac, timingSafeEqual } from 'node:crypto';

const SCHEME = 'sha256=';

/**
 * What stands in `x-llm-gateway-signature`: the HMAC-SHA256 of `timestamp:body`, as Grafana signs its webhooks.
 * @param timestamp epoch seconds, as sent in `x-llm-gateway-timestamp`
 */
export function sign(secret: string, timestamp: string, body: string | Buffer): string {
  return SCHEME + digest(secret, timestamp, body).toString('hex');
}

/**
 * Whether a call was signed with the secret, and not long ago. Takes as long for a signature that is nearly right.
 * @param signature `sha256=` and hexadecimal digits, or only these, as Grafana sends them
 * @param now epoch milliseconds
 * @param toleranceSeconds how far the timestamp may be from now, in either direction
 */
export function verifySignature(
  secret: string,
  timestamp: string,
  body: string | Buffer,
  signature: string,
  now: number,
  toleranceSeconds: number
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1_000 - Number(timestamp)) > toleranceSeconds) {
    return false;
  }
  const hex = signature.startsWith(SCHEME) ? signature.slice(SCHEME.length) : signature;
  return /^[0-9a-f]{64}$/i.test(hex) && timingSafeEqual(Buffer.from(hex, 'hex'), digest(secret, timestamp, body));
}

function digest(secret: string, timestamp: string, body: string | Buffer): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}:`).update(body).digest();
}
