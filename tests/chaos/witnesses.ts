import type { TestGateway } from '../support/gateway.js';
import { ask } from './clients.js';

/**
 * Clients that ask again and again, every second one for a stream, and remember which of their requests were answered
 * to the end. A gateway that is gone does not trouble them.
 */
export class Witnesses {
  /** Ids of requests whose good answer was whole. */
  readonly answered: string[] = [];
  /** Answers that were whole, but none a client wants. */
  readonly bad: string[] = [];
  /** Answers that broke off, or never came. */
  broken = 0;
  private going = true;
  private clients: ReadonlyArray<Promise<void>> = [];

  constructor(
    private readonly model: string,
    private readonly size: number
  ) {}

  start(gateway: TestGateway): void {
    this.going = true;
    this.clients = Array.from({ length: this.size }, (_, index) => this.client(gateway, index % 2 === 0));
  }

  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.clients);
  }

  private async client(gateway: TestGateway, stream: boolean): Promise<void> {
    while (this.going) {
      try {
        const { good, status, text, headers } = await ask(gateway, this.model, stream);
        const id = headers.get('x-request-id') ?? 'none';
        if (good) {
          this.answered.push(id);
        } else {
          this.bad.push(`${id} ${status} ${text}`);
        }
      } catch {
        this.broken++;
        // Its gateway is gone: there is nothing to ask until the next one is started.
        return;
      }
    }
  }
}
