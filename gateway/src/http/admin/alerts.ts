// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { ALERT_SOURCES } from '../../alerts/alert.js';
import type { KeptAlert } from '../../alerts/alertTable.js';
import { askLedger } from './askLedger.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { checkParameters, integer } from './listParameters.js';

/** Alerts that fire, the newest first. */
export type AlertsReader = (limit: number) => Promise<readonly KeptAlert[]>;

const MAX_ALERTS = 1_000;

const Querystring = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_ALERTS, default: MAX_ALERTS })),
});

const Time = Type.String({ format: 'date-time' });
const Texts = Type.Record(Type.String(), Type.String());
export const AlertsAnswer = Type.Object({
  alerts: Type.Array(
    Type.Object({
      alert: Type.String({ description: 'The label alertname.' }),
      severity: Type.Optional(Type.String()),
      summary: Type.Optional(Type.String()),
      source: Type.Enum([...ALERT_SOURCES]),
      fingerprint: Type.String(),
      labels: Texts,
      annotations: Texts,
      starts_at: Time,
      received_at: {
        ...Time,
        description:
          'When it was last told of. Senders repeat an alert that goes on (repeat_interval); one that has not been repeated for longer is over, and nobody said so.',
      },
      generator_url: Type.Optional(Type.String()),
    })
  ),
});

/** `GET /api/v1/alerts`: the alerts that fire, as far as Alertmanager and Grafana told this gateway. */
export async function alertsRoute(app: FastifyInstance, { read }: { readonly read: AlertsReader }): Promise<void> {
  const schema = {
    summary: 'Alerts that fire now, the newest first',
    description: 'As far as Alertmanager and Grafana sent them to POST /api/v1/alerts/webhook.',
    tags: ['alerts'],
    querystring: Querystring,
    response: { 200: AlertsAnswer, 400: ErrorAnswer, 503: ErrorAnswer },
  };
  app.get('/alerts', { schema, ...documented }, async (request) => {
    const parameters = checkParameters(request.query, Object.keys(Querystring.properties));
    const limit = integer(parameters, 'limit', { min: 1, max: MAX_ALERTS }) ?? MAX_ALERTS;
    return { alerts: (await askLedger(() => read(limit))).map(toAnswer) };
  });
}

function toAnswer({ labels, annotations, source, fingerprint, ...alert }: KeptAlert) {
  return {
    alert: labels['alertname'] ?? '',
    severity: labels['severity'],
    summary: annotations['summary'],
    source,
    fingerprint,
    labels,
    annotations,
    starts_at: new Date(alert.startsAt).toISOString(),
    received_at: new Date(alert.receivedAt).toISOString(),
    generator_url: alert.generatorUrl,
  };
}
