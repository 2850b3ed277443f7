import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { Config, SimulatorProviderConfig } from './config/schema.js';
import { createKeyRing } from './governance/keyRing.js';
import { createServer } from './http/server.js';
import { observeState } from './metrics/observeState.js';
import { presetSeries } from './metrics/presetSeries.js';
import { recordUsage } from './metrics/recordUsage.js';
import { createMetrics } from './metrics/registry.js';
import { createAdmitter } from './pipeline/admit.js';
import { createPipeline } from './pipeline/pipeline.js';
import { createProviders } from './providers/createProviders.js';
import { createGroups } from './routing/createGroups.js';
import { createProviderHealth } from './routing/providerHealth.js';
import { createSimulator } from './simulator/server.js';
import { type Announce, SecretFiles } from './store/secrets.js';
import { openSqlite } from './store/sqlite.js';
import { createUsageBus } from './usage/bus.js';
import { Ledger } from './usage/ledger.js';
import { queryUsage } from './usage/queryUsage.js';
import { VERSION } from './version.js';

export interface ServeOptions {
  readonly config: Config;
  /** Directory for the ledger and generated secrets. */
  readonly dataDirectory: string;
  readonly log: Logger;
  readonly announce: Announce;
  readonly env: NodeJS.ProcessEnv;
}

export interface Gateway {
  /** e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no new requests, ends those under way, writes what is left to the ledger. */
  close(): Promise<void>;
}

/** How often a stopping gateway closes the connections that have become idle, in milliseconds. */
const IDLE_SWEEP_MS = 50;

/** The composition root: it alone builds the parts and hands them to each other. */
export async function serve({ config, dataDirectory, log, announce, env }: ServeOptions): Promise<Gateway> {
  const startedAt = new Date();
  const secrets = new SecretFiles(dataDirectory, announce);
  const adminToken = env['LLM_GATEWAY_ADMIN_TOKEN'] || secrets.read('admin-token', 'llmgw-admin-');
  const metricsToken = config.metrics.public
    ? undefined
    : env['LLM_GATEWAY_METRICS_TOKEN'] || secrets.read('metrics-token', 'llmgw-metrics-');
  const keys = config.keys.map(
    ({ name, key, team }) => [key ?? secrets.read(`key-${name}`, 'llmgw-'), { key: name, team }] as const
  );

  const store = await openSqlite(join(dataDirectory, 'ledger.sqlite'));
  const { flush_ms: flushMs, max_pending: maxPending } = config.ledger;
  const ledger = new Ledger(store, { flushMs, maxPending }, log);

  const simulator = await startSimulator(config);
  const providers = createProviders(config, simulator && originOf(simulator));
  const groups = createGroups(config, providers);
  const health = createProviderHealth([...providers.values()]);
  const metrics = createMetrics();
  observeState(metrics.instruments, [...providers.values()], ledger);
  presetSeries(
    metrics.instruments,
    groups.values(),
    keys.map(([, principal]) => principal)
  );
  metrics.instruments.buildInfo.set({ version: VERSION, node_version: process.version }, 1);

  const bus = createUsageBus(log);
  bus.subscribe(ledger.record);
  bus.subscribe(recordUsage(metrics.instruments));
  bus.subscribe(health.record);

  let closing = false;
  const server = await createServer({
    openai: {
      pipeline: createPipeline({
        admitter: createAdmitter({ maxInFlight: config.server.max_in_flight, ledgerFull: () => ledger.full }),
        groups,
        publish: bus.publish,
        log,
      }),
      keys: createKeyRing(keys),
      modelNames: [...groups.keys()],
      startedAt,
      onAuthFailure: (reason) => metrics.instruments.authFailures.inc({ reason }),
      bodyLimit: config.server.body_limit_bytes,
    },
    health: {
      notReady: () => (closing ? 'the gateway is stopping' : ledger.full ? 'the ledger cannot be written' : undefined),
      providers: health,
    },
    metrics: { registry: metrics.registry, token: metricsToken },
    adminToken,
    status: { version: VERSION, startedAt, models: groups.size, providers: providers.size },
    readUsage: (query) => {
      // What has just ended should be in the answer.
      ledger.flush();
      return queryUsage(store.db, query);
    },
    onInternalError: (error, url) => log.error({ err: error.cause, url }, 'a request failed inside the gateway'),
  });
  await server.listen({ host: config.server.host, port: config.server.port });

  return {
    url: originOf(server),
    async close() {
      closing = true;
      // A connection that becomes idle only now would be kept until its client closes it.
      const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_SWEEP_MS);
      await server.close();
      clearInterval(sweep);
      await Promise.all([...providers.values()].map(({ upstream }) => upstream.pool.close()));
      await simulator?.close();
      await ledger.close();
    },
  };
}

async function startSimulator({ providers }: Config): Promise<FastifyInstance | undefined> {
  const simulated = providers.filter((provider): provider is SimulatorProviderConfig => provider.type === 'simulator');
  if (simulated.length === 0) {
    return undefined;
  }
  const simulator = createSimulator(simulated);
  await simulator.listen({ host: '127.0.0.1', port: 0 });
  return simulator;
}

function originOf({ server }: FastifyInstance): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
