import { type Inhibition, inhibitions } from '../../alerts/inhibitions.js';
import type { AlertRule } from '../../alerts/rule.js';
import { MUTED_ON_WEEKENDS, WEEKENDS } from '../../alerts/weekends.js';
import type { AlertmanagerSettings } from './settings.js';
import { HTML, TEXT, TITLE } from './templates.js';

/** The relay takes no more in one call. */
const MOST_ALERTS = 1_000;

/**
 * Alertmanager's configuration (0.25 and newer). Every alert goes to the gateway's relay; critical ones by e-mail and
 * warnings to Slack as well. Of these two, one that is not configured is left out, and the other takes its place.
 */
export function alertmanagerConfig(settings: AlertmanagerSettings): object {
  const { email, slack, secrets } = settings;
  const relay = webhooks(settings);
  return {
    global: {
      resolve_timeout: '5m',
      ...(email && {
        smtp_smarthost: email.smarthost,
        smtp_from: email.from,
        smtp_require_tls: email.requireTls,
        ...(email.username && {
          smtp_auth_username: email.username,
          smtp_auth_password_file: `${secrets}/smtp-password`,
        }),
      }),
      ...(slack && { slack_api_url_file: `${secrets}/slack-webhook-url` }),
    },
    templates: ['templates/*.tmpl'],
    time_intervals: [{ name: WEEKENDS.name, time_intervals: [{ weekdays: WEEKENDS.weekdays }] }],
    route: {
      receiver: 'relay',
      group_by: ['alertname', 'cluster', 'provider', 'budget'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '12h',
      routes: [
        {
          matchers: ['severity="critical"'],
          receiver: 'critical',
          group_wait: '10s',
          group_interval: '1m',
          repeat_interval: '1h',
        },
        { matchers: ['severity="warning"'], receiver: 'warning' },
        {
          matchers: [`severity="${MUTED_ON_WEEKENDS}"`],
          receiver: 'relay',
          repeat_interval: '24h',
          mute_time_intervals: [WEEKENDS.name],
        },
      ],
    },
    inhibit_rules: inhibitions.map(toInhibitRule),
    receivers: [
      { name: 'critical', ...(email ? emails(settings) : slacks(settings)), ...relay },
      { name: 'warning', ...(slack ? slacks(settings) : emails(settings)), ...relay },
      { name: 'relay', ...relay },
    ],
  };
}

function webhooks({ gatewayUrl, webhookUrl, secrets }: AlertmanagerSettings): object {
  return {
    webhook_configs: [
      {
        url: `${gatewayUrl.replace(/\/$/, '')}/api/v1/alerts/webhook`,
        send_resolved: true,
        max_alerts: MOST_ALERTS,
        http_config: { authorization: { credentials_file: `${secrets}/alerts-token` } },
      },
      ...(webhookUrl === undefined ? [] : [{ url: webhookUrl, send_resolved: true, max_alerts: MOST_ALERTS }]),
    ],
  };
}

function emails({ email }: AlertmanagerSettings): object {
  return (
    (email && {
      email_configs: [
        { to: email.to, send_resolved: true, headers: { Subject: call(TITLE) }, html: call(HTML), text: call(TEXT) },
      ],
    }) ??
    {}
  );
}

function slacks({ slack }: AlertmanagerSettings): object {
  return (
    (slack && {
      slack_configs: [
        {
          ...(slack.channel && { channel: slack.channel }),
          send_resolved: true,
          title: call(TITLE),
          text: call(TEXT),
          fallback: call(TITLE),
        },
      ],
    }) ??
    {}
  );
}

const call = (template: string): string => `{{ template "${template}" . }}`;

function toInhibitRule({ by, silences, equal }: Inhibition): object {
  const names = (rules: readonly AlertRule[]) => `alertname=~"${rules.map(({ name }) => name).join('|')}"`;
  const source = 'severity' in by ? `severity="${by.severity}"` : names(by);
  const target =
    silences === 'everything else'
      ? `alertname!~"${'severity' in by ? '' : by.map(({ name }) => name).join('|')}"`
      : 'severity' in silences
        ? `severity="${silences.severity}"`
        : names(silences);
  return { source_matchers: [source], target_matchers: [target], equal };
}
