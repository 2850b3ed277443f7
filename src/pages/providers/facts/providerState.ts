import type { Deployment, ProviderStanding } from './standing';

/** What there is to say about a provider before any figure. */
export type ProviderState =
  /** The URL names none. */
  | { readonly kind: 'unnamed' }
  /** Not configured, or no longer. */
  | { readonly kind: 'unknown' }
  /** Saved, but the gateway goes on without it. */
  | { readonly kind: 'not-in-force'; readonly problem: string }
  /** Nobody is to call it. */
  | { readonly kind: 'disabled' }
  /** No model has a deployment on it. */
  | { readonly kind: 'unused' }
  /** It has deployments, and all of them are disabled. */
  | { readonly kind: 'resting' }
  | { readonly kind: 'not-called'; readonly models: readonly string[] }
  | { readonly kind: 'failing'; readonly reason: string }
  /** It answers, but some of its deployments get no calls. */
  | { readonly kind: 'degraded'; readonly deployments: readonly Deployment[] }
  | { readonly kind: 'healthy' };

export interface ProviderFacts {
  readonly name: string;
  readonly standing: ProviderStanding | undefined;
  /** Its own. */
  readonly deployments: readonly Deployment[];
  /** Whether it is saved, and why it is not in force where it is not. */
  readonly saved: { readonly problem?: string } | undefined;
}

export function providerState({ name, standing, deployments, saved }: ProviderFacts): ProviderState {
  if (name === '') {
    return { kind: 'unnamed' };
  }
  if (!standing) {
    return saved ? { kind: 'not-in-force', problem: saved.problem ?? '' } : { kind: 'unknown' };
  }
  if (standing.status === 'disabled') {
    return { kind: 'disabled' };
  }
  if (deployments.length === 0) {
    return { kind: 'unused' };
  }
  if (deployments.every(({ status }) => status === 'disabled')) {
    return { kind: 'resting' };
  }
  const resting = deployments.filter(({ status }) => status === 'not_ready');
  switch (standing.status) {
    case 'failing':
      return { kind: 'failing', reason: standing.reason ?? '' };
    case 'unknown':
      return { kind: 'not-called', models: [...new Set(deployments.map(({ model }) => model))] };
    case 'healthy':
      return resting.length > 0 ? { kind: 'degraded', deployments: resting } : { kind: 'healthy' };
  }
}
