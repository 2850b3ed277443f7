import { AlertRelay } from '../alerts/relay.js';
import { SeenSignatures } from '../alerts/seenSignatures.js';
import type { EventLog } from '../events/eventLog.js';
import { AlertSenders, TOLERANCE_SECONDS } from '../http/alerts/sender.js';
import type { Metrics } from '../metrics/registry.js';
import type { Store } from '../store/store.js';
import type { Webhooks } from '../webhooks/webhooks.js';
import type { GatewayTokens } from './tokens.js';

export interface AlertParts {
  readonly store: Store;
  readonly events: EventLog;
  readonly webhooks: Webhooks;
  readonly metrics: Pick<Metrics, 'instruments' | 'labels'>;
  readonly tokens: GatewayTokens;
}

/** What takes alerts, and who may send them. */
export function createAlerts({ store, events, webhooks, metrics, tokens }: AlertParts) {
  const relay = new AlertRelay({
    db: store.db,
    async tell(transaction, event) {
      await events.recordIn(transaction, event);
      await webhooks.enqueueIn(transaction, event);
    },
    onTold: () => webhooks.wake(),
    onChange: ({ labels, status }) => {
      const severity = metrics.labels.severity.show(labels['severity'] || undefined);
      metrics.instruments.alertsReceived.inc({ severity, status });
    },
  });
  // From one end of the tolerance to the other.
  const seen = new SeenSignatures(2 * TOLERANCE_SECONDS * 1_000);
  const senders = new AlertSenders({ alertsToken: tokens.alerts, adminToken: tokens.admin.adminToken }, seen);
  return { relay, senders };
}
