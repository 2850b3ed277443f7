import { alertRules } from '../../alerts/index.js';

/** What holds for all alerts: who evaluates them, where they go, and how to change them. */
export function alertsGuide(): string {
  return `${alertRules.length} rules, once in the catalogue (\`catalogue/src/alerts/\`), written for two evaluators. Use one of them; with both
running, as in \`npm start\` and compose, the relay records what each of them says.

- **Prometheus and Alertmanager:** \`provisioning/prometheus/rules/llm-gateway.yml\`,
  \`provisioning/alertmanager/alertmanager.yml\`. With grouping, inhibition and routing by severity.
- **Grafana Alerting:** \`provisioning/grafana/alerting/\`, in the folder “LLM Gateway”, with a contact point a severity,
  a mute timing and message templates. Grafana has no inhibition: there, each alert is told by itself.

## Severity, and where alerts go

- **critical:** somebody looks now. By e-mail, every hour while it lasts.
- **warning:** somebody looks within the working day. To Slack.
- **info:** to know. Nobody is called; muted on weekends.

Every alert also goes to the gateway's relay (\`POST /api/v1/alerts/webhook\`, with the alerts token or signed with it).
It becomes an event (\`GET /api/v1/events?type=alert_firing,alert_resolved\`), and the \`webhooks\` of the gateway's
configuration that subscribe to it are called, signed with HMAC-SHA256 over a timestamp and the body. A gateway that is
down relays nothing: for [LLMGatewayDown](#llmgatewaydown) configure e-mail, Slack or a webhook, or give the relay a
gateway of its own.

What is told less of while something worse fires (\`catalogue/src/alerts/inhibitions.ts\`): everything of an instance
that is down; single providers while all are down; what follows from a provider that is down or refuses our credential;
a warning while a critical alert of the same topic has the same labels.

## Receivers

Alertmanager expands no variables, and neither it nor Grafana starts with a receiver that is half configured. So \`npm start\` and
compose write their configuration from the environment first; what is not set is left out. Where only one of e-mail and
Slack is set, it gets critical alerts and warnings.

- \`SMTP_SMARTHOST\` (host:port), \`SMTP_FROM\`, \`ALERT_EMAIL_TO\`; with a login \`SMTP_USERNAME\` and \`SMTP_PASSWORD\`;
  \`SMTP_REQUIRE_TLS=false\` for a server without TLS.
- \`SLACK_WEBHOOK_URL\`, \`SLACK_CHANNEL\`.
- \`ALERT_WEBHOOK_URL\`: a webhook besides the relay, for every alert.

\`SMTP_PASSWORD\`, \`SLACK_WEBHOOK_URL\` and \`ALERT_WEBHOOK_URL\` can be in a file: \`SMTP_PASSWORD_FILE\` and so on. They are
kept in files of mode 0600 beside the configuration. By hand:

\`\`\`sh
LLM_GATEWAY_URL=http://gateway:4000 LLM_GATEWAY_ALERTS_TOKEN_FILE=data/gateway/secrets/alerts-token \\
  node catalogue/dist/generate/alertmanager/render.js --out /etc/alertmanager
amtool check-config /etc/alertmanager/alertmanager.yml
\`\`\`

Grafana gets the same: e-mail and Slack are added to its contact points “LLM Gateway critical” and “LLM Gateway warning”,
and its mail server is set (\`GF_SMTP_*\`). By hand, write its folder with
\`node catalogue/dist/generate/grafanaAlerting/render.js --out provisioning/alerting\`. The rules name their contact point
themselves (\`notification_settings\`): notification policies are one tree, which a file would take from its owner. To
route by your own policies instead, take the key out of the rules; they have the labels \`severity\` and \`topic\`.

## Changing a threshold

Thresholds are those of the seeds where a seed has one. Yours are better. The app’s Alerts page shows and takes them in
the unit that \`threshold.unit\` of the rule names: shares in percent, where expressions have 0 to 1. To change one for
good, change the rule in \`catalogue/src/alerts/\`, run \`npm run generate\`, and adapt its case in
\`catalogue/src/alerts/cases/\`; \`npm test\` asks promtool whether it still fires when it should, and does not when it
should not.`;
}
