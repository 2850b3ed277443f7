import { readFileSync } from 'node:fs';

/** Where alerts go; what is undefined is not configured, and nothing is sent there. */
export interface AlertmanagerSettings {
  /** Base URL of the gateway, whose relay takes every alert. */
  readonly gatewayUrl: string;
  readonly email: EmailSettings | undefined;
  readonly slack: { readonly channel: string | undefined } | undefined;
  /** A webhook besides the gateway's relay. */
  readonly webhookUrl: string | undefined;
  /** Directory of the files that hold secrets: alerts-token, smtp-password, slack-webhook-url. */
  readonly secrets: string;
}

export interface EmailSettings {
  /** `host:port` */
  readonly smarthost: string;
  readonly from: string;
  readonly to: string;
  /** The password is in `smtp-password`. */
  readonly username: string | undefined;
  readonly requireTls: boolean;
}

/** The texts of secrets by the name of their file. */
export type AlertmanagerSecrets = Readonly<Record<string, string>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. A variable that is empty is not set; a secret can be in a file that `<NAME>_FILE` names.
 * @param secrets directory in which the secrets will be
 * @throws Error that names what is wrong or missing.
 */
export function readSettings(
  env: Environment,
  secrets: string
): { readonly settings: AlertmanagerSettings; readonly texts: AlertmanagerSecrets } {
  const gatewayUrl = need(env, 'LLM_GATEWAY_URL', 'the gateway that relays alerts, e.g. http://gateway:4000');
  const alertsToken = secret(env, 'LLM_GATEWAY_ALERTS_TOKEN');
  if (alertsToken === undefined) {
    throw new Error('LLM_GATEWAY_ALERTS_TOKEN (or LLM_GATEWAY_ALERTS_TOKEN_FILE) is not set: the relay asks for it');
  }
  const email = readEmail(env);
  const password = secret(env, 'SMTP_PASSWORD');
  if (email?.username !== undefined && password === undefined) {
    throw new Error('SMTP_PASSWORD (or SMTP_PASSWORD_FILE) is not set, while SMTP_USERNAME is');
  }
  const slackUrl = secret(env, 'SLACK_WEBHOOK_URL');
  checkUrl('SLACK_WEBHOOK_URL', slackUrl);
  const webhookUrl = secret(env, 'ALERT_WEBHOOK_URL');
  checkUrl('ALERT_WEBHOOK_URL', webhookUrl);
  checkUrl('LLM_GATEWAY_URL', gatewayUrl);
  return {
    settings: {
      gatewayUrl,
      email,
      slack: slackUrl === undefined ? undefined : { channel: env['SLACK_CHANNEL'] || undefined },
      webhookUrl,
      secrets,
    },
    texts: {
      'alerts-token': alertsToken,
      ...(email?.username !== undefined && password !== undefined && { 'smtp-password': password }),
      ...(slackUrl !== undefined && { 'slack-webhook-url': slackUrl }),
    },
  };
}

function readEmail(env: Environment): EmailSettings | undefined {
  if (!env['SMTP_SMARTHOST']) {
    return undefined;
  }
  const smarthost = env['SMTP_SMARTHOST'];
  if (!/^[^\s:]+:\d+$|^\[[^\]]+\]:\d+$/.test(smarthost)) {
    throw new Error('SMTP_SMARTHOST must be host:port, e.g. smtp.example.com:587');
  }
  return {
    smarthost,
    from: need(env, 'SMTP_FROM', 'the sender of e-mails'),
    to: need(env, 'ALERT_EMAIL_TO', 'who gets e-mails; several are separated by commas'),
    username: env['SMTP_USERNAME'] || undefined,
    requireTls: env['SMTP_REQUIRE_TLS'] !== 'false',
  };
}

function need(env: Environment, name: string, what: string): string {
  const value = env[name];
  if (!value) {
    throw new Error(`${name} is not set: ${what}`);
  }
  return value;
}

function secret(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  return env[name] || (file ? readFileSync(file, 'utf8').trim() : '') || undefined;
}

/** Says nothing of the value: a webhook's address is a secret. */
function checkUrl(name: string, value: string | undefined): void {
  if (value !== undefined && !/^https?:\/\/[^\s/]+/.test(value)) {
    throw new Error(`${name} must begin with http:// or https://`);
  }
}
