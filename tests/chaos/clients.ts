import type { TestGateway } from '../support/gateway.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Whether it is the whole of a good answer. */
  readonly good: boolean;
  readonly headers: Headers;
}

export async function ask(gateway: TestGateway, model: string, stream: boolean): Promise<Answer> {
  const response = await gateway.chat({ model, stream, messages: [{ role: 'user', content: 'Hello' }] });
  const text = await response.text();
  const whole = stream ? text.endsWith('data: [DONE]\n\n') && !text.includes('"error"') : text.endsWith('}');
  return { status: response.status, text, good: response.status === 200 && whole, headers: response.headers };
}

/** Clients that ask again and again, every second one for a stream, until they are told to stop. */
export class Crowd {
  readonly bad: Answer[] = [];
  answered = 0;
  private going = true;
  private readonly clients: ReadonlyArray<Promise<void>>;

  constructor(gateway: TestGateway, model: string, size: number) {
    this.clients = Array.from({ length: size }, (_, index) => this.client(gateway, model, index % 2 === 0));
  }

  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.clients);
  }

  private async client(gateway: TestGateway, model: string, stream: boolean): Promise<void> {
    while (this.going) {
      const answer = await ask(gateway, model, stream);
      this.answered++;
      if (!answer.good) {
        this.bad.push(answer);
      }
    }
  }
}
