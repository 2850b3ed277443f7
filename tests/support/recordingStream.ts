import type { AnswerStream } from '../../gateway/src/pipeline/answerStream.js';

/** An answer as far as it was written. */
export class RecordingStream implements AnswerStream {
  written = '';
  private drain: (() => void) | undefined;

  /** @param takes whether the client keeps up */
  constructor(private readonly takes: () => boolean = () => true) {}

  write(events: Buffer): boolean {
    this.written += events.toString('utf8');
    return this.takes();
  }
  onDrain(listener: () => void): void {
    this.drain = listener;
  }
  drained(): void {
    this.drain?.();
  }
  end(): void {
    throw new Error('a relay never ends the stream: the pipeline does');
  }
  fail(): void {
    this.end();
  }
}
