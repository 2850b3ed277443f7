import { CLIENT_KEY, TestGateway } from '../support/gateway.js';
import { TestPostgres } from '../support/postgres.js';
import { TestRedis } from '../support/redis.js';

const NANO = 1_000_000_000;

/** What an ended request's answer says of it. */
export interface Answered {
  readonly status: number;
  /** OpenAI's error code; undefined for a good answer. */
  readonly code: string | undefined;
  readonly totalTokens: number;
}

/** One gateway by itself, or replicas that share a Redis and a PostgreSQL. */
export class Fleet {
  private next = 0;

  private constructor(
    private readonly running: TestGateway[],
    private readonly restart: (directory: string) => Promise<TestGateway>,
    readonly redis: TestRedis | undefined,
    private readonly postgres: TestPostgres | undefined
  ) {}

  static async alone(config: string): Promise<Fleet> {
    const restart = (directory: string) => TestGateway.start(config, { directory });
    return new Fleet([await TestGateway.start(config)], restart, undefined, undefined);
  }

  static async replicas(config: string, size: number): Promise<Fleet> {
    const [redis, postgres] = await Promise.all([TestRedis.start(), TestPostgres.start()]);
    const env = {
      REDIS_URL: redis.url,
      DATABASE_URL: await postgres.createDatabase(),
      LLM_GATEWAY_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const gateways: TestGateway[] = [];
    for (let each = 0; each < size; each++) {
      gateways.push(await TestGateway.start(config, { env }));
    }
    return new Fleet(gateways, (directory) => TestGateway.start(config, { directory, env }), redis, postgres);
  }

  get gateways(): readonly TestGateway[] {
    return this.running;
  }

  /** Kills one of them, and starts it again with what it had on disk. */
  async crash(index: number): Promise<void> {
    const gateway = this.running[index] as TestGateway;
    gateway.signal('SIGKILL');
    await gateway.ended();
    this.running[index] = await this.restart(gateway.directory);
  }

  /** One request to each gateway in turn. */
  async ask(body: object, key = CLIENT_KEY): Promise<Answered> {
    const gateway = this.gateways[this.next++ % this.gateways.length] as TestGateway;
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await gateway.chat({ messages: [{ role: 'user', content: 'Hello' }], ...body }, { headers });
    const answer = (await response.json()) as {
      readonly error?: { readonly code?: string };
      readonly usage?: { readonly total_tokens: number };
    };
    return { status: response.status, code: answer.error?.code, totalTokens: answer.usage?.total_tokens ?? 0 };
  }

  /** So many requests, all sent before the first is answered. */
  async rush(size: number, body: object, key?: string): Promise<readonly Answered[]> {
    return Promise.all(Array.from({ length: size }, () => this.ask(body, key)));
  }

  /** What every gateway says a budget's counter holds, in nano-dollars: used and reserved. */
  async standings(budget: string): Promise<ReadonlyArray<readonly [used: number, reserved: number]>> {
    return Promise.all(
      this.gateways.map(async (gateway) => {
        const response = await gateway.get(`/api/v1/budgets/${budget}`, gateway.adminToken);
        const { standings } = (await response.json()) as {
          readonly standings: ReadonlyArray<{ readonly used: number; readonly reserved: number }>;
        };
        const [standing] = standings;
        return [Math.round((standing?.used ?? NaN) * NANO), Math.round((standing?.reserved ?? NaN) * NANO)] as const;
      })
    );
  }

  /** What the ledger holds of a key, in nano-dollars. */
  async spent(key = 'test'): Promise<number> {
    // Each writes what it still has before it answers.
    const usages = await Promise.all(this.gateways.map((gateway) => gateway.usage(`?key=${key}`)));
    return Math.round(Math.max(...usages.map(({ totals }) => totals.cost_usd)) * NANO);
  }

  async remove(): Promise<void> {
    this.redis?.resume();
    await Promise.all(this.gateways.map((gateway) => gateway.remove()));
    await Promise.all([this.redis?.kill(), this.postgres?.remove()]);
  }
}
