import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { Agent, type Dispatcher } from 'undici';

import type { WebhookConfig } from '../config/schema.js';
import type { ToldEvent } from '../events/event.js';
import type { StoreSchema, WebhookDeliveryRow } from '../store/schema.js';
import { CALL_TIMEOUT_MS, callWebhook } from './call.js';
import { claimDelivery, dueDeliveries, giveUpUnknown, purgeDeliveries } from './deliveries.js';
import { enqueueDeliveries } from './enqueue.js';
import { settleDelivery } from './settle.js';

export interface WebhooksParts {
  readonly db: Kysely<StoreSchema>;
  /** Those in force. */
  readonly webhooks: () => readonly WebhookConfig[];
  readonly log: Logger;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly timeoutMs?: number;
  /** How often calls that are due are looked for, in milliseconds. */
  readonly pollMs?: number;
}

const POLL_MS = 5_000;
/** Calls under way to one webhook: a receiver that hangs holds up no other. */
const AT_ONCE = 4;
/** Beyond the call's own timeout, for which another replica keeps its hands off, in milliseconds. */
const LEASE_MARGIN_MS = 20_000;
/** How long calls that ended can be looked at, in milliseconds. */
const KEPT_MS = 30 * 86_400_000;
const TIDY_EVERY_MS = 3_600_000;

/**
 * Calls webhooks. Each call is a row first, so that it survives a restart, and is made by the replica that claims it. It
 * is made at least once: a replica that is killed between the answer and writing it down makes it again, with the same
 * `x-llm-gateway-delivery`.
 */
export class Webhooks {
  private readonly underWay = new Map<string, number>();
  private readonly calls = new Set<Promise<void>>();
  private readonly now: () => number;
  private readonly timeoutMs: number;
  private readonly dispatcher: Dispatcher;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private tidiedAt = 0;
  private closed = false;

  constructor(private readonly parts: WebhooksParts) {
    this.now = parts.now ?? Date.now;
    this.timeoutMs = parts.timeoutMs ?? CALL_TIMEOUT_MS;
    this.dispatcher = new Agent({ connect: { timeout: this.timeoutMs } });
  }

  /** Looks from time to time for calls that are due, also such as an earlier process left. */
  start(): void {
    this.timer ??= setInterval(() => this.wake(), this.parts.pollMs ?? POLL_MS).unref();
    this.wake();
  }

  /** Notes the calls to be made for an event, as part of a transaction; `wake` once it is committed. */
  async enqueueIn(transaction: Kysely<StoreSchema>, event: ToldEvent): Promise<void> {
    await enqueueDeliveries(transaction, this.parts.webhooks(), event);
  }

  /** Makes the calls that are due, soon. Never throws. */
  wake(): void {
    if (this.looking !== undefined) {
      this.lookAgain = true;
    } else if (!this.closed && this.parts.webhooks().length > 0) {
      this.looking = this.look().finally(() => {
        this.looking = undefined;
        if (this.lookAgain) {
          this.lookAgain = false;
          this.wake();
        }
      });
    }
  }

  /** Begins no new calls and waits for those under way, at most as long as one may take. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.looking;
    await Promise.all(this.calls);
    await this.dispatcher.destroy();
  }

  private async look(): Promise<void> {
    try {
      for (const webhook of this.parts.webhooks()) {
        await this.beginCalls(webhook);
      }
      await this.tidy();
    } catch (error) {
      this.parts.log.warn({ err: error }, 'webhook calls that are due could not be read; tried again soon');
    }
  }

  private async beginCalls(webhook: WebhookConfig): Promise<void> {
    const { db } = this.parts;
    const free = AT_ONCE - (this.underWay.get(webhook.name) ?? 0);
    if (free <= 0) {
      return;
    }
    for (const row of await dueDeliveries(db, webhook.name, this.now(), free)) {
      if (!this.closed && (await claimDelivery(db, row, this.now() + this.timeoutMs + LEASE_MARGIN_MS))) {
        const call = this.deliver(webhook, { ...row, attempts: row.attempts + 1 });
        this.calls.add(call);
        void call.finally(() => {
          this.calls.delete(call);
          // The place is free for the next.
          this.wake();
        });
      }
    }
  }

  private async deliver(webhook: WebhookConfig, row: WebhookDeliveryRow): Promise<void> {
    const { name } = webhook;
    this.underWay.set(name, (this.underWay.get(name) ?? 0) + 1);
    try {
      const { dispatcher, timeoutMs } = this;
      const outcome = await callWebhook(webhook, row, { dispatcher, timeoutMs, now: this.now() });
      await settleDelivery(this.parts.db, row, outcome, this.now(), this.parts.log);
    } catch (error) {
      this.parts.log.warn({ err: error, webhook: name, delivery: row.id }, 'a webhook call could not be written down');
    } finally {
      this.underWay.set(name, (this.underWay.get(name) ?? 1) - 1);
    }
  }

  private async tidy(): Promise<void> {
    const { db, webhooks } = this.parts;
    const now = this.now();
    if (now - this.tidiedAt >= TIDY_EVERY_MS) {
      this.tidiedAt = now;
      const known = webhooks().map(({ name }) => name);
      await giveUpUnknown(db, known);
      await purgeDeliveries(db, now - KEPT_MS);
    }
  }
}
