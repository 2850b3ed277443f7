import { join } from 'node:path';
import { sql } from 'kysely';
import type { Logger } from 'pino';

import { AnswerCache } from './cache/answerCache.js';
import { openAccounting } from './compose/accounting.js';
import { createAlerts } from './compose/alerts.js';
import { connectRedis } from './compose/connectRedis.js';
import { startGovernance } from './compose/governance.js';
import { createWiredMetrics } from './compose/metrics.js';
import { processStatus } from './compose/processStatus.js';
import { Simulation, originOf } from './compose/simulation.js';
import { readTokens } from './compose/tokens.js';
import { startTracing } from './compose/tracing.js';
import { OVERLAID_KINDS } from './config/overlay.js';
import type { Config } from './config/schema.js';
import { Directory } from './governance/directory.js';
import { Tokens } from './governance/jwt/tokens.js';
import { Spool } from './http/llm/upload/spool.js';
import { createServer } from './http/server.js';
import { createManagement } from './managed/management.js';
import { ledgerText } from './metrics/ledger/ledgerText.js';
import { createPipeline } from './pipeline/pipeline.js';
import { createPlaces } from './pipeline/places.js';
import { createProvider } from './providers/createProviders.js';
import { deploymentHealth } from './routing/deploymentHealth.js';
import { RoutingEvents } from './routing/events.js';
import { HealthChecks } from './routing/healthChecks.js';
import { createProviderHealth } from './routing/providerHealth.js';
import { SharedBreakers } from './routing/sharedBreakers.js';
import { Live } from './runtime/live.js';
import { Reloader } from './runtime/reloader.js';
import { type Runtime, closeRuntime, createRuntime, enabledProviders } from './runtime/runtime.js';
import { readMasterKey } from './store/masterKey.js';
import { pingStore } from './store/ping.js';
import { type Announce, SecretFiles } from './store/secrets.js';
import { createUsageBus } from './usage/bus.js';
import { keptContent } from './usage/content.js';
import { usedInLastHour } from './usage/lastHour.js';
import { LiveRequests } from './usage/live.js';
import { readTotals } from './usage/totals/readTotals.js';
import { RecentTotals } from './usage/totals/recentTotals.js';
import { VERSION } from './version.js';
import { listDeliveries } from './webhooks/deliveries.js';

export interface ServeOptions {
  readonly configFile: string;
  /** Reads the file, and what the command line puts over it. @throws ConfigError */
  readonly loadConfig: () => Config;
  /** Directory for the ledger, its journal and generated secrets. */
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

/** Most keys whose metrics begin with 0. */
const MOST_PRESET = 100;

/** Most bytes of a form that are held in memory; a longer one is kept on disk. */
const UPLOAD_MEMORY_BYTES = 1024 * 1024;

/** The composition root: it alone builds the parts and hands them to each other. */
export async function serve(options: ServeOptions): Promise<Gateway> {
  const { configFile, dataDirectory, log, announce, env } = options;
  const startedAt = new Date();
  const secrets = new SecretFiles(dataDirectory, announce);
  const atStart = options.loadConfig();
  const tokens = readTokens(env, secrets);

  const metrics = createWiredMetrics(atStart.metrics);

  const accounting = await openAccounting({
    env,
    dataDirectory,
    ledger: atStart.ledger,
    config: () => live.current.config,
    ...metrics.database,
    log,
  });
  const { store, reports, events: eventLog, ledger } = accounting;

  const routingEvents = new RoutingEvents();
  routingEvents.subscribe((event) => log.warn(event, 'routing changed'));
  routingEvents.subscribe((event) => eventLog.record(event));

  const management = createManagement({
    store,
    masterKey: readMasterKey(env, secrets, log),
    loadFile: options.loadConfig,
    log,
  });
  const directory = new Directory(log);
  const issuers = new Tokens(log);
  const generatedKey = (name: string) => secrets.read(`key-${name}`, 'llmgw-');
  management.sync.subscribe(directory.apply);
  await management.sync.start();
  const config = management.config.load();
  directory.configure(management.config.file, generatedKey);
  issuers.configure(config.auth);

  const simulation = new Simulation(config);
  await simulation.configure(config);
  const runtimeOf = (from: Config, previous: Runtime | undefined): Runtime =>
    createRuntime(from, { events: routingEvents, simulatorOrigin: simulation.origin, previous });
  const live = new Live(runtimeOf(config, undefined), (retired, stillUsed) => void closeRuntime(retired, stillUsed));
  const health = createProviderHealth(config.providers);

  const redis = await connectRedis(env);
  const breakers =
    redis && new SharedBreakers({ redis, events: routingEvents, router: () => live.current.router, log });
  await breakers?.start();
  const answerCache = new AnswerCache({ config, redis, log });

  const healthChecks = new HealthChecks({
    providers: () => enabledProviders(live.current),
    health,
    intervalMs: () => live.current.config.routing.health_check_ms,
  });

  const preset = (): void => metrics.preset(live.current.groups.values(), directory.principals(MOST_PRESET));

  const governance = await startGovernance({
    store,
    reports,
    ledger,
    directory,
    events: eventLog,
    redis,
    config: () => live.current.config,
    onRefusal: metrics.countRefusal,
    onReset: ({ name }) => metrics.instruments.budgetResets.inc({ budget: metrics.labels.budget.show(name) }),
    log,
  });
  preset();

  const { relay, senders } = createAlerts({
    store,
    events: eventLog,
    webhooks: governance.webhooks,
    metrics,
    tokens,
  });

  const bus = createUsageBus(log);
  bus.subscribe(ledger.record);
  bus.subscribe(governance.governor.settle);
  bus.subscribe(metrics.record);
  bus.subscribe(governance.noteSubjects);
  bus.subscribe(health.record);
  const liveRequests = new LiveRequests({
    maxListeners: config.server.max_live_listeners,
    queueSize: config.server.live_queue,
  });
  bus.subscribe(liveRequests.record);

  const reloader = new Reloader({
    file: configFile,
    load: management.config.load,
    overlaid: management.config.overlaid,
    current: () => live.current.config,
    async apply(changed) {
      await simulation.configure(changed);
      directory.configure(management.config.file, generatedKey);
      issuers.configure(changed.auth);
      const next = runtimeOf(changed, live.current);
      live.replace(next);
      health.configure(changed.providers);
      answerCache.configure(changed);
      preset();
    },
    onResult(succeeded, result) {
      metrics.instruments.configReloads.inc({ result: succeeded ? 'success' : 'failure' });
      if (result?.changed === true) {
        eventLog.record({ time: Date.now(), type: 'config_reloaded', restart_needed: result.restartNeeded });
      }
    },
    log,
  });
  management.sync.subscribe(async (changes) => {
    if (changes.some(({ kind }) => OVERLAID_KINDS.some((each) => each === kind))) {
      await reloader.reapply();
    }
  });

  const totals = new RecentTotals(() => readTotals(reports, live.current.config.metrics.max_label_values));
  const tracer = await startTracing(atStart.tracing, log);

  const cannotAccount = () => ledger.full || ledger.journalFailing;
  const places = createPlaces({
    maxInFlight: config.server.max_in_flight,
    maxQueue: config.routing.max_queue,
    queueTimeoutMs: config.routing.queue_timeout_ms,
    ledgerFull: cannotAccount,
  });
  metrics.observe({
    current: () => live.current,
    health,
    states: () => live.current.router.states,
    events: routingEvents,
    inFlight: () => places.inFlight,
    queued: () => live.current.router.waitingRoom.length,
    ledger,
    database: {
      connections: () => [...new Set([store, reports])].map((each) => each.connections()),
      ping: () => sql`select 1`.execute(store.db),
      refusing: () => ledger.counts.refusing,
    },
    governance: {
      readBudgets: governance.watchBudgets,
      readLimits: governance.readLimits,
      readHour: (asked) => usedInLastHour(reports, asked, Date.now()),
      onError: (error) => log.warn({ err: error }, 'metrics cannot tell now where budgets and limits stand'),
    },
    shared: redis && governance.counters,
  });

  let closing = false;
  const server = await createServer({
    trustedProxies: config.server.trusted_proxies,
    openai: {
      pipeline: createPipeline({
        people: directory,
        governor: governance.governor,
        assumedOutputTokens: () => live.current.config.governance.assumed_output_tokens,
        places,
        routers: live,
        answerCache,
        keepContent: (body, answer, failed) => keptContent(live.current.config.ledger.contents, body, answer, failed),
        publish: bus.publish,
        committed: ledger.committed,
        log,
      }),
      authentication: {
        directory,
        tokens: issuers,
        storeReadable: () => management.sync.readable,
        refused: (reason) => metrics.instruments.authFailures.inc({ reason }),
      },
      modelNames: () => [...live.current.groups.keys()],
      startedAt,
      bodyLimit: config.server.body_limit_bytes,
      uploadLimit: () => live.current.config.server.upload_limit_bytes,
      spool: new Spool({
        directory: join(dataDirectory, 'uploads'),
        memoryBytes: UPLOAD_MEMORY_BYTES,
        diskBytes: () => live.current.config.server.upload_spool_bytes,
      }),
      tracer,
    },
    health: {
      notReady: () =>
        closing ? 'the gateway is stopping' : cannotAccount() ? 'the ledger cannot be written' : undefined,
      providers: health,
      deployments: () => live.current.router.states.map((state) => deploymentHealth(state, Date.now())),
    },
    metrics: { render: metrics.render, token: atStart.metrics.public ? undefined : tokens.metrics },
    usageMetrics: {
      async render() {
        const { credits_per_usd: creditsPerUsd, hash_names: hashNames } = live.current.config.metrics;
        return ledgerText(await totals.get(), { creditsPerUsd, hashTeams: hashNames.includes('team') });
      },
      tokens: [tokens.metrics, tokens.admin.viewerToken, tokens.admin.adminToken],
    },
    alerts: { senders, take: (alerts, now) => relay.take(alerts, now) },
    adminTokens: tokens.admin,
    version: VERSION,
    status: async () => ({
      version: VERSION,
      startedAt,
      models: live.current.groups.size,
      providers: live.current.providers.size,
      disabledProviders: live.current.config.providers.flatMap(({ name, enabled }) => (enabled ? [] : [name])),
      process: processStatus(),
      store: { dialect: store.dialect, ...(await pingStore(store)) },
      redis: redis && { up: governance.counters.state === 'up' },
      ledger: { ...ledger.counts, full: ledger.full, journalFailing: ledger.journalFailing },
    }),
    managed: {
      management,
      providers: {
        config: () => live.current.config,
        provider: (name) => live.current.providers.get(name),
        openProvider: (provider) =>
          createProvider(provider, {
            simulatorOrigin: simulation.origin,
            dropUnsupported: live.current.config.routing.drop_unsupported,
          }),
      },
      deployments: {
        groups: () => live.current.groups.values(),
        states: () => live.current.router.states,
        health,
      },
      readBudgets: governance.readBudgets,
      readLimits: governance.readLimits,
      reloadConfig: () => reloader.reload(),
    },
    simulator: simulation.control,
    ledger: {
      store: reports,
      async flush() {
        await ledger.flush();
      },
    },
    liveRequests,
    readEvents: (query) => eventLog.read(query),
    readAlerts: (limit) => relay.firing(limit),
    readDeliveries: (state, limit) => listDeliveries(store.db, state, limit),
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
      management.sync.stop();
      // A connection that becomes idle only now would be kept until its client closes it.
      const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_SWEEP_MS);
      await server.close();
      clearInterval(sweep);
      await closeRuntime(live.current);
      await simulation.close();
      await governance.close();
      answerCache.close();
      await breakers?.stop();
      await accounting.close();
      await tracer?.close();
    },
  };
}
