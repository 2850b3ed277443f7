import { GatewayError } from '../errors/gatewayError.js';
import type { RoutedGroup } from './routedGroup.js';

export interface FailedTry {
  readonly deployment: string;
  readonly error: GatewayError;
}

/**
 * What the client is told when nothing is left to try. A single deployment's failure stays what it is, and so does
 * one that all share; otherwise it is a 503 that names what was tried and what could not be.
 */
export function exhausted(
  group: RoutedGroup,
  chain: readonly RoutedGroup[],
  failed: readonly FailedTry[],
  now: number
): GatewayError {
  const last = failed.at(-1)?.error;
  const tried = new Set(failed.map(({ deployment }) => deployment));
  const states = chain.flatMap((each) => each.states).filter(({ deployment }) => deployment.weight > 0);
  const shared = (['rate_limit_error', 'budget_exceeded'] as const).some((type) =>
    failed.every(({ error }) => error.type === type)
  );
  if (last !== undefined && (states.length === 1 || shared)) {
    return last;
  }
  const failures = failed.map(({ deployment, error }) => `${deployment} failed (${error.type})`);
  const unready = states.flatMap((state) => {
    const why = state.notReady(now);
    return why === undefined || tried.has(state.deployment.id) ? [] : [{ id: state.deployment.id, ...why }];
  });
  const disabled = chain.flatMap((each) => each.disabled.map(({ deployment: { id }, reason }) => ({ id, reason })));
  const reasons = [...failures, ...[...unready, ...disabled].map(({ id, reason }) => `${id}: ${reason}`)];
  if (reasons.length === 0) {
    reasons.push('its time was up before one was free');
  }
  const soonest = Math.min(...unready.map(({ until }) => until ?? Infinity));
  if (failed.length === 0 && unready.length > 0 && unready.every(({ kind }) => kind === 'cooling')) {
    return new GatewayError(`The providers of "${group.name}" asked for a pause. ${reasons.join('; ')}.`, {
      status: 429,
      type: 'rate_limit_error',
      code: 'rate_limit_exceeded',
      retryAfterSeconds: (soonest - now) / 1000,
    });
  }
  return new GatewayError(`No deployment of "${group.name}" could answer. ${reasons.join('; ')}.`, {
    status: 503,
    type: failed.length === 0 ? 'overloaded' : 'upstream_error',
    code: 'no_deployment_available',
    retryAfterSeconds: Number.isFinite(soonest) ? Math.max(1, (soonest - now) / 1000) : 1,
    cause: last,
  });
}
