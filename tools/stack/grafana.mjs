import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

import { inRoot } from './paths.mjs';
import { ensureSecret } from './secret.mjs';

const APP_ID = 'llmgateway-app';
const DATASOURCE_ID = 'llmgateway-datasource';

/** Where Grafana's conf/ and public/ are. */
export const grafanaHome = () => process.env.GRAFANA_HOME ?? '/usr/share/grafana';

/**
 * @param {object} options
 * @param {string} options.command `grafana`, or the older `grafana-server`
 * @param {string} options.directory
 * @param {number} options.port
 * @param {string} options.prometheusUrl
 * @param {string} options.gatewayUrl
 * @param {string} options.adminToken
 * @param {string} options.alertsToken signs what contact points send to the gateway
 */
export function grafanaService({ command, directory, port, prometheusUrl, gatewayUrl, adminToken, alertsToken }) {
  const passwordFile = join(directory, 'secrets', 'admin-password');
  const password = ensureSecret(passwordFile);
  linkPlugin(join(directory, 'plugins'));
  const provisioning = layOutProvisioning(directory);
  const server = basename(command) === 'grafana' ? ['server'] : [];
  return {
    passwordFile,
    name: 'Grafana',
    command,
    args: [...server, '--homepath', grafanaHome()],
    env: {
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_SERVER_HTTP_PORT: String(port),
      GF_PATHS_DATA: join(directory, 'data'),
      GF_PATHS_LOGS: join(directory, 'data', 'log'),
      GF_PATHS_PLUGINS: join(directory, 'plugins'),
      GF_PATHS_PROVISIONING: provisioning,
      GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: `${APP_ID},${DATASOURCE_ID}`,
      GF_PLUGINS_PREINSTALL_DISABLED: 'true',
      GF_SECURITY_ADMIN_PASSWORD: password,
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
      GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
      GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
      GF_NEWS_NEWS_FEED_ENABLED: 'false',
      ...mail(process.env),
      LLM_GATEWAY_DASHBOARDS: inRoot('provisioning', 'grafana', 'dashboards', 'llm-gateway'),
      PROMETHEUS_URL: prometheusUrl,
      LLM_GATEWAY_URL: gatewayUrl,
      LLM_GATEWAY_ADMIN_TOKEN: adminToken,
      LLM_GATEWAY_ALERTS_TOKEN: alertsToken,
    },
    url: `http://127.0.0.1:${port}`,
    readyPath: '/api/health',
  };
}

/**
 * Provisioning as it is in the repository, with the contact points that the environment names (docs/alerts.md).
 * @param {string} directory
 */
function layOutProvisioning(directory) {
  const provisioning = join(directory, 'provisioning');
  rmSync(provisioning, { recursive: true, force: true });
  cpSync(inRoot('provisioning', 'grafana'), provisioning, { recursive: true });
  const script = inRoot('catalogue', 'dist', 'generate', 'grafanaAlerting', 'render.js');
  execFileSync(process.execPath, [script, '--out', join(provisioning, 'alerting')], { stdio: 'inherit' });
  return provisioning;
}

/** Grafana's names for what Alertmanager is told, too. @param {NodeJS.ProcessEnv} env */
function mail(env) {
  const { SMTP_SMARTHOST, SMTP_FROM, SMTP_USERNAME, SMTP_PASSWORD, SMTP_PASSWORD_FILE, SMTP_REQUIRE_TLS } = env;
  if (!SMTP_SMARTHOST) {
    return {};
  }
  return {
    GF_SMTP_ENABLED: 'true',
    GF_SMTP_HOST: SMTP_SMARTHOST,
    ...(SMTP_FROM && { GF_SMTP_FROM_ADDRESS: SMTP_FROM }),
    ...(SMTP_USERNAME && { GF_SMTP_USER: SMTP_USERNAME }),
    ...(SMTP_PASSWORD ? { GF_SMTP_PASSWORD: SMTP_PASSWORD } : {}),
    ...(!SMTP_PASSWORD && SMTP_PASSWORD_FILE ? { GF_SMTP_PASSWORD__FILE: SMTP_PASSWORD_FILE } : {}),
    GF_SMTP_STARTTLS_POLICY: SMTP_REQUIRE_TLS === 'false' ? 'OpportunisticStartTLS' : 'MandatoryStartTLS',
  };
}

/** @param {string} plugins */
function linkPlugin(plugins) {
  const link = join(plugins, APP_ID);
  mkdirSync(plugins, { recursive: true });
  if (existsSync(link) || lstatSync(link, { throwIfNoEntry: false }) !== undefined) {
    rmSync(link, { recursive: true });
  }
  symlinkSync(inRoot('dist'), link);
}
