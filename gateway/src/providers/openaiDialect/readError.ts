import type { GatewayError } from '../../errors/gatewayError.js';
import type { WholeAnswer } from '../../upstream/exchange.js';
import { type ToldError, providerError } from '../providerError.js';

/** An error answer of a provider that speaks OpenAI's dialect. */
export function readError(provider: string, answer: WholeAnswer): GatewayError {
  return providerError(provider, answer, parseError(answer.body));
}

function parseError(body: Buffer): ToldError {
  try {
    const parsed = JSON.parse(body.toString('utf8')) as { error?: unknown } | null;
    const error = (typeof parsed?.error === 'object' ? parsed.error : { message: parsed?.error }) as Record<
      string,
      unknown
    >;
    return { message: text(error?.['message']), code: text(error?.['code']), param: text(error?.['param']) };
  } catch {
    // An HTML page of a proxy in between, or nothing: the status has to do.
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
