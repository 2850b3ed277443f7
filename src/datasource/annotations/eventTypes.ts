import type { paths } from '../../api/gateway/adminApi';

type Events = paths['/events']['get']['responses'][200]['content']['application/json'];

/** Of the admin API: a type that it does not know, or one that is missing below, does not compile. */
export type EventType = Events['events'][number]['type'];

/** Words for each type of event. */
export const EVENT_LABELS: Readonly<Record<EventType, string>> = {
  breaker: 'Circuit breaker changed',
  credential_refused: 'Provider refused the credential',
  config_reloaded: 'Configuration reloaded',
  budget_warning: 'Budget warning',
  budget_exhausted: 'Budget spent',
  budget_reset: 'Budget began anew',
  alert_firing: 'Alert firing',
  alert_resolved: 'Alert resolved',
  redis_down: 'Redis down',
  redis_up: 'Redis back',
  store_down: 'Store down',
  store_up: 'Store back',
};
