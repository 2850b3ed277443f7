import type { ConfigFault } from '../config/fault.js';
import { keyName } from '../config/document.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { ObjectKind } from '../store/storedObject.js';

/** What is refused of the admin API, said so that it can be mended. */
export function invalidDocument(faults: readonly ConfigFault[]): GatewayError {
  const said = faults.map(({ path, message }) => `${keyName(path) || 'the body'}: ${message}`);
  return new GatewayError(`${said.join('; ')}.`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_parameter',
    param: keyName(faults[0]?.path ?? []) || undefined,
  });
}

export function notFound(kind: ObjectKind, name: string): GatewayError {
  return new GatewayError(`There is no ${kind} "${name}". GET /api/v1/${kind}s lists those that there are.`, {
    status: 404,
    type: 'not_found_error',
    code: `${kind}_not_found`,
  });
}

export function readOnly(kind: ObjectKind, name: string): GatewayError {
  return conflict(
    `The ${kind} "${name}" is in the configuration file, under ${kind}s; change it there, or take it out there first.`,
    'in_configuration_file'
  );
}

export function alreadyThere(kind: ObjectKind, name: string): GatewayError {
  return conflict(`A ${kind} "${name}" is there already; choose another name, or change that one.`, 'already_exists');
}

export function stillUsed(kind: ObjectKind, name: string, users: readonly string[]): GatewayError {
  return conflict(
    `The ${kind} "${name}" is still used by: ${users.join(', ')}. Change or remove them first.`,
    'in_use'
  );
}

/** Somebody else changed it since the revision that the caller knows. */
export function changedMeanwhile(kind: ObjectKind, name: string): GatewayError {
  return new GatewayError(`The ${kind} "${name}" has been changed since; read it again and repeat your change.`, {
    status: 412,
    type: 'invalid_request_error',
    code: 'changed_meanwhile',
  });
}

export function storeDown(cause?: unknown): GatewayError {
  return new GatewayError('The store cannot be reached now, so nothing can be changed; what is in force stays so.', {
    status: 503,
    type: 'overloaded',
    code: 'store_unavailable',
    retryAfterSeconds: 5,
    cause,
  });
}

function conflict(message: string, code: string): GatewayError {
  return new GatewayError(message, { status: 409, type: 'invalid_request_error', code });
}
