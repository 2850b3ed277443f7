import type { GatewayError } from '../../errors/gatewayError.js';
import type { WholeAnswer } from '../../upstream/exchange.js';
import { type ToldError, providerError } from '../providerError.js';
import { fieldsOf, textOf } from '../translate/json.js';

const TOO_LONG = /too many tokens|exceeds? the (maximum|limit)|maximum context/i;
/** A token that is invalid has a status of its own. */
const INVALID_TOKEN = 498;

/** Cohere's errors have a message and nothing else. */
export function readCohereError(provider: string, answer: WholeAnswer): GatewayError {
  const message = parse(answer.body);
  return providerError(provider, answer, { message, type: meant(answer.status, message) });
}

function meant(status: number, message: string | undefined): ToldError['type'] {
  if (status === INVALID_TOKEN) {
    return 'provider_authentication_error';
  }
  return status < 500 && message !== undefined && TOO_LONG.test(message) ? 'context_window_exceeded' : undefined;
}

function parse(body: Buffer): string | undefined {
  try {
    return textOf(fieldsOf(JSON.parse(body.toString('utf8')))['message']);
  } catch {
    // A page of a proxy in between, or nothing: the status has to do.
    return undefined;
  }
}
