import { type ErrorType, GatewayError } from '../../errors/gatewayError.js';
import type { Fields } from '../../chat/completion/fields.js';
import type { WholeAnswer } from '../../upstream/exchange.js';
import { type ToldError, providerError } from '../providerError.js';
import { fieldsOf, objectsOf, textOf } from '../translate/json.js';

const TOO_LONG = /input token count.*exceeds|exceeds the maximum number of tokens/i;

/** A `google.rpc.Status`. */
export function readGeminiError(provider: string, answer: WholeAnswer): GatewayError {
  return providerError(provider, answer, told(parse(answer.body)));
}

/** The same, in the middle of a stream. */
export function streamError(provider: string, error: unknown): GatewayError {
  const { message, code, retryAfterSeconds } = told(fieldsOf(error));
  return new GatewayError(message ?? `The provider ${provider} reported an error in the stream.`, {
    status: 502,
    type: 'upstream_error',
    code: code ?? 'upstream_error',
    retryAfterSeconds,
  });
}

function told(error: Fields): ToldError {
  const message = textOf(error['message']);
  const details = objectsOf(error['details']);
  return {
    message,
    code: textOf(error['status']),
    type: meant(message, details),
    retryAfterSeconds: retryDelay(details),
  };
}

/** What Gemini calls an invalid argument like any other. */
function meant(message: string | undefined, details: readonly Fields[]): ErrorType | undefined {
  if (details.some(({ reason }) => typeof reason === 'string' && reason.startsWith('API_KEY_'))) {
    return 'provider_authentication_error';
  }
  return message !== undefined && TOO_LONG.test(message) ? 'context_window_exceeded' : undefined;
}

/** Of a RetryInfo: seconds with a unit, e.g. `34.07s`. */
function retryDelay(details: readonly Fields[]): number | undefined {
  const delay = details.map(({ retryDelay: each }) => textOf(each)).find((each) => each !== undefined);
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(delay ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

/** Where a stream was asked for, the error may come in a list. */
function parse(body: Buffer): Fields {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return fieldsOf(fieldsOf(Array.isArray(parsed) ? parsed[0] : parsed)['error']);
  } catch {
    // A page of a proxy in between, or nothing: the status has to do.
    return {};
  }
}
