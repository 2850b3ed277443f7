import type { GatewayError } from '../../errors/gatewayError.js';
import type { WholeAnswer } from '../../upstream/exchange.js';
import { isObject } from '../../chat/completion/fields.js';
import { type ToldError, providerError } from '../providerError.js';
import { fieldsOf, objectsOf, textOf } from '../translate/json.js';

const TOO_LONG =
  /maximum context length|reduce the length of the (?:messages|prompt|input)|exceeds? the (?:model.s )?context/i;

/** An error answer of a provider that speaks OpenAI's dialect. */
export function readError(provider: string, answer: WholeAnswer): GatewayError {
  return providerError(provider, answer, parseError(answer.body));
}

function parseError(body: Buffer): ToldError {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    // An HTML page of a proxy in between, or nothing: the status has to do.
    return {};
  }
  const answer = fieldsOf(parsed);
  // OpenAI has an object; Hugging Face a text; Mistral and vLLM say it at the top; what is made with FastAPI, in detail.
  const error = isObject(answer['error'])
    ? answer['error']
    : { ...answer, message: answer['error'] ?? answer['message'] };
  const message = textOf(error['message']) ?? detailOf(error['detail'] ?? fieldsOf(error['message'])['detail']);
  return { message, code: textOf(error['code']), param: textOf(error['param']), type: meant(message) };
}

/** What is too long, where no code says so. */
function meant(message: string | undefined): ToldError['type'] {
  return message !== undefined && TOO_LONG.test(message) ? 'context_window_exceeded' : undefined;
}

/** A text, or a list of what is wrong with which field. */
function detailOf(detail: unknown): string | undefined {
  const faults = objectsOf(detail).map(({ loc, msg }) => `${Array.isArray(loc) ? loc.join('.') : ''}: ${String(msg)}`);
  return textOf(detail) ?? textOf(faults.join('; '));
}
