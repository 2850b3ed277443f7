import type { GatewayError } from '../../errors/gatewayError.js';
import { invalidField } from '../../chat/invalidField.js';

/** @param param the field, e.g. `messages[2].content` @param what is wrong with it, e.g. `must be a text.` */
export function invalidRequest(param: string, what: string): GatewayError {
  return invalidField(param, `${param} ${what}`);
}
