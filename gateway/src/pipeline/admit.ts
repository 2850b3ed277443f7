import { authorize } from '../governance/authorize.js';
import type { Governor, LimitHeaders } from '../governance/governor.js';
import type { People } from '../governance/identity.js';
import type { Router } from '../routing/router.js';
import { askFor } from './ask.js';
import type { Departure } from './departure.js';
import type { OwnPlace, Places } from './places.js';
import type { ParsedRequest } from './request.js';

export interface Admission {
  readonly place: OwnPlace;
  /** Headers that tell of limits. */
  readonly limits: LimitHeaders;
}

export interface AdmitParts {
  /** Teams and users: one whom only the body names may be blocked, or kept to models, too. */
  readonly people: People;
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
  request: ParsedRequest,
  router: Router,
  departure: Departure,
  { people, governor, places, assumedOutputTokens }: AdmitParts
): Admission | Promise<Admission> {
  const { principal, parameters, attribution } = request;
  authorize(principal, parameters.model, attribution.user, people);
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
