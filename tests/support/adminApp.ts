import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';

import { parseConfig } from '../../gateway/src/config/load.js';
import type { BudgetStanding } from '../../gateway/src/governance/budgetStanding.js';
import type { LimitStanding } from '../../gateway/src/governance/limitStandings.js';
import { adminApi } from '../../gateway/src/http/admin/adminApi.js';
import { fastifyFault } from '../../gateway/src/http/fastifyFault.js';
import { openApi } from '../../gateway/src/http/openApi.js';
import { sendError } from '../../gateway/src/http/sendError.js';
import { type Management, createManagement } from '../../gateway/src/managed/management.js';
import type { ProviderConfig } from '../../gateway/src/config/schema.js';
import { createProvider, createProviders } from '../../gateway/src/providers/createProviders.js';
import { createGroups } from '../../gateway/src/routing/createGroups.js';
import { RoutingEvents } from '../../gateway/src/routing/events.js';
import { createProviderHealth } from '../../gateway/src/routing/providerHealth.js';
import { Router } from '../../gateway/src/routing/router.js';
import { SimulatorControl } from '../../gateway/src/simulator/control.js';
import { deriveMasterKey } from '../../gateway/src/store/masterKey.js';
import { openStore } from '../../gateway/src/store/openStore.js';
import type { Store } from '../../gateway/src/store/store.js';
import { LiveRequests } from '../../gateway/src/usage/live.js';

export const ADMIN_TOKEN = 'admin-token-of-tests';
export const VIEWER_TOKEN = 'viewer-token-of-tests';

export interface AdminAppOptions {
  /** YAML of the configuration file. */
  readonly file?: string;
  /** Of an earlier one, to go on with. */
  readonly store?: Store;
  readonly masterKey?: string;
  readonly budgets?: readonly BudgetStanding[];
  readonly limits?: readonly LimitStanding[];
  readonly live?: LiveRequests;
}

export interface AdminAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

const FILE = `
providers:
  - { name: demo, type: simulator }
  - { name: filed, type: openai-compatible, base_url: http://127.0.0.1:9/v1, api_key: secret-of-the-file-0001 }
models: [{ name: small, deployments: [{ provider: demo, model: small, price: { input_per_million_usd: 2.5, output_per_million_usd: 10 } }] }]
keys: [{ name: filed, key: secret-of-a-key-in-the-file, team: core }]
`;

/** The admin API on a store in memory, without a gateway around it. */
export class AdminApp {
  private constructor(
    private readonly app: FastifyInstance,
    readonly origin: string,
    /** e.g. `GET /api/v1/keys/:name`. */
    readonly routes: readonly string[],
    readonly management: Management,
    readonly store: Store,
    /** All that was logged, as text. */
    readonly logged: readonly string[]
  ) {}

  static async start({
    file = FILE,
    masterKey = 'a master key of tests',
    budgets = [],
    limits = [],
    live = new LiveRequests({ maxListeners: 1, queueSize: 1 }),
    ...options
  }: AdminAppOptions = {}): Promise<AdminApp> {
    const store = options.store ?? (await openStore({ file: ':memory:', threads: false }));
    const logged: string[] = [];
    const write = (...args: readonly unknown[]): void => void logged.push(JSON.stringify(args));
    const log = { info: write, warn: write, error: write };
    const loadFile = () => parseConfig(file, 'gateway.yaml', {});
    const management = createManagement({ store, masterKey: deriveMasterKey(masterKey), loadFile, log });
    await management.sync.start();

    const simulator = new SimulatorControl(management.config.load());
    const runtime = () => {
      const config = management.config.overlaid();
      const providers = createProviders(config, 'http://127.0.0.1:9');
      const groups = createGroups(config, providers);
      return { config, providers, groups, router: new Router(groups.values(), config.routing, new RoutingEvents()) };
    };
    let current = runtime();
    const health = createProviderHealth(current.config.providers);
    management.sync.subscribe(() => {
      current = runtime();
      health.configure(current.config.providers);
    });

    const app = Fastify();
    app.setErrorHandler((thrown, _request, reply) => sendError(reply, fastifyFault(thrown, 1_000_000)));
    const routes: string[] = [];
    app.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((each) => `${each} ${url}`)));
    await app.register(swagger, openApi('0.0.0'));
    const parts = {
      adminTokens: { adminToken: ADMIN_TOKEN, viewerToken: VIEWER_TOKEN },
      status: async () => ({
        version: '0.0.0',
        startedAt: new Date(),
        models: 1,
        providers: 1,
        disabledProviders: [],
        process: { pid: 1, host: 'host', heapUsedBytes: 1, heapLimitBytes: 2, network: undefined },
        store: { dialect: store.dialect, up: true, latencyMs: 1, reason: undefined },
        redis: undefined,
        ledger: {
          pending: 0,
          oldestPendingMs: 0,
          journalBytes: 0,
          failures: 0,
          refused: 0,
          full: false,
          journalFailing: false,
        },
      }),
      managed: {
        management,
        providers: {
          config: () => current.config,
          provider: (name: string) => current.providers.get(name),
          openProvider: (config: ProviderConfig) =>
            createProvider(config, { simulatorOrigin: undefined, dropUnsupported: false }),
        },
        deployments: {
          groups: () => current.groups.values(),
          states: () => current.router.states,
          health,
        },
        readBudgets: async () => budgets,
        readLimits: async () => limits,
        reloadConfig: async () => ({ changed: false, restartNeeded: [] }),
      },
      ledger: { store, flush: async () => undefined },
      liveRequests: live,
      simulator,
      readEvents: async () => ({ events: [], next: undefined, partial: false }),
      readDeliveries: async () => [],
      readAlerts: async () => [],
    };
    await app.register(async (admin) => adminApi(admin, parts), { prefix: '/api/v1' });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    return new AdminApp(app, origin, routes, management, store, logged);
  }

  /** A call under /api/v1 with the admin token. Of a stream, which has no end, only that it began. */
  async call(method: string, path: string, body?: unknown, headers: object = {}): Promise<AdminAnswer> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const streamed = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = streamed ? '' : await response.text();
    if (streamed) {
      await response.body?.cancel();
    }
    const { status } = response;
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
    return { status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as never };
  }

  /** The description of the API. */
  openApi(): Record<string, unknown> {
    return this.app.swagger() as unknown as Record<string, unknown>;
  }

  /** Stops it; the store stays open. */
  async stop(): Promise<void> {
    this.management.sync.stop();
    await this.app.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.store.close();
  }
}
