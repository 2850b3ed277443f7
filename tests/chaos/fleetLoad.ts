import { setTimeout as sleep } from 'node:timers/promises';

import type { Answered, Fleet } from './fleet.js';

const CLIENTS = 12;

/** Clients that ask without a pause, and remember when they got which answer. A gateway that is gone troubles none. */
export class FleetLoad {
  readonly answers: Array<Answered & { readonly at: number }> = [];
  /** Answers that broke off, or never came. */
  broken = 0;
  private going = true;
  private readonly clients: ReadonlyArray<Promise<void>>;

  constructor(fleet: Fleet, body: object) {
    this.clients = Array.from({ length: CLIENTS }, async () => {
      while (this.going) {
        const answer = await fleet.ask(body).catch(() => undefined);
        if (answer === undefined) {
          this.broken++;
        } else {
          this.answers.push({ ...answer, at: Date.now() });
        }
        await sleep(5);
      }
    });
  }

  /** Statuses of what was answered since a time. */
  statusesSince(time: number): ReadonlySet<number> {
    return new Set(this.answers.filter(({ at }) => at >= time).map(({ status }) => status));
  }

  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.clients);
  }
}
