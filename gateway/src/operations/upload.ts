import type { Readable } from 'node:stream';

/** A form with a file in it, which is kept on disk rather than in memory where it is large, so that it can be sent again. */
export interface Upload {
  /** With its boundary. */
  readonly contentType: string;
  /** Bytes of the whole form. */
  readonly bytes: number;
  /** The form with another model in it, and its length in bytes. */
  open(model: string): { readonly body: Buffer | Readable; readonly length: number };
}
