import type { Dispatcher } from 'undici';

import type { WebhookConfig } from '../config/schema.js';
import type { WebhookDeliveryRow } from '../store/schema.js';
import { sign } from './signature.js';

export type CallOutcome =
  | { readonly result: 'delivered' }
  /** The receiver wants no more of it. */
  | { readonly result: 'gone' }
  /** `reason` is short and holds no secret. */
  | { readonly result: 'failed'; readonly reason: string };

/** Longest wait for an answer, in milliseconds. */
export const CALL_TIMEOUT_MS = 10_000;

/** Makes one call. Never throws. Redirects are not followed: they could lead anywhere. */
export async function callWebhook(
  { url, secret }: Pick<WebhookConfig, 'url' | 'secret'>,
  { id, type, body }: Pick<WebhookDeliveryRow, 'id' | 'type' | 'body'>,
  { dispatcher, timeoutMs, now }: { readonly dispatcher: Dispatcher; readonly timeoutMs: number; readonly now: number }
): Promise<CallOutcome> {
  const timestamp = String(Math.floor(now / 1_000));
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const target = new URL(url);
    const { statusCode, body: answer } = await dispatcher.request({
      origin: target.origin,
      path: target.pathname + target.search,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'llm-gateway',
        'x-llm-gateway-event': type,
        'x-llm-gateway-delivery': id,
        'x-llm-gateway-timestamp': timestamp,
        'x-llm-gateway-signature': sign(secret, timestamp, body),
        ...credentials(target),
      },
      body,
      signal,
    });
    // The status has said all; the rest must not hold the connection.
    answer.on('error', () => undefined).destroy();
    if (statusCode >= 200 && statusCode < 300) {
      return { result: 'delivered' };
    }
    return statusCode === 410 ? { result: 'gone' } : { result: 'failed', reason: `status ${statusCode}` };
  } catch (error) {
    const reason = signal.aborted ? `no answer within ${timeoutMs / 1_000} s` : failureName(error);
    return { result: 'failed', reason };
  }
}

/** `https://user:password@host` is sent as any client would. */
function credentials({ username, password }: URL): Record<string, string> {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return username === '' ? {} : { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** The code where there is one: messages may quote the address, which may hold a token. */
function failureName(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}
