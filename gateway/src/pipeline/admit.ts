import { GatewayError } from '../errors/gatewayError.js';
import type { Governor, LimitHeaders } from '../governance/governor.js';
import type { Router } from '../routing/router.js';
import { askFor } from './ask.js';
import type { Departure } from './departure.js';
import type { OwnPlace, Places } from './places.js';
import type { ChatRequest } from './request.js';

export interface Admission {
  readonly place: OwnPlace;
  /** Headers that tell of limits. */
  readonly limits: LimitHeaders;
}

export interface AdmitParts {
  readonly governor: Governor;
  readonly places: Places;
  /** Output reserved for a request that does not bound it, in tokens. */
  readonly assumedOutputTokens: () => number;
}

/**
 * Second stage: may the key use the model, is there budget, is there room. What is reserved is settled by the usage
 * event, so a request that gets no further gives it back in the same way. A promise only where there is to wait: on
 * most requests there is not.
 * @throws GatewayError 402, 403, 429 or 503.
 */
export function admit(
  request: ChatRequest,
  router: Router,
  departure: Departure,
  { governor, places, assumedOutputTokens }: AdmitParts
): Admission | Promise<Admission> {
  const { principal, parameters } = request;
  if (principal.mayUse !== undefined && !principal.mayUse(parameters.model)) {
    throw modelNotAllowed(principal.key, parameters.model);
  }
  const reserving = router.has(parameters.model)
    ? governor.admit(() => askFor(request, router, assumedOutputTokens()))
    : undefined;
  return reserving === undefined
    ? withPlace(places, departure, undefined)
    : reserving.then((limits) => withPlace(places, departure, limits));
}

function withPlace(places: Places, departure: Departure, limits: LimitHeaders): Admission | Promise<Admission> {
  const taking = places.take(departure);
  return taking instanceof Promise ? taking.then((place) => ({ place, limits })) : { place: taking, limits };
}

function modelNotAllowed(key: string, model: string): GatewayError {
  return new GatewayError(`The key "${key}" may not use the model "${model}". GET /v1/models lists what it may use.`, {
    status: 403,
    type: 'permission_error',
    code: 'model_not_allowed',
    param: 'model',
  });
}
