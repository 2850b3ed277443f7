import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { Agent, type Dispatcher } from 'undici';
import { v7 as uuidV7 } from 'uuid';

import type { WebhookConfig } from '../config/schema.js';
import type { BudgetEvent } from '../events/event.js';
import type { StoreSchema, WebhookDeliveryRow } from '../store/schema.js';
import { CALL_TIMEOUT_MS, callWebhook } from './call.js';
import {
  claimDelivery,
  dueDeliveries,
  endDelivery,
  giveUpUnknown,
  postponeDelivery,
  purgeDeliveries,
} from './deliveries.js';
import { webhookBody, webhookEventType } from './payload.js';
import { GIVE_UP_AFTER_MS, retryDelay } from './retryDelay.js';

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
  async enqueueIn(transaction: Kysely<StoreSchema>, event: BudgetEvent): Promise<void> {
    const type = webhookEventType(event);
    const rows = this.parts
      .webhooks()
      .filter(({ events }) => events.includes(type))
      .map(({ name }) => ({
        id: `whd_${uuidV7({ msecs: event.time })}`,
        created_at: event.time,
        webhook: name,
        type,
        body: webhookBody(event),
        attempts: 0,
        next_at: event.time,
        state: 'pending',
        last_error: null,
      }));
    if (rows.length > 0) {
      await transaction.insertInto('webhook_deliveries').values(rows).execute();
    }
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
      await this.settle(row, await callWebhook(webhook, row, { dispatcher, timeoutMs, now: this.now() }));
    } catch (error) {
      this.parts.log.warn({ err: error, webhook: name, delivery: row.id }, 'a webhook call could not be written down');
    } finally {
      this.underWay.set(name, (this.underWay.get(name) ?? 1) - 1);
    }
  }

  private async settle(row: WebhookDeliveryRow, outcome: Awaited<ReturnType<typeof callWebhook>>): Promise<void> {
    const { db, log } = this.parts;
    const about = { webhook: row.webhook, event: row.type, delivery: row.id, attempts: row.attempts };
    if (outcome.result === 'delivered') {
      return endDelivery(db, row.id, 'delivered', null);
    }
    const reason = outcome.result === 'gone' ? 'status 410: not wanted any more' : outcome.reason;
    const nextAt = this.now() + retryDelay(row.attempts);
    if (outcome.result === 'gone' || nextAt > row.created_at + GIVE_UP_AFTER_MS) {
      log.error({ ...about, reason }, 'a webhook call was given up');
      return endDelivery(db, row.id, 'failed', reason);
    }
    log.warn({ ...about, reason, nextAt: new Date(nextAt).toISOString() }, 'a webhook call failed; it is made again');
    return postponeDelivery(db, row.id, nextAt, reason);
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
