import type { DialectCall, DialectOptions } from './chatDialect.js';

/** A JSON object of which not every field is known. */
type Fields = Readonly<Record<string, unknown>>;

/** A provider's own way to do what is asked for and answered in JSON besides chat: embeddings, rerank. */
export interface OperationDialect {
  /** A promise where the call has to be signed first. @throws GatewayError 400 that names the field. */
  request(body: Fields, model: string, options: DialectOptions): DialectCall | Promise<DialectCall>;
  /**
   * An answer with status 200 in the shape of the gateway's surface, with its `usage`.
   * @throws GatewayError 502 `invalid_response` for an answer that is none.
   */
  answer(body: Buffer, asked: Fields): Buffer;
}
