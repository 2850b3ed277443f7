import { hash } from 'node:crypto';

import { GatewayError } from '../errors/gatewayError.js';
import { ALERT_STATUSES, type Alert, type AlertSource } from './alert.js';

/** Most alerts of one notification. */
export const MAX_ALERTS = 1_000;
/** Most labels, and most annotations, of an alert. */
const MAX_PAIRS = 64;
const LONGEST_NAME = 256;
const LONGEST_LABEL = 2_048;
/** An annotation is prose, so that a longer one is cut off and the alert still told. */
const LONGEST_ANNOTATION = 4_096;
const LONGEST_URL = 4_096;
const FINGERPRINT = /^[0-9a-zA-Z_-]{1,64}$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The alerts of a notification: the payload of Alertmanager's webhook (version 4) or of Grafana's contact point, which
 * is the same with more in it.
 * @param body JSON
 * @param now epoch milliseconds; the end of a resolved alert that does not say when it ended
 * @throws GatewayError 400 that names the field.
 */
export function parseNotification(body: string, now: number): readonly Alert[] {
  const payload = object(parseJson(body), 'the body');
  const { alerts } = payload;
  if (!Array.isArray(alerts)) {
    throw wrong('alerts', "must be a list, as in the payload of Alertmanager's webhook (version 4) and of Grafana's");
  }
  if (alerts.length > MAX_ALERTS) {
    throw wrong(
      'alerts',
      `has ${alerts.length} entries and may have ${MAX_ALERTS}; set max_alerts of Alertmanager's webhook_configs, or group_by`
    );
  }
  // Only Grafana has organizations.
  const source: AlertSource = 'orgId' in payload ? 'grafana' : 'alertmanager';
  return alerts.map((alert, index) => parseAlert(alert, `alerts[${index}]`, source, now));
}

function parseAlert(value: unknown, path: string, source: AlertSource, now: number): Alert {
  const fields = object(value, path);
  const status = ALERT_STATUSES.find((known) => known === fields['status']);
  if (status === undefined) {
    throw wrong(`${path}.status`, `must be one of: ${ALERT_STATUSES.join(', ')}`);
  }
  const labels = pairs(fields['labels'], `${path}.labels`, LONGEST_LABEL, 'refuse');
  if (!labels['alertname']) {
    throw wrong(`${path}.labels.alertname`, 'is missing; it names the alert');
  }
  const startsAt = time(fields['startsAt'], `${path}.startsAt`);
  if (startsAt === undefined) {
    throw wrong(`${path}.startsAt`, 'must be an RFC 3339 time, e.g. 2026-11-25T22:30:00Z');
  }
  return {
    fingerprint: fingerprint(fields['fingerprint'], `${path}.fingerprint`, labels),
    status,
    source,
    labels,
    annotations: pairs(fields['annotations'] ?? {}, `${path}.annotations`, LONGEST_ANNOTATION, 'cut'),
    startsAt,
    endsAt: status === 'resolved' ? (time(fields['endsAt'], `${path}.endsAt`) ?? now) : undefined,
    generatorUrl: url(fields['generatorURL']),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong('the body', "must be JSON, as Alertmanager's webhook (version 4) and Grafana's contact points send it");
  }
}

function object(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(path, 'must be an object');
  }
  return value as Fields;
}

function pairs(value: unknown, path: string, longest: number, beyond: 'refuse' | 'cut'): Record<string, string> {
  const entries = Object.entries(object(value, path));
  if (entries.length > MAX_PAIRS) {
    throw wrong(path, `has ${entries.length} entries and may have ${MAX_PAIRS}`);
  }
  return Object.fromEntries(
    entries.map(([name, text]) => {
      if (name.length > LONGEST_NAME) {
        throw wrong(path, `has a name of ${name.length} characters and may have ${LONGEST_NAME}`);
      }
      if (typeof text !== 'string') {
        throw wrong(`${path}.${name}`, 'must be a text');
      }
      if (text.length > longest && beyond === 'refuse') {
        throw wrong(`${path}.${name}`, `has ${text.length} characters and may have ${longest}`);
      }
      return [storable(name), storable(text.slice(0, longest))];
    })
  );
}

/** Alertmanager says "no end yet" with the year 1. */
function time(value: unknown, path: string): number | undefined {
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  const parsed = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(parsed)) {
    throw wrong(path, 'must be an RFC 3339 time, e.g. 2026-11-25T22:30:00Z');
  }
  return parsed > 0 ? parsed : undefined;
}

/** Alertmanager before 0.22 sends none. */
function fingerprint(value: unknown, path: string, labels: Readonly<Record<string, string>>): string {
  if (value === undefined || value === '') {
    const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
    return hash('sha256', JSON.stringify(sorted), 'hex').slice(0, 16);
  }
  if (typeof value !== 'string' || !FINGERPRINT.test(value)) {
    throw wrong(path, 'must be a text of 1 to 64 letters, digits, _ and -');
  }
  return value;
}

/** A link of another kind is of no use, and could be of harm where it is shown. */
function url(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\//.test(value) && value.length <= LONGEST_URL
    ? storable(value)
    : undefined;
}

/** PostgreSQL takes neither NUL nor half of a surrogate pair. */
function storable(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', '\ufffd');
}

function wrong(param: string, message: string): GatewayError {
  return new GatewayError(`${param}: ${message}.`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_parameter',
    param,
  });
}
