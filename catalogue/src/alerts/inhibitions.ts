import { gatewayDown } from './availability.js';
import {
  allProvidersDown,
  breakerOpen,
  certificateFailing,
  credentialRefused,
  deploymentUnhealthy,
  providerDown,
  providerErrorRate,
  providerUnhealthy,
} from './providers.js';
import type { AlertRule } from './rule.js';

/** While one alert fires, others that say less about the same thing are not told of. */
export interface Inhibition {
  /** Alerts that silence. */
  readonly by: readonly AlertRule[] | { readonly severity: 'critical' };
  /** Alerts that are silenced. */
  readonly silences: readonly AlertRule[] | 'everything else' | { readonly severity: 'warning' };
  /** Labels that must be the same on both; one that both lack is the same. */
  readonly equal: readonly string[];
}

/** Labels that say what an alert is about, besides its topic. */
const SUBJECT = ['instance', 'provider', 'deployment', 'model', 'budget', 'kind', 'subject', 'from_model', 'datname'];

export const inhibitions: readonly Inhibition[] = [
  // Nothing else is known of a gateway that is down.
  { by: [gatewayDown], silences: 'everything else', equal: ['cluster', 'instance'] },
  // When all are down, the cause is on our side, and each one's alert is noise.
  {
    by: [allProvidersDown],
    silences: [providerUnhealthy],
    equal: ['cluster', 'instance'],
  },
  {
    by: [allProvidersDown],
    silences: [providerDown, providerErrorRate, breakerOpen, deploymentUnhealthy],
    equal: ['cluster'],
  },
  // The cause of a provider's failures goes before what follows from it.
  {
    by: [providerDown, credentialRefused, certificateFailing],
    silences: [providerUnhealthy, providerErrorRate, breakerOpen, deploymentUnhealthy],
    equal: ['cluster', 'provider'],
  },
  // Of the same thing, the worse one is told.
  { by: { severity: 'critical' }, silences: { severity: 'warning' }, equal: ['cluster', 'topic', ...SUBJECT] },
];
