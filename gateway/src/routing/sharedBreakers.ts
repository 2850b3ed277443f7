import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

import type { RoutingEvent, RoutingEvents } from './events.js';
import type { Router } from './router.js';

const CHANNEL = 'llm-gateway:breakers';

/** What replicas tell each other. */
interface BreakerMessage {
  readonly replica: string;
  readonly deployment: string;
  readonly to: 'open' | 'closed';
  readonly reason: string;
}

export interface SharedBreakersParts {
  readonly redis: Redis;
  readonly events: RoutingEvents;
  readonly router: () => Router;
  readonly log: Logger;
}

/**
 * Replicas that share a Redis share what they learn of deployments: a breaker that one opens, all open; one that a
 * probe closes, all close. Without Redis, or while it is down, each goes by its own experience.
 */
export class SharedBreakers {
  private readonly replica = crypto.randomUUID();
  private readonly subscriber: Redis;

  constructor(private readonly parts: SharedBreakersParts) {
    this.subscriber = parts.redis.duplicate();
  }

  async start(): Promise<void> {
    const { redis, events, log } = this.parts;
    for (const connection of [redis, this.subscriber]) {
      // ioredis reconnects by itself; without a listener its errors would end the process.
      connection.on('error', (error: Error) => log.warn({ err: error }, 'Redis cannot be reached'));
    }
    this.subscriber.on('message', (_channel, text) => this.receive(text));
    events.subscribe((event) => this.tell(event));
    await Promise.race([this.subscriber.subscribe(CHANNEL), firstError(this.subscriber)]);
  }

  async stop(): Promise<void> {
    this.subscriber.disconnect();
    this.parts.redis.disconnect();
  }

  private tell({ type, deployment, to, reason, followed }: RoutingEvent): void {
    if (type !== 'breaker' || deployment === undefined || followed || (to !== 'open' && to !== 'closed')) {
      return;
    }
    const { redis, log } = this.parts;
    const message: BreakerMessage = { replica: this.replica, deployment, to, reason };
    if (redis.status === 'ready') {
      redis.publish(CHANNEL, JSON.stringify(message)).catch((error: unknown) => {
        log.warn({ err: error, deployment }, 'the other replicas were not told of a circuit breaker');
      });
    }
  }

  private receive(text: string): void {
    const message = parse(text);
    if (message === undefined || message.replica === this.replica) {
      return;
    }
    const { deployment, to, reason } = message;
    for (const state of this.parts.router().states) {
      if (state.deployment.id === deployment) {
        state.breaker.follow(to, `another replica: ${reason}`, Date.now());
      }
    }
  }
}

function firstError(connection: Redis): Promise<void> {
  return new Promise((resolve) => connection.once('error', () => resolve()));
}

/** The channel is open to whoever reaches Redis; what is not a message of ours is left alone. */
function parse(text: string): BreakerMessage | undefined {
  try {
    const { replica, deployment, to, reason } = JSON.parse(text) as Record<string, unknown>;
    return typeof replica === 'string' &&
      typeof deployment === 'string' &&
      typeof reason === 'string' &&
      (to === 'open' || to === 'closed')
      ? { replica, deployment, to, reason }
      : undefined;
  } catch {
    return undefined;
  }
}
