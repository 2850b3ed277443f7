import { GatewayError } from '../../errors/gatewayError.js';

/** A query string as Fastify reads it. */
export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter that may be given once; undefined where it is left out or empty. @throws GatewayError 400 */
export function single(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (Array.isArray(value)) {
    throw invalid(name, `${name} can be given only once`);
  }
  return value === '' ? undefined : value;
}

/** ISO 8601 or epoch milliseconds, as epoch milliseconds. @throws GatewayError 400 */
export function parseTime(parameters: Parameters, name: string): number | undefined {
  const text = single(parameters, name);
  if (text === undefined) {
    return undefined;
  }
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (!Number.isSafeInteger(time) || time < 0 || time > 8.64e15) {
    throw invalid(name, `${name} must be an ISO 8601 time after 1970 or epoch milliseconds`);
  }
  return time;
}

/** A whole number from 1 to a maximum. @throws GatewayError 400 */
export function parseCount(parameters: Parameters, name: string, maximum: number): number | undefined {
  const text = single(parameters, name);
  if (text === undefined) {
    return undefined;
  }
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > maximum) {
    throw invalid(name, `${name} must be a whole number from 1 to ${maximum}`);
  }
  return count;
}

/** Comma-separated names, each once. @throws GatewayError 400 for one that is not known. */
export function parseNames<Name extends string>(
  parameters: Parameters,
  name: string,
  isKnown: (text: string) => text is Name,
  known: readonly string[]
): readonly Name[] {
  const texts = (single(parameters, name) ?? '').split(',').map((text) => text.trim());
  return [...new Set(texts.filter((text) => text !== ''))].map((text) => {
    if (!isKnown(text)) {
      throw invalid(name, `${name} has "${text}"; there are: ${known.join(', ')}`);
    }
    return text;
  });
}

export function invalid(param: string, message: string): GatewayError {
  return new GatewayError(`${message}.`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_parameter',
    param,
  });
}
