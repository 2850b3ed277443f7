// For what it adds to Fastify's type of a schema: summary, tags, security.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { type Alert, ALERT_STATUSES } from '../../alerts/alert.js';
import { MAX_ALERTS, parseNotification } from '../../alerts/payload.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { askLedger } from '../admin/askLedger.js';
import { documented } from '../admin/documented.js';
import { ErrorAnswer } from '../admin/errorAnswer.js';
import { sendError } from '../sendError.js';
import type { AlertSenders } from './sender.js';

export interface AlertWebhookParts {
  readonly senders: AlertSenders;
  /** Takes the alerts of a notification, all or none; returns how many of them began or ended with it. */
  readonly take: (alerts: readonly Alert[], now: number) => Promise<number>;
}

/** Largest notification, in bytes. */
const BODY_LIMIT = 1_048_576;

const SECURITY: ReadonlyArray<Readonly<Record<string, readonly string[]>>> = [{ alerts: [] }, { admin: [] }];

const Texts = Type.Record(Type.String(), Type.String());
const Notification = Type.Object(
  {
    alerts: Type.Array(
      Type.Object({
        status: Type.Enum([...ALERT_STATUSES]),
        labels: Type.Record(Type.String(), Type.String(), { description: 'alertname is needed.' }),
        annotations: Type.Optional(Texts),
        startsAt: Type.String({ format: 'date-time' }),
        endsAt: Type.Optional(Type.String({ format: 'date-time' })),
        fingerprint: Type.Optional(Type.String({ description: 'Made from the labels if left out.' })),
        generatorURL: Type.Optional(Type.String()),
      }),
      { maxItems: MAX_ALERTS }
    ),
  },
  { description: "The payload of Alertmanager's webhook (version 4), or of Grafana's; what else is in it is not read." }
);

const Answer = Type.Object({
  received: Type.Integer({ description: 'Alerts of this notification.' }),
  changed: Type.Integer({
    description:
      'Those of them that began to fire or were resolved with it: each is an event, and is told to webhooks.',
  }),
});

/** `POST /api/v1/alerts/webhook`: where Alertmanager and Grafana send alerts. */
export async function alertWebhook(app: FastifyInstance, { senders, take }: AlertWebhookParts): Promise<void> {
  // A signature is over the bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
    done(null, body)
  );
  app.setErrorHandler((thrown, _request, reply) => {
    const { code } = thrown as { code?: unknown };
    if (code !== 'FST_ERR_CTP_BODY_TOO_LARGE') {
      throw thrown;
    }
    return sendError(reply, tooLarge());
  });
  app.addHook('onRequest', async (request) => senders.checkHeaders(request));

  const schema = {
    summary: "Takes alerts from Alertmanager's webhook and Grafana's contact points",
    description:
      'Each alert that begins or ends becomes an event, once, however often it is sent. Needs the alerts token (LLM_GATEWAY_ALERTS_TOKEN) as Bearer, or a signature made with it: x-llm-gateway-signature is the hexadecimal HMAC-SHA256 of "timestamp:body", x-llm-gateway-timestamp the epoch seconds, at most 300 s from now; a signed call is taken once.',
    tags: ['alerts'],
    security: SECURITY,
    body: Notification,
    response: { 200: Answer, 400: ErrorAnswer, 401: ErrorAnswer, 409: ErrorAnswer, 413: ErrorAnswer, 503: ErrorAnswer },
  };
  app.post<{ Body: Buffer | undefined }>('/alerts/webhook', { schema, ...documented }, async (request) => {
    const now = Date.now();
    const body = request.body ?? Buffer.alloc(0);
    const sender = senders.check(request, body, now);
    try {
      const alerts = parseNotification(body.toString('utf8'), now);
      const changed = await askLedger(() => take(alerts, now));
      return { received: alerts.length, changed };
    } catch (error) {
      sender.release();
      throw error;
    }
  });
}

function tooLarge(): GatewayError {
  return new GatewayError(
    `The notification is larger than ${BODY_LIMIT} bytes. Set max_alerts of Alertmanager's webhook_configs, or group alerts into smaller ones with group_by.`,
    { status: 413, type: 'invalid_request_error', code: 'request_too_large' }
  );
}
