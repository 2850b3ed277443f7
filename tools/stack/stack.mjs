import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { alertmanagerService } from './alertmanager.mjs';
import { grafanaHome, grafanaService } from './grafana.mjs';
import { findCommand, inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { prometheusService } from './prometheus.mjs';
import { readSecret } from './secret.mjs';
import { Service } from './service.mjs';

/** Where each part listens unless the port is busy. */
const PORTS = { gateway: 4000, prometheus: 9090, alertmanager: 9093, grafana: 3000 };

/**
 * @typedef {object} Stack
 * @property {Service} gateway
 * @property {Service | undefined} prometheus
 * @property {Service | undefined} alertmanager
 * @property {Service | undefined} grafana
 * @property {string} secrets directory of the gateway's generated secrets
 * @property {string | undefined} grafanaPasswordFile
 * @property {string[]} missing what is not on this machine, and what it would show
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the gateway, and Prometheus, Alertmanager and Grafana as far as they are on PATH.
 * @param {object} options
 * @param {string} options.config the gateway's
 * @param {string} options.data directory for everything that is kept
 * @param {(name: string, reason: string) => void} options.onExit
 * @returns {Promise<Stack>}
 */
export async function startStack({ config, data, onExit }) {
  const directory = resolve(data);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  /** @type {Service[]} */
  const started = [];
  /** @type {string[]} */
  const missing = [];
  const stop = async () => {
    for (const service of [...started].reverse()) {
      await service.stop();
    }
  };
  /** @param {Omit<ConstructorParameters<typeof Service>[0], 'log' | 'onExit'>} options */
  const start = async (options) => {
    const log = join(directory, 'logs', `${options.name.toLowerCase().replaceAll(' ', '-')}.log`);
    const service = new Service({ ...options, log, onExit });
    started.push(service);
    await service.start();
    return service;
  };

  try {
    const gatewayPort = await freePort('the gateway', PORTS.gateway);
    const gatewayData = join(directory, 'gateway');
    const secrets = join(gatewayData, 'secrets');
    const gateway = await start({
      name: 'gateway',
      command: process.execPath,
      args: [
        inRoot('gateway', 'dist', 'cli.js'),
        'serve',
        ...['--config', resolve(config), '--port', String(gatewayPort), '--data', gatewayData],
      ],
      url: `http://127.0.0.1:${gatewayPort}`,
      readyPath: '/health/ready',
    });

    const alertsToken = secretOr('LLM_GATEWAY_ALERTS_TOKEN', join(secrets, 'alerts-token'));
    let alertmanager;
    const alertmanagerCommand = findCommand('alertmanager', 'prometheus-alertmanager');
    if (alertmanagerCommand === undefined) {
      missing.push('alertmanager is not on PATH: alerts of Prometheus are not grouped and routed.');
    } else {
      const port = await freePort('Alertmanager', PORTS.alertmanager);
      alertmanager = await start(
        alertmanagerService({
          command: alertmanagerCommand,
          directory: join(directory, 'alertmanager'),
          port,
          gatewayUrl: gateway.url,
          alertsToken,
        })
      );
    }

    let prometheus;
    const prometheusCommand = findCommand('prometheus');
    if (prometheusCommand === undefined) {
      missing.push('prometheus is not on PATH: no history of rates and latencies, and no alerts on them.');
    } else {
      prometheus = await start(
        prometheusService({
          command: prometheusCommand,
          directory: join(directory, 'prometheus'),
          port: await freePort('Prometheus', PORTS.prometheus),
          gateway: new URL(gateway.url).host,
          alertmanager: alertmanager && new URL(alertmanager.url).host,
          metricsToken: secretOr('LLM_GATEWAY_METRICS_TOKEN', join(secrets, 'metrics-token')),
        })
      );
    }

    let grafana;
    let grafanaPasswordFile;
    const grafanaCommand = findCommand('grafana', 'grafana-server');
    if (grafanaCommand === undefined || !existsSync(join(grafanaHome(), 'public'))) {
      const what =
        grafanaCommand === undefined
          ? 'grafana is not on PATH'
          : `${grafanaHome()} is no Grafana home (set GRAFANA_HOME)`;
      missing.push(`${what}: no pages; install Grafana 12.3 or newer to see them.`);
    } else {
      const { passwordFile, ...options } = grafanaService({
        command: grafanaCommand,
        directory: join(directory, 'grafana'),
        port: await freePort('Grafana', PORTS.grafana),
        prometheusUrl: prometheus?.url ?? `http://127.0.0.1:${PORTS.prometheus}`,
        gatewayUrl: gateway.url,
        adminToken: secretOr('LLM_GATEWAY_ADMIN_TOKEN', join(secrets, 'admin-token')),
        alertsToken,
      });
      grafana = await start(options);
      grafanaPasswordFile = passwordFile;
    }
    return { gateway, prometheus, alertmanager, grafana, secrets, grafanaPasswordFile, missing, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} variable @param {string} file */
function secretOr(variable, file) {
  return process.env[variable] || readSecret(file);
}
