import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type AdminAnswer, adminClient } from '../../support/adminClient.js';
import type { TestGateway } from '../../support/gateway.js';
import { chance, integer, pick } from '../../support/random.js';
import { PERIODS, SUBJECTS, TEAMS, type TownKey, townConfig } from './town.js';
import type { Traffic } from './traffic.js';

/** Names of budgets that come, change and go. Few, so that one that is gone soon comes back. */
const BUDGETS = Array.from({ length: 6 }, (_, index) => `made-${index}`);
const NEWEST_KEYS = 4;

/** An administrator who keeps changing budgets and keys, by the API and in the configuration file. */
export class Unrest {
  /** What the API answered that it should not have. */
  readonly faults: string[] = [];
  changes = 0;
  private made = 0;
  private edition = 0;
  private readonly keys: TownKey[] = [];
  private going = false;
  private ended: Promise<void> | undefined;
  private gateways: readonly TestGateway[] = [];

  constructor(
    private readonly traffic: Traffic,
    private readonly random: () => number,
    private readonly fileKeys: readonly TownKey[]
  ) {}

  /** The configuration file as it is now. */
  get config(): string {
    return townConfig(this.edition);
  }

  start(gateways: readonly TestGateway[]): void {
    this.going = true;
    this.gateways = gateways;
    this.ended = this.run();
  }

  /** Puts another gateway in one's place. */
  replace(index: number, gateway: TestGateway): void {
    this.gateways = this.gateways.with(index, gateway);
  }

  async stop(): Promise<void> {
    this.going = false;
    await this.ended;
  }

  private async run(): Promise<void> {
    while (this.going) {
      const act = pick(this.random, [
        this.putBudget,
        this.putBudget,
        this.patchBudget,
        this.patchBudget,
        this.removeBudget,
        this.makeKey,
        this.changeKey,
        this.reload,
      ]);
      // A gateway that is gone troubles nobody.
      await act().then(
        () => this.changes++,
        () => sleep(20)
      );
      await sleep(integer(this.random, 0, 60));
    }
  }

  private readonly putBudget = async (): Promise<void> => {
    const name = pick(this.random, BUDGETS);
    const document = {
      ...this.subject(),
      ...this.limit(),
      ...pick(this.random, PERIODS),
      hard: chance(this.random, 0.5),
    };
    const created = await this.call('POST', '/budgets', { name, ...document });
    if (created.status === 409) {
      this.check(await this.call('PUT', `/budgets/${name}`, document), 200, 404);
    } else {
      this.check(created, 201);
    }
  };

  private readonly patchBudget = async (): Promise<void> => {
    const name = pick(this.random, BUDGETS);
    const change = pick<object>(this.random, [
      { hard: chance(this.random, 0.5) },
      { ...this.limit(), ...(chance(this.random, 0.5) ? { warn_at: [0.5] } : {}) },
      { period: null, timezone: null, window: null, ...pick(this.random, PERIODS) },
    ]);
    // A limit of the other unit beside the one that is there is refused.
    this.check(await this.call('PATCH', `/budgets/${name}`, change), 200, 400, 404);
  };

  private readonly removeBudget = async (): Promise<void> => {
    this.check(await this.call('DELETE', `/budgets/${pick(this.random, BUDGETS)}`), 204, 404);
  };

  private readonly makeKey = async (): Promise<void> => {
    const name = `key-${++this.made}`;
    const answer = await this.call('POST', '/keys', {
      name,
      ...(chance(this.random, 0.7) ? { team: pick(this.random, TEAMS) } : {}),
    });
    this.check(answer, 201);
    this.keys.push({ name, secret: String(answer.body['key']) });
    this.use();
  };

  private readonly changeKey = async (): Promise<void> => {
    const index = integer(this.random, 0, Math.max(0, this.keys.length - 1));
    const key = this.keys[index];
    if (key === undefined) {
      return;
    }
    if (chance(this.random, 0.4)) {
      const answer = await this.call('POST', `/keys/${key.name}/rotate`, { grace_seconds: pick(this.random, [0, 60]) });
      this.check(answer, 200);
      this.keys[index] = { ...key, secret: String(answer.body['key']) };
    } else if (chance(this.random, 0.6)) {
      this.check(await this.call('PATCH', `/keys/${key.name}`, { team: pick(this.random, TEAMS) }), 200);
    } else {
      this.check(await this.call('DELETE', `/keys/${key.name}`), 204);
      this.keys.splice(index, 1);
    }
    this.use();
  };

  /** Another edition of the file, on every replica. */
  private readonly reload = async (): Promise<void> => {
    this.edition++;
    this.gateways.forEach(({ directory }) => writeFileSync(join(directory, 'gateway.yaml'), this.config));
    for (const gateway of this.gateways) {
      this.check(await adminClient(gateway)('POST', '/config/reload'), 200);
    }
  };

  private use(): void {
    this.traffic.keys = [...this.fileKeys, ...this.keys.slice(-NEWEST_KEYS)];
  }

  private subject(): object {
    const kind = pick(this.random, Object.keys(SUBJECTS));
    return { [kind]: pick(this.random, SUBJECTS[kind] ?? []) };
  }

  private limit(): object {
    return chance(this.random, 0.5)
      ? { limit_usd: integer(this.random, 100, 200) }
      : { limit_tokens: integer(this.random, 10_000_000, 20_000_000) };
  }

  private async call(method: string, path: string, body?: unknown): Promise<AdminAnswer> {
    return adminClient(pick(this.random, this.gateways))(method, path, body);
  }

  private check({ status, body }: AdminAnswer, ...expected: readonly number[]): void {
    if (!expected.includes(status)) {
      this.faults.push(`${status} ${JSON.stringify(body)}`);
    }
  }
}
