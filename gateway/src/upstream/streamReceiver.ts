import type { IncomingHttpHeaders } from 'node:http';

/** Takes a stream as it comes. */
export interface StreamReceiver {
  /**
   * Whether an answer with these headers is the stream that it waits for: to be handed over in whole server-sent
   * events, or as its bytes arrive. Any other answer is collected.
   */
  takes(headers: IncomingHttpHeaders): 'events' | 'bytes' | undefined;
  /** False asks for a pause until `resume` is called. Throwing ends the exchange with that error. */
  receive(bytes: Buffer, resume: () => void): boolean;
  /** Whether the end marker has come: the answer is whole, even if the provider leaves the connection open. */
  readonly complete: boolean;
  /** Whether the bytes so far end inside an event; of who takes whole events, it is not asked. */
  readonly unfinished?: boolean;
}

export function isEventStream(headers: IncomingHttpHeaders): boolean {
  return headers['content-type']?.startsWith('text/event-stream') === true;
}
