import type { TokenUsage } from '../usage/event.js';
import type { StreamReceiver } from '../upstream/streamReceiver.js';
import type { AnswerStream } from './answerStream.js';

/** Passes a provider's stream on to the client and reads on the way what must be known of it. */
export interface Relay extends StreamReceiver {
  /** As the provider reported it. */
  readonly usage: TokenUsage | undefined;
  /** `performance.now()` at the first whole event, or the first bytes. */
  readonly firstEventAt: number | undefined;
  /** There from that moment on: the client has the beginning of an answer. */
  readonly stream: AnswerStream | undefined;
  /** The first of what was relayed. */
  readonly firstEvents: Buffer | undefined;
  /**
   * What is still to be sent when the provider has closed the stream.
   * @throws GatewayError if the provider stopped before it was done.
   */
  end(unfinished: boolean): Buffer | undefined;
  /** What was relayed, as text, for counting what nobody reported; the beginning of it where there is much. */
  text(): string;
}
