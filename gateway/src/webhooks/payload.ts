import type { WEBHOOK_EVENTS } from '../config/schema.js';
import type { ToldEvent } from '../events/event.js';

export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

export function webhookEventType({ type }: Pick<ToldEvent, 'type'>): WebhookEventType {
  switch (type) {
    case 'budget_warning':
      return 'budget.warning';
    case 'budget_exhausted':
      return 'budget.exhausted';
    case 'budget_reset':
      return 'budget.reset';
    case 'alert_firing':
      return 'alert.firing';
    case 'alert_resolved':
      return 'alert.resolved';
  }
}

/** The JSON body of a call. */
export function webhookBody({ time, type, ...rest }: ToldEvent): string {
  return JSON.stringify({ type: webhookEventType({ type }), time: new Date(time).toISOString(), ...rest });
}
