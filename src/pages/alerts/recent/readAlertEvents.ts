import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import type { Answer } from '../../../api/gateway/operations';

type Event = Answer<'/events', 'get'>['events'][number];

/** An alert that began or ended, as an evaluator told the gateway’s relay. */
export type AlertEvent = Extract<Event, { type: 'alert_firing' | 'alert_resolved' }>;

/** The newest first. `from` is in epoch milliseconds. */
export async function readAlertEvents(
  api: GatewayApi,
  { from, limit }: { from?: number; limit: number }
): Promise<AlertEvent[]> {
  const query = {
    type: 'alert_firing,alert_resolved',
    order: 'desc' as const,
    limit,
    ...(from !== undefined && { from: String(from) }),
  };
  const { events } = await api.get('/events', { query });
  return events.filter(
    (event): event is AlertEvent => event.type === 'alert_firing' || event.type === 'alert_resolved'
  );
}
