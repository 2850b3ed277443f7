import type { AnnotationQuery } from '@grafana/data';
import { t } from '@grafana/i18n';
import { DATASOURCE_ID, fallbacks } from '@llm-gateway/catalogue';
import { PROMETHEUS_ID } from '../../constants';
import type { EventType } from '../../datasource/annotations/eventTypes';
import { eventsQuery } from '../../datasource/annotations/eventsQuery';
import { GATEWAY_VARIABLE, PROMETHEUS_VARIABLE } from '../variables/names';

/** What can be marked on the graphs, a switch for each. The names are in the URL. */
export const EVENT_GROUPS = ['alerts', 'breaker', 'budget', 'reload', 'dependency', 'fallback'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

/** Shown until somebody says otherwise: what is rare. Fallbacks of a busy gateway cover everything else. */
export const USUAL_GROUPS: readonly EventGroup[] = ['alerts', 'breaker', 'budget', 'reload', 'dependency'];

const TYPES: Readonly<Record<Exclude<EventGroup, 'fallback'>, EventType[]>> = {
  alerts: ['alert_firing', 'alert_resolved'],
  breaker: ['breaker', 'credential_refused'],
  budget: ['budget_warning', 'budget_exhausted', 'budget_reset'],
  reload: ['config_reloaded'],
  dependency: ['redis_down', 'redis_up', 'store_down', 'store_up'],
};

const COLORS: Readonly<Record<EventGroup, string>> = {
  alerts: 'purple',
  breaker: 'red',
  budget: 'orange',
  reload: 'blue',
  dependency: 'dark-red',
  fallback: 'yellow',
};

export function groupLabel(group: EventGroup): string {
  switch (group) {
    case 'alerts':
      return t('events.alerts', 'Alerts');
    case 'breaker':
      return t('events.breaker', 'Circuit breakers and credentials');
    case 'budget':
      return t('events.budget', 'Budgets');
    case 'reload':
      return t('events.reload', 'Configuration reloads');
    case 'dependency':
      return t('events.dependency', 'Redis and store');
    case 'fallback':
      return t('events.fallback', 'Fallbacks');
  }
}

/** Fallbacks are counted and no events, so they come from the metrics. */
export function groupQuery(group: EventGroup): AnnotationQuery {
  const common = { name: groupLabel(group), iconColor: COLORS[group], enable: true };
  return group === 'fallback'
    ? {
        ...common,
        datasource: { uid: `\${${PROMETHEUS_VARIABLE}}`, type: PROMETHEUS_ID },
        expr: fallbacks({ window: '1m' }),
        step: '1m',
        titleFormat: t('events.fallback-title', 'Fallback'),
        textFormat: '{{from_model}} → {{to_model}}',
      }
    : {
        ...common,
        datasource: { uid: `\${${GATEWAY_VARIABLE}}`, type: DATASOURCE_ID },
        target: eventsQuery({ queryType: 'events', types: TYPES[group], refId: 'Anno' }),
      };
}
