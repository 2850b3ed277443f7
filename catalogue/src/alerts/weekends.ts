import type { Severity } from './rule.js';

/** A list of days: Grafana does not take `saturday:sunday`. In UTC, unless the time zone is changed where it is used. */
export const WEEKENDS = { name: 'llm-gateway-weekends', weekdays: ['saturday', 'sunday'] } as const;

/** Nobody needs to know of usage on a Sunday; on Monday it is told if it still holds. */
export const MUTED_ON_WEEKENDS: Severity = 'info';
