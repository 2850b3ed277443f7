import { type Fields, isObject } from '../chat/completion/fields.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { Provider } from '../providers/provider.js';
import type { TokenUsage } from '../usage/event.js';
import type { StreamedAnswer, WholeAnswer } from '../upstream/exchange.js';
import type { ParsedRequest } from './request.js';
import type { Way } from './way.js';

export interface ReadAnswer {
  /** As the client gets it. */
  readonly body: Buffer;
  /** JSON if undefined. */
  readonly contentType: string | undefined;
  readonly tokens: TokenUsage | undefined;
}

/** A provider's answer in the shape of what was asked for. @throws GatewayError for one that is none */
export function readWhole(
  answer: WholeAnswer | StreamedAnswer,
  { service, operation, request: { parameters }, surface }: Way,
  request: ParsedRequest,
  provider: Provider
): ReadAnswer {
  if (answer.kind === 'streamed') {
    throw invalidAnswer(`The provider ${provider.name} answered with a stream that nobody asked for.`);
  }
  if (answer.status !== 200) {
    throw provider.readError(answer);
  }
  const { translation } = service;
  const body = translation === undefined ? answer.body : translation.answer(answer.body, parameters);
  if (!operation.answersJson(parameters)) {
    const contentType = answer.headers['content-type'];
    if (contentType?.startsWith('text/html') === true) {
      throw invalidAnswer(`The provider ${provider.name} answered with a page of HTML.`);
    }
    return { body, contentType, tokens: operation.estimate(parameters, body.toString('utf8'), false) };
  }
  const parsed = parse(body, provider);
  const tokens =
    operation.readUsage(parsed, parameters) ?? operation.estimate(parameters, body.toString('utf8'), false);
  if (surface === undefined) {
    return { body, contentType: undefined, tokens };
  }
  if (!isObject(parsed)) {
    throw invalidAnswer(`The provider ${provider.name} answered with something that is no chat completion.`);
  }
  const own = surface.answer(parsed satisfies Fields, request.parameters.body);
  return { body: Buffer.from(JSON.stringify(own)), contentType: undefined, tokens };
}

function parse(body: Buffer, { name }: Provider): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw invalidAnswer(`The provider ${name} answered with something that is not JSON.`, cause);
  }
}

function invalidAnswer(message: string, cause?: unknown): GatewayError {
  return new GatewayError(message, { status: 502, type: 'invalid_response', code: 'upstream_answer_invalid', cause });
}
