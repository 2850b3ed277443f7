import { setTimeout as sleep } from 'node:timers/promises';

import type { TestGateway } from '../../support/gateway.js';
import { chance, integer, pick, seededRandom } from '../../support/random.js';
import { MODELS, TAGS, type TownKey, USERS } from './town.js';

/** A good answer that a client had whole. */
export interface Seen {
  readonly id: string;
  readonly key: string;
  readonly stream: boolean;
  /** Whether its client meant to leave, and was too slow. */
  readonly leaves: boolean;
  /** Of a whole answer: what it says that it cost, in nano-dollars; undefined when it does not say. */
  readonly nanoUsd: number | undefined;
}

/** Tags of each request: whether its client means to leave, so that nobody may see what it cost, and whom it asked. */
export const LEAVES = 'leaves';
export const ASKED = 'asked';

/** Value of the tag of all that were asked of a gateway. */
export function askedOf({ url }: TestGateway): string {
  return new URL(url).port;
}

/** Clients that ask for anything with anybody's key, in streams or not, and leave when they like. */
export class Traffic {
  readonly seen: Seen[] = [];
  /** Statuses of all answers, and how often each came. */
  readonly statuses = new Map<number, number>();
  /** Asked each time; keys may come and go. */
  keys: readonly TownKey[];
  private gateways: readonly TestGateway[] = [];
  private clients: ReadonlyArray<Promise<void>> = [];
  private going = false;
  private round = 0;

  constructor(
    private readonly seed: number,
    private readonly size: number,
    keys: readonly TownKey[]
  ) {
    this.keys = keys;
  }

  start(gateways: readonly TestGateway[]): void {
    this.going = true;
    this.gateways = gateways;
    this.round++;
    this.clients = Array.from({ length: this.size }, (_, index) =>
      this.client(seededRandom(this.seed + 1_000 * this.round + index))
    );
  }

  /** Puts another gateway in one's place. */
  replace(index: number, gateway: TestGateway): void {
    this.gateways = this.gateways.with(index, gateway);
  }

  /** Resolves when the last answer has ended. */
  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.clients);
  }

  private async client(random: () => number): Promise<void> {
    while (this.going) {
      const gateway = pick(random, this.gateways);
      // A gateway that is gone, or an answer that breaks off, troubles nobody.
      await this.ask(gateway, random).catch(() => sleep(20));
    }
  }

  private async ask(gateway: TestGateway, random: () => number): Promise<void> {
    const key = pick(random, this.keys);
    const leaving = new AbortController();
    const leaves = chance(random, 0.2);
    const stream = chance(random, 0.5);
    const afterFirst = chance(random, 0.5);
    const patience = integer(random, 0, 80);
    const headers: Record<string, string> = {
      authorization: `Bearer ${key.secret}`,
      'content-type': 'application/json',
      'x-llm-gateway-tags': [
        `${LEAVES}=${leaves}`,
        `${ASKED}=${askedOf(gateway)}`,
        ...(chance(random, 0.5) ? [pick(random, TAGS)] : []),
      ].join(','),
    };
    const timer = leaves && !(stream && afterFirst) ? setTimeout(() => leaving.abort(), patience) : undefined;
    try {
      const response = await gateway.chat(body(random, stream), { headers, signal: leaving.signal });
      this.statuses.set(response.status, (this.statuses.get(response.status) ?? 0) + 1);
      if (leaves && stream && afterFirst) {
        await response.body?.getReader().read();
        leaving.abort();
        return;
      }
      const text = await response.text();
      const whole = stream ? text.endsWith('data: [DONE]\n\n') : text.endsWith('}');
      if (response.status === 200 && whole) {
        this.note(response, { key: key.name, stream, leaves });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  private note({ headers }: Response, asked: Pick<Seen, 'key' | 'stream' | 'leaves'>): void {
    const cost = headers.get('x-llm-gateway-cost-usd');
    this.seen.push({
      id: headers.get('x-request-id') ?? 'none',
      ...asked,
      nanoUsd: cost === null ? undefined : Math.round(Number(cost) * 1e9),
    });
  }
}

/** What no store can keep as it is. */
const ODD = ['n\0l', 'half \ud83d'] as const;

const PROJECTS: readonly object[] = [
  { project: 'x' },
  { project: 'y' },
  { project: 'x=y', 'project=x': 'y' },
  { project: ODD[0], [ODD[1]]: 'x' },
  { project: 'long'.repeat(120), number: 7 },
];

function body(random: () => number, stream: boolean): object | string {
  if (chance(random, 0.02)) {
    return '{"model": "small", "messages": [';
  }
  return {
    model: chance(random, 0.02) ? 'unheard-of' : pick(random, MODELS),
    messages: [{ role: 'user', content: 'word '.repeat(integer(random, 1, 30)) }],
    stream,
    ...(chance(random, 0.8) ? { max_tokens: integer(random, 1, 40) } : {}),
    ...(chance(random, 0.5) ? { stream_options: { include_usage: true } } : {}),
    ...(chance(random, 0.6) ? { user: pick(random, [...USERS, ...ODD]) } : {}),
    ...(chance(random, 0.3) ? { metadata: pick(random, PROJECTS) } : {}),
  };
}
