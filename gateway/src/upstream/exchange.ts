import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

import type { GatewayError } from '../errors/gatewayError.js';
import { EventSplitter } from './eventSplitter.js';
import { upstreamFault } from './fault.js';
import type { StreamReceiver } from './streamReceiver.js';

/** A request to a provider, ready to be sent. */
export interface UpstreamCall {
  readonly path: string;
  /** Flat name, value, name, value … as undici takes them. */
  readonly headers: string[];
  readonly body: Buffer;
}

/** A provider's answer that was not streamed. */
export interface WholeAnswer {
  readonly kind: 'whole';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A stream that was handed to the receiver to its end. */
export interface StreamedAnswer {
  readonly kind: 'streamed';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Whether the connection ended inside an event. */
  readonly unfinished: boolean;
}

/** Largest answer that is held in memory, in bytes. */
const MAX_WHOLE_BYTES = 64 * 1024 * 1024;

/**
 * One call to a provider at undici's dispatch level. What the receiver takes of answers with status 200 goes to it, in
 * whole events or as it comes; everything else is collected. Rejects with a GatewayError that says what failed.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<WholeAnswer | StreamedAnswer>;
  private resolve!: (answer: WholeAnswer | StreamedAnswer) => void;
  private reject!: (error: GatewayError) => void;
  private controller: Dispatcher.DispatchController | undefined;
  private cancelled: GatewayError | undefined;
  private status = 0;
  private headers: IncomingHttpHeaders = {};
  private streaming = false;
  private splitter: EventSplitter | undefined;
  private chunks: Buffer[] = [];
  private size = 0;

  constructor(
    private readonly provider: string,
    private readonly receiver: StreamReceiver | undefined
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** Ends the call at once and closes its connection; `answer` rejects with the reason. */
  cancel(reason: GatewayError): void {
    this.cancelled ??= reason;
    this.controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.cancelled !== undefined) {
      controller.abort(this.cancelled);
    }
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.status = status;
    this.headers = headers;
    const taken = status === 200 ? this.receiver?.takes(headers) : undefined;
    this.streaming = taken !== undefined;
    this.splitter = taken === 'events' ? new EventSplitter() : undefined;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    try {
      if (!this.streaming) {
        this.collect(chunk);
        return;
      }
      const bytes = this.splitter === undefined ? chunk : this.splitter.push(chunk);
      if (bytes !== undefined && !this.receiver?.receive(bytes, () => controller.resume())) {
        controller.pause();
      }
      if (this.receiver?.complete === true) {
        this.resolve({ kind: 'streamed', status: this.status, headers: this.headers, unfinished: false });
      }
    } catch (error) {
      this.cancel(upstreamFault(this.provider, error));
    }
  }

  onResponseEnd(): void {
    const { status, headers } = this;
    this.resolve(
      this.streaming
        ? { kind: 'streamed', status, headers, unfinished: (this.splitter ?? this.receiver)?.unfinished === true }
        : { kind: 'whole', status, headers, body: this.collected() }
    );
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const begun = this.status === 0 ? undefined : this.streaming ? 'stream' : 'whole';
    this.reject(this.cancelled ?? upstreamFault(this.provider, error, begun));
  }

  private collect(chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > MAX_WHOLE_BYTES) {
      throw new RangeError(`its answer is larger than ${MAX_WHOLE_BYTES} bytes`);
    }
    this.chunks.push(chunk);
  }

  private collected(): Buffer {
    const [only] = this.chunks;
    return this.chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.chunks, this.size);
  }
}
