import type { SurfaceStream } from '../chat/chatSurface.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { ClientStream } from './client.js';

/** An answer that goes to the client piece by piece, and ends in one of two ways. */
export interface AnswerStream {
  /** False when the client reads slower than we write; `onDrain` then says when to go on. */
  write(bytes: Buffer): boolean;
  onDrain(listener: () => void): void;
  end(last: Buffer | undefined): void;
  /** Never a clean end: an event that tells of the error or, where there is none, a closed connection. */
  fail(error: GatewayError): void;
}

/** What comes from the provider goes to the client. @param streamError undefined where no event can tell of an error */
export class PassedStream implements AnswerStream {
  constructor(
    private readonly client: ClientStream,
    private readonly streamError: (error: GatewayError) => string | undefined
  ) {}

  write(bytes: Buffer): boolean {
    return this.client.write(bytes);
  }

  onDrain(listener: () => void): void {
    this.client.onDrain(listener);
  }

  end(last: Buffer | undefined): void {
    this.client.end(last);
  }

  fail(error: GatewayError): void {
    const event = this.streamError(error);
    if (event === undefined) {
      this.client.destroy();
    } else {
      this.client.end(Buffer.from(event));
    }
  }
}

/** What comes from the provider is turned into what the client expects. */
export class TranslatedStream implements AnswerStream {
  constructor(
    private readonly client: ClientStream,
    private readonly surface: SurfaceStream
  ) {}

  write(bytes: Buffer): boolean {
    const events = this.surface.push(bytes);
    return events.length === 0 || this.client.write(events);
  }

  onDrain(listener: () => void): void {
    this.client.onDrain(listener);
  }

  end(last: Buffer | undefined): void {
    try {
      this.client.end(last && this.surface.push(last));
    } catch (thrown) {
      this.fail(GatewayError.from(thrown));
    }
  }

  fail(error: GatewayError): void {
    this.client.end(this.surface.fail(error));
  }
}
