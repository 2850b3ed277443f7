import type { Kysely, Transaction } from 'kysely';

import type { AlertEvent } from '../events/event.js';
import type { StoreSchema } from '../store/schema.js';
import type { Alert } from './alert.js';
import { alertEvent } from './alertEvent.js';
import { type KeptAlert, firingAlerts, noteAlert } from './alertTable.js';

export interface AlertRelayParts {
  readonly db: Kysely<StoreSchema>;
  /** Keeps the event and whom to call with it, in the transaction that writes the alert down. */
  readonly tell: (transaction: Transaction<StoreSchema>, event: AlertEvent) => Promise<void>;
  /** After the transaction: what tell wrote may be sent. */
  readonly onTold: () => void;
  /** For the metric: an alert began to fire or was resolved; once over all replicas. */
  readonly onChange: (alert: Alert) => void;
}

/** Takes alerts and tells of each that begins or ends: once, however often and by whomever it is sent. */
export class AlertRelay {
  constructor(private readonly parts: AlertRelayParts) {}

  /**
   * Takes the alerts of a notification, all or none.
   * @param now epoch milliseconds
   * @returns how many of them began or ended with this.
   * @throws when the store refuses; then the sender should try again.
   */
  async take(alerts: readonly Alert[], now: number): Promise<number> {
    // In one order, so that two replicas never wait for each other in a circle.
    const sorted = [...alerts].sort((one, other) => (one.fingerprint < other.fingerprint ? -1 : 1));
    const changed = await this.parts.db.transaction().execute(async (transaction) => {
      const news: Alert[] = [];
      for (const alert of sorted) {
        if (await noteAlert(transaction, alert, now)) {
          await this.parts.tell(transaction, alertEvent(alert, now));
          news.push(alert);
        }
      }
      return news;
    });
    if (changed.length > 0) {
      changed.forEach((alert) => this.parts.onChange(alert));
      this.parts.onTold();
    }
    return changed.length;
  }

  /** Alerts that fire, the newest first. @throws when the store refuses. */
  firing(limit: number): Promise<readonly KeptAlert[]> {
    return firingAlerts(this.parts.db, limit);
  }
}
