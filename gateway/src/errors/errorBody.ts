import type { GatewayError } from './gatewayError.js';

/** An error in OpenAI's shape, as JSON. */
export function errorBody({ message, type, code, param }: GatewayError): string {
  return JSON.stringify({ error: { message, type, param: param ?? null, code: code ?? null } });
}
