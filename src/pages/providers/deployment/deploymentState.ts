import type { Deployment } from '../facts/standing';

/** What there is to say about a deployment before any figure. */
export type DeploymentState =
  /** The URL names none. */
  | { readonly kind: 'unnamed' }
  /** Not configured, or no longer. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'resting'; readonly reason: string }
  /** For all of its models. */
  | { readonly kind: 'disabled'; readonly reason: string }
  | { readonly kind: 'not-called' }
  | { readonly kind: 'ready' };

/** @param entries of the deployment, one for each model that it serves */
export function deploymentState(name: string, entries: readonly Deployment[]): DeploymentState {
  if (name === '') {
    return { kind: 'unnamed' };
  }
  if (entries.length === 0) {
    return { kind: 'unknown' };
  }
  const resting = entries.find(({ status }) => status === 'not_ready');
  if (resting) {
    return { kind: 'resting', reason: resting.reason ?? '' };
  }
  if (entries.every(({ status }) => status === 'disabled')) {
    return { kind: 'disabled', reason: entries[0]?.reason ?? '' };
  }
  return entries.every(({ provider_status }) => provider_status === 'unknown')
    ? { kind: 'not-called' }
    : { kind: 'ready' };
}
