/** Headers of an answer, lower case. */
export type AnswerHeaders = Readonly<Record<string, string>>;

export interface WholeReply {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** JSON if left out. */
  readonly contentType?: string | undefined;
  readonly body: Buffer;
}

/** The client at the other end, as the surface (HTTP) offers it to the pipeline. */
export interface Client {
  /** Calls back once if the client goes away before its answer is complete. */
  onLeave(listener: () => void): void;
  send(reply: WholeReply): void;
  /** Starts an answer that comes piece by piece: server-sent events, unless its content type says otherwise. */
  startStream(headers: AnswerHeaders, contentType?: string): ClientStream;
}

export interface ClientStream {
  /** False when the client reads slower than we write; `onDrain` then says when to go on. */
  write(events: Buffer): boolean;
  onDrain(listener: () => void): void;
  end(lastEvents: Buffer | undefined): void;
  /** Closes the connection, so that the client cannot take what it has for a whole answer. */
  destroy(): void;
}
