import { GatewayError } from '../errors/gatewayError.js';
import type { People } from './identity.js';
import type { ModelGrant, Principal } from './principal.js';

/** Longest list of allowed models, and longest name of a model, that a refusal repeats. */
const MOST_PATTERNS = 20;
const MOST_CHARACTERS = 200;

/**
 * Whether a request may have the model it asks for. A user that only the body names is believed to be who it is, and
 * may then do no more than that user.
 * @param user whom the request is charged to
 * @throws GatewayError 403
 */
export function authorize(principal: Principal, model: string, user: string | undefined, people: People): void {
  if (principal.mayUse?.(model) === false) {
    throw modelNotAllowed(principal, model, principal.grants ?? []);
  }
  const named = user === undefined || user === principal.user ? undefined : people.user(user);
  if (named?.blocked === true) {
    throw blockedError(`user "${named.name}"`);
  }
  if (named?.models?.allows(model) === false) {
    throw modelNotAllowed(principal, model, [{ whose: `user "${named.name}"`, patterns: named.models.patterns }]);
  }
}

/** @param whose e.g. `team "platform"` */
export function blockedError(whose: string): GatewayError {
  return new GatewayError(`The ${whose} is blocked. Ask whoever runs this gateway to unblock it.`, {
    status: 403,
    type: 'permission_error',
    code: 'blocked',
  });
}

function modelNotAllowed({ key }: Principal, model: string, grants: readonly ModelGrant[]): GatewayError {
  const allowed = grants.map(({ whose, patterns }) => `The ${whose} may use: ${listed(patterns)}.`).join(' ');
  const asked = model.slice(0, MOST_CHARACTERS);
  return new GatewayError(`The model "${asked}" is not allowed for the key "${key}". ${allowed}`, {
    status: 403,
    type: 'permission_error',
    code: 'model_not_allowed',
    param: 'model',
  });
}

function listed(patterns: readonly string[]): string {
  const more = patterns.length - MOST_PATTERNS;
  return `${patterns.slice(0, MOST_PATTERNS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
