import { t } from '@grafana/i18n';
import type { paths } from '../../api/gateway/adminApi';

type Events = paths['/events']['get']['responses'][200]['content']['application/json'];

/** Of the admin API: a type that it does not know, or one that is missing below, does not compile. */
export type EventType = Events['events'][number]['type'];

/** Words for each type of event. */
export function eventLabels(): Readonly<Record<EventType, string>> {
  return {
    breaker: t('events.breaker', 'Circuit breaker changed'),
    credential_refused: t('events.credential-refused', 'Provider refused the credential'),
    config_reloaded: t('events.config-reloaded', 'Configuration reloaded'),
    budget_warning: t('events.budget-warning', 'Budget warning'),
    budget_exhausted: t('events.budget-exhausted', 'Budget spent'),
    budget_reset: t('events.budget-reset', 'Budget began anew'),
    alert_firing: t('events.alert-firing', 'Alert firing'),
    alert_resolved: t('events.alert-resolved', 'Alert resolved'),
    redis_down: t('events.redis-down', 'Redis down'),
    redis_up: t('events.redis-up', 'Redis back'),
    store_down: t('events.store-down', 'Store down'),
    store_up: t('events.store-up', 'Store back'),
  };
}
