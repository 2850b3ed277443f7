import type { Readable } from 'node:stream';

/** A form with a file in it, which is passed on without being held in memory. */
export interface Upload {
  /** With its boundary. */
  readonly contentType: string;
  /** Bytes of the whole form, as far as the client says. */
  readonly bytes: number;
  /** Whether it can be sent again; if not, it can be opened once. */
  readonly replayable: boolean;
  /** The form with another model in it, and its length, where that is known. */
  open(model: string): { readonly body: Buffer | Readable; readonly length: number | undefined };
}
