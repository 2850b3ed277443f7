import { type ErrorType, GatewayError } from '../../errors/gatewayError.js';
import type { Fields } from '../../chat/completion/fields.js';
import type { WholeAnswer } from '../../upstream/exchange.js';
import { providerError } from '../providerError.js';
import { fieldsOf, textOf } from '../translate/json.js';

const TOO_LONG = /input is too long|too many (input )?tokens|context (window|length)|exceeds? the maximum/i;

interface Meant {
  readonly status: number;
  readonly type: ErrorType;
}

/** Exceptions as errors of a stream; a whole answer has a status of its own, which may say less. */
const EXCEPTIONS: Readonly<Record<string, Meant>> = {
  throttlingexception: { status: 429, type: 'rate_limit_error' },
  servicequotaexceededexception: { status: 429, type: 'rate_limit_error' },
  modelnotreadyexception: { status: 429, type: 'rate_limit_error' },
  modeltimeoutexception: { status: 504, type: 'timeout' },
  serviceunavailableexception: { status: 503, type: 'overloaded' },
  validationexception: { status: 400, type: 'invalid_request_error' },
};

/** Credentials that AWS refuses with status 400, as if the request were wrong. */
const CREDENTIALS =
  /^(unrecognizedclient|expiredtoken|invalidsignature|incompletesignature|missingauthenticationtoken)/;

export function readBedrockError(provider: string, answer: WholeAnswer): GatewayError {
  const { message, Message, __type: type } = fieldsOf(parse(answer.body));
  // `ThrottlingException:http://internal.amazon.com/coral/…`, or with a namespace before it.
  const [name = ''] = String(answer.headers['x-amzn-errortype'] ?? type ?? '')
    .split('#')
    .at(-1)!
    .split(':');
  const text = textOf(message) ?? textOf(Message);
  const meant = EXCEPTIONS[name.toLowerCase()];
  return providerError(
    provider,
    { ...answer, status: meant?.type === 'rate_limit_error' ? meant.status : answer.status },
    { message: text, code: textOf(name), type: typeOf(name, text, answer.status) ?? meant?.type }
  );
}

function typeOf(name: string, message: string | undefined, status: number): ErrorType | undefined {
  if (CREDENTIALS.test(name.toLowerCase())) {
    return 'provider_authentication_error';
  }
  return status === 400 && message !== undefined && TOO_LONG.test(message) ? 'context_window_exceeded' : undefined;
}

/** An exception in the middle of a stream. */
export function exceptionInStream(provider: string, name: string, { message, originalMessage }: Fields): GatewayError {
  const { status, type } = EXCEPTIONS[name.toLowerCase()] ?? { status: 502, type: 'upstream_error' };
  const text = textOf(message) ?? textOf(originalMessage);
  return new GatewayError(text ?? `The provider ${provider} reported an error in the stream (${name}).`, {
    status,
    type,
    code: textOf(name) ?? 'upstream_error',
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // A page of a proxy in between, or nothing: the header and the status have to do.
    return undefined;
  }
}
