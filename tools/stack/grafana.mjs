import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
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
      GF_PATHS_PROVISIONING: inRoot('provisioning', 'grafana'),
      GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: `${APP_ID},${DATASOURCE_ID}`,
      GF_PLUGINS_PREINSTALL_DISABLED: 'true',
      GF_SECURITY_ADMIN_PASSWORD: password,
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
      GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
      GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
      GF_NEWS_NEWS_FEED_ENABLED: 'false',
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

/** @param {string} plugins */
function linkPlugin(plugins) {
  const link = join(plugins, APP_ID);
  mkdirSync(plugins, { recursive: true });
  if (existsSync(link) || lstatSync(link, { throwIfNoEntry: false }) !== undefined) {
    rmSync(link, { recursive: true });
  }
  symlinkSync(inRoot('dist'), link);
}
