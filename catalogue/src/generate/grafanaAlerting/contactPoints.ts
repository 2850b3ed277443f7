import { contactPointOf } from '../../alerts/grafana/contactPointOf.js';
import type { Severity } from '../../alerts/rule.js';
import { TEXT, TITLE } from './templates.js';

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info'];

/** Most alerts of one call; the relay takes no more. */
const MOST_ALERTS = 1_000;

const title = `{{ template "${TITLE}" . }}`;
const text = `{{ template "${TEXT}" . }}`;

/** Where Grafana sends alerts besides the gateway's relay; undefined is left out, as Grafana refuses what is empty. */
export interface GrafanaReceivers {
  /** Addresses, separated by commas, as Grafana expands them, e.g. `$ALERT_EMAIL_TO`. */
  readonly email: string | undefined;
  /** Address of a Slack webhook, as Grafana expands it, e.g. `$SLACK_WEBHOOK_URL`. */
  readonly slack: string | undefined;
}

/**
 * A contact point a severity. Each calls the gateway's relay, signed with the alerts token and a timestamp; critical
 * alerts also go by e-mail, warnings to Slack, and where one of them is not configured, to the other.
 */
export function grafanaContactPoints(receivers: GrafanaReceivers): object {
  return {
    contactPoints: SEVERITIES.map((severity) => ({
      orgId: 1,
      name: contactPointOf(severity),
      receivers: [relay(severity), ...people(severity, receivers)],
    })),
  };
}

/** Grafana fills in the `$…` from its environment. */
function relay(severity: Severity): object {
  return {
    uid: `llm-gateway-relay-${severity}`,
    type: 'webhook',
    disableResolveMessage: false,
    settings: {
      url: '$LLM_GATEWAY_URL/api/v1/alerts/webhook',
      httpMethod: 'POST',
      maxAlerts: MOST_ALERTS,
      title,
      message: text,
      hmacConfig: {
        secret: '$LLM_GATEWAY_ALERTS_TOKEN',
        header: 'X-LLM-Gateway-Signature',
        timestampHeader: 'X-LLM-Gateway-Timestamp',
      },
    },
  };
}

function people(severity: Severity, { email, slack }: GrafanaReceivers): object[] {
  const byEmail = email === undefined ? [] : [emailTo(severity, email)];
  const toSlack = slack === undefined ? [] : [slackAt(severity, slack)];
  switch (severity) {
    case 'critical':
      return byEmail.length > 0 ? byEmail : toSlack;
    case 'warning':
      return toSlack.length > 0 ? toSlack : byEmail;
    case 'info':
      return [];
  }
}

function emailTo(severity: Severity, addresses: string): object {
  return {
    uid: `llm-gateway-email-${severity}`,
    type: 'email',
    disableResolveMessage: false,
    settings: { addresses, singleEmail: true, subject: title, message: text },
  };
}

function slackAt(severity: Severity, url: string): object {
  return {
    uid: `llm-gateway-slack-${severity}`,
    type: 'slack',
    disableResolveMessage: false,
    settings: { url, title, text },
  };
}
