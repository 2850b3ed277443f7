import { GatewayError } from '../../errors/gatewayError.js';

/** A query string as Fastify reads it. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * The parameters of a request. Refuses those that nobody reads: a misspelled filter must not be taken for none.
 * @throws GatewayError 400
 */
export function checkParameters(query: unknown, known: readonly string[]): Parameters {
  const parameters = query as Parameters;
  for (const [name, value] of Object.entries(parameters)) {
    if (!known.includes(name)) {
      throw wrong(name, `is not a parameter; there are: ${known.join(', ') || 'none'}`);
    }
    if (Array.isArray(value)) {
      throw wrong(name, 'can be given only once');
    }
  }
  return parameters;
}

/** Undefined where it is not given, or empty. */
export function text(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws GatewayError 400 */
export function integer(
  parameters: Parameters,
  name: string,
  { min, max }: { readonly min: number; readonly max: number }
): number | undefined {
  const given = text(parameters, name);
  if (given === undefined) {
    return undefined;
  }
  const value = /^\d{1,15}$/.test(given) ? Number(given) : NaN;
  if (!(value >= min && value <= max)) {
    throw wrong(name, `must be a whole number from ${min} to ${max}`);
  }
  return value;
}

/** ISO 8601 or epoch milliseconds, as epoch milliseconds. @throws GatewayError 400 */
export function time(parameters: Parameters, name: string): number | undefined {
  const given = text(parameters, name);
  if (given === undefined) {
    return undefined;
  }
  const value = /^\d{1,15}$/.test(given) ? Number(given) : Date.parse(given);
  if (Number.isNaN(value) || value < 0) {
    throw wrong(name, 'must be an ISO 8601 time after 1970 or epoch milliseconds');
  }
  return value;
}

function wrong(param: string, message: string): GatewayError {
  return new GatewayError(`${param}: ${message}.`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_parameter',
    param,
  });
}
