import type { WEBHOOK_EVENTS } from '../config/schema.js';
import type { BudgetEvent } from '../events/event.js';

export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

export function webhookEventType(event: BudgetEvent): WebhookEventType {
  switch (event.type) {
    case 'budget_warning':
      return 'budget.warning';
    case 'budget_exhausted':
      return 'budget.exhausted';
    case 'budget_reset':
      return 'budget.reset';
  }
}

/** The JSON body of a call. */
export function webhookBody({ time, type, ...rest }: BudgetEvent): string {
  const told = webhookEventType({ time, type, ...rest });
  return JSON.stringify({ type: told, time: new Date(time).toISOString(), ...rest });
}
