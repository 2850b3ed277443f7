import { DEFAULT_QUERIES } from '../defaultQuery';
import type { EventsQuery, GatewayQuery } from '../types';

/** An annotation is always of events, also one that was made for another data source or that says nothing yet. */
export function eventsQuery(target: Partial<GatewayQuery> | undefined): EventsQuery {
  const types = target?.queryType === 'events' ? target.types : undefined;
  return { ...DEFAULT_QUERIES.events, types: types ?? [], refId: target?.refId ?? 'Anno' };
}
