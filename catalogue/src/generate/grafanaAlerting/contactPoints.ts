import type { Severity } from '../../alerts/rule.js';
import { TEXT, TITLE } from './templates.js';

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info'];

/** Most alerts of one call; the relay takes no more. */
const MOST_ALERTS = 1_000;

/** A contact point a severity, so that e-mail or Slack can be added to one of them. */
export function contactPointOf(severity: Severity): string {
  return `LLM Gateway ${severity}`;
}

/**
 * Contact points that call the gateway's relay, signed with the alerts token and a timestamp; it records each alert as
 * an event and tells the webhooks of its configuration. Grafana fills in the `$…` from its environment.
 */
export function grafanaContactPoints(): object {
  return {
    contactPoints: SEVERITIES.map((severity) => ({
      orgId: 1,
      name: contactPointOf(severity),
      receivers: [
        {
          uid: `llm-gateway-relay-${severity}`,
          type: 'webhook',
          disableResolveMessage: false,
          settings: {
            url: '$LLM_GATEWAY_URL/api/v1/alerts/webhook',
            httpMethod: 'POST',
            maxAlerts: MOST_ALERTS,
            title: `{{ template "${TITLE}" . }}`,
            message: `{{ template "${TEXT}" . }}`,
            hmacConfig: {
              secret: '$LLM_GATEWAY_ALERTS_TOKEN',
              header: 'X-LLM-Gateway-Signature',
              timestampHeader: 'X-LLM-Gateway-Timestamp',
            },
          },
        },
      ],
    })),
  };
}
