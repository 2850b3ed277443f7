import type { AlertEvent } from '../events/event.js';
import type { Alert } from './alert.js';

/** What the event log keeps of an alert, and webhooks are told. @param time epoch milliseconds */
export function alertEvent(alert: Alert, time: number): AlertEvent {
  const { labels, annotations, endsAt, generatorUrl } = alert;
  return {
    time,
    type: alert.status === 'firing' ? 'alert_firing' : 'alert_resolved',
    alert: labels['alertname'] ?? '',
    severity: labels['severity'],
    summary: annotations['summary'],
    source: alert.source,
    fingerprint: alert.fingerprint,
    labels,
    annotations,
    starts_at: new Date(alert.startsAt).toISOString(),
    ends_at: endsAt === undefined ? undefined : new Date(endsAt).toISOString(),
    generator_url: generatorUrl,
  };
}
