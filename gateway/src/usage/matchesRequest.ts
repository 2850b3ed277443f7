import type { UsageGrouping } from '@llm-gateway/catalogue';

import type { UsageEvent } from './event.js';
import type { RequestsQuery } from './queryRequests.js';

/** What requests are chosen by, besides their time. */
export type RequestChoice = Omit<RequestsQuery, 'from' | 'to' | 'after' | 'limit'>;

/** Whether the ledger would find a request by these filters: the same question as queryRequests asks it in SQL. */
export function matchesRequest(choice: RequestChoice, event: UsageEvent): boolean {
  const { filters, codes, minDurationMs, maxDurationMs, minCostNanoUsd, idPrefix, tracePrefix } = choice;
  return (
    (codes === undefined || codes.includes(event.code)) &&
    (minDurationMs === undefined || event.durationMs >= minDurationMs) &&
    (maxDurationMs === undefined || event.durationMs <= maxDurationMs) &&
    (minCostNanoUsd === undefined || (event.cost !== undefined && event.cost.nanoUsd >= minCostNanoUsd)) &&
    (idPrefix === undefined || event.id.startsWith(idPrefix)) &&
    (tracePrefix === undefined || event.traceId?.startsWith(tracePrefix) === true) &&
    (Object.entries(filters) as Array<[UsageGrouping, readonly string[]]>).every(([name, values]) =>
      values.includes(dimensionOf(event, name))
    )
  );
}

/** Empty where it is not known. */
function dimensionOf(event: UsageEvent, name: UsageGrouping): string {
  switch (name) {
    case 'feature':
    case 'environment':
      return tagOf(event, name);
    case 'error_type':
      return event.errorType ?? '';
    case 'served_model':
      return event.servedModel ?? '';
    case 'streaming':
      return String(event.streaming);
    case 'cache':
      return event.cache ?? 'bypass';
    case 'model':
    case 'provider':
    case 'key':
    case 'team':
    case 'user':
    case 'status':
    case 'deployment':
    case 'operation':
      return event[name] ?? '';
    default:
      return tagOf(event, name.slice('tag:'.length));
  }
}

function tagOf({ tags }: UsageEvent, name: string): string {
  return tags !== undefined && Object.hasOwn(tags, name) ? (tags[name] ?? '') : '';
}
