import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';

import type { Config } from './config/schema.js';
import { createServer } from './http/server.js';
import { observeState } from './metrics/observeState.js';
import { presetSeries } from './metrics/presetSeries.js';
import { recordUsage } from './metrics/recordUsage.js';
import { createMetrics } from './metrics/registry.js';
import { createAdmitter } from './pipeline/admit.js';
import { createPipeline } from './pipeline/pipeline.js';
import { deploymentHealth } from './routing/deploymentHealth.js';
import { RoutingEvents } from './routing/events.js';
import { HealthChecks } from './routing/healthChecks.js';
import { createProviderHealth } from './routing/providerHealth.js';
import { SharedBreakers, type SharedBreakersParts } from './routing/sharedBreakers.js';
import { Live } from './runtime/live.js';
import { Reloader } from './runtime/reloader.js';
import { type Runtime, closeRuntime, createRuntime } from './runtime/runtime.js';
import { SimulatorControl } from './simulator/control.js';
import { createSimulator } from './simulator/server.js';
import { type Announce, SecretFiles } from './store/secrets.js';
import { openSqlite } from './store/sqlite.js';
import { createUsageBus } from './usage/bus.js';
import { Ledger } from './usage/ledger.js';
import { queryUsage } from './usage/queryUsage.js';
import { VERSION } from './version.js';

export interface ServeOptions {
  readonly configFile: string;
  /** Reads the file, and what the command line puts over it. @throws ConfigError */
  readonly loadConfig: () => Config;
  /** Directory for the ledger and generated secrets. */
  readonly dataDirectory: string;
  readonly log: Logger;
  readonly announce: Announce;
  readonly env: NodeJS.ProcessEnv;
}

export interface Gateway {
  /** e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Puts the configuration file, as it is now, into force; says in the log what is wrong with it. */
  reload(): void;
  /** Takes no new requests, ends those under way, writes what is left to the ledger. */
  close(): Promise<void>;
}

/** How often a stopping gateway closes the connections that have become idle, in milliseconds. */
const IDLE_SWEEP_MS = 50;

/** The composition root: it alone builds the parts and hands them to each other. */
export async function serve(options: ServeOptions): Promise<Gateway> {
  const { configFile, loadConfig, dataDirectory, log, announce, env } = options;
  const config = loadConfig();
  const startedAt = new Date();
  const secrets = new SecretFiles(dataDirectory, announce);
  const adminToken = env['LLM_GATEWAY_ADMIN_TOKEN'] || secrets.read('admin-token', 'llmgw-admin-');
  const metricsToken = config.metrics.public
    ? undefined
    : env['LLM_GATEWAY_METRICS_TOKEN'] || secrets.read('metrics-token', 'llmgw-metrics-');

  const store = await openSqlite(join(dataDirectory, 'ledger.sqlite'));
  const { flush_ms: flushMs, max_pending: maxPending } = config.ledger;
  const ledger = new Ledger(store, { flushMs, maxPending }, log);

  const events = new RoutingEvents();
  events.subscribe((event) => log.warn(event, 'routing changed'));
  const simulatorControl = new SimulatorControl(config);
  let simulator = await startSimulator(config, simulatorControl);
  const runtimeOf = (from: Config, previous: Runtime | undefined): Runtime =>
    createRuntime(from, {
      events,
      generatedKey: (name) => secrets.read(`key-${name}`, 'llmgw-'),
      simulatorOrigin: simulator && originOf(simulator),
      previous,
    });
  const live = new Live(runtimeOf(config, undefined), (retired, stillUsed) => void closeRuntime(retired, stillUsed));
  const health = createProviderHealth(live.current.providers.values());

  const shared = await shareBreakers(env['REDIS_URL'], { events, router: () => live.current.router, log });

  const healthChecks = new HealthChecks({
    providers: () => live.current.providers.values(),
    health,
    intervalMs: () => live.current.config.routing.health_check_ms,
  });

  const metrics = createMetrics();
  observeState(metrics.instruments, { current: () => live.current, events, ledger });
  presetSeries(metrics.instruments, live.current.groups.values(), live.current.principals);
  metrics.instruments.buildInfo.set({ version: VERSION, node_version: process.version }, 1);

  const bus = createUsageBus(log);
  bus.subscribe(ledger.record);
  bus.subscribe(recordUsage(metrics.instruments));
  bus.subscribe(health.record);

  const reloader = new Reloader({
    file: configFile,
    load: loadConfig,
    current: () => live.current.config,
    async apply(changed) {
      simulatorControl.configure(changed);
      simulator ??= await startSimulator(changed, simulatorControl);
      const next = runtimeOf(changed, live.current);
      live.replace(next);
      health.configure(next.providers.values());
      presetSeries(metrics.instruments, next.groups.values(), next.principals);
    },
    onResult: (succeeded) => metrics.instruments.configReloads.inc({ result: succeeded ? 'success' : 'failure' }),
    log,
  });

  let closing = false;
  const server = await createServer({
    openai: {
      pipeline: createPipeline({
        admitter: createAdmitter({
          maxInFlight: config.server.max_in_flight,
          maxQueue: config.routing.max_queue,
          queueTimeoutMs: config.routing.queue_timeout_ms,
          ledgerFull: () => ledger.full,
        }),
        routers: live,
        publish: bus.publish,
        log,
      }),
      keys: { find: (secret) => live.current.keys.find(secret) },
      modelNames: () => [...live.current.groups.keys()],
      startedAt,
      onAuthFailure: (reason) => metrics.instruments.authFailures.inc({ reason }),
      bodyLimit: config.server.body_limit_bytes,
    },
    health: {
      notReady: () => (closing ? 'the gateway is stopping' : ledger.full ? 'the ledger cannot be written' : undefined),
      providers: health,
      deployments: () => live.current.router.states.map((state) => deploymentHealth(state, Date.now())),
    },
    metrics: { registry: metrics.registry, token: metricsToken },
    adminToken,
    version: VERSION,
    status: () => ({
      version: VERSION,
      startedAt,
      models: live.current.groups.size,
      providers: live.current.providers.size,
    }),
    reloadConfig: () => reloader.reload(),
    simulator: simulatorControl,
    readUsage: (query) => {
      // What has just ended should be in the answer.
      ledger.flush();
      return queryUsage(store.db, query);
    },
    readEvents: (since) => events.since(since),
    onInternalError: (error, url) => log.error({ err: error.cause, url }, 'a request failed inside the gateway'),
  });
  await server.listen({ host: config.server.host, port: config.server.port });
  reloader.watchFile();
  healthChecks.start();

  return {
    url: originOf(server),
    reload: () => reloader.reloadInBackground('SIGHUP'),
    async close() {
      closing = true;
      reloader.close();
      healthChecks.stop();
      await shared?.stop();
      // A connection that becomes idle only now would be kept until its client closes it.
      const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_SWEEP_MS);
      await server.close();
      clearInterval(sweep);
      await closeRuntime(live.current);
      await simulator?.close();
      await ledger.close();
    },
  };
}

/** Without REDIS_URL, a replica goes by its own experience. */
async function shareBreakers(
  url: string | undefined,
  parts: Omit<SharedBreakersParts, 'redis'>
): Promise<SharedBreakers | undefined> {
  if (url === undefined || url === '') {
    return undefined;
  }
  const shared = new SharedBreakers({ ...parts, redis: new Redis(url) });
  await shared.start();
  return shared;
}

async function startSimulator({ providers }: Config, control: SimulatorControl): Promise<FastifyInstance | undefined> {
  if (!providers.some(({ type }) => type === 'simulator')) {
    return undefined;
  }
  const simulator = createSimulator(control);
  await simulator.listen({ host: '127.0.0.1', port: 0 });
  return simulator;
}

function originOf({ server }: FastifyInstance): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
