import { Readable } from 'node:stream';

import { GatewayError } from '../../../errors/gatewayError.js';
import { invalid } from '../../../operations/parameters.js';
import type { Upload } from '../../../operations/upload.js';
import { FormScanner } from './formScanner.js';
import type { Spool } from './spool.js';

export interface ReadUpload {
  readonly upload: Upload;
  /** All but files. */
  readonly fields: Readonly<Record<string, string>>;
  /** Frees what it takes; nobody may read it any more. */
  close(): Promise<void>;
}

/**
 * Reads a form to its end.
 * @param limit Most bytes it may have.
 * @throws GatewayError 400 for what is no form, 413 for one that is too large, 503 where there is no room for it.
 */
export async function readUpload(
  payload: AsyncIterable<Buffer>,
  contentType: string,
  spool: Spool,
  limit: number
): Promise<ReadUpload> {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) {
    throw invalid('The content-type of a form must name its boundary.', undefined);
  }
  const scanner = new FormScanner(boundary);
  const bytes = spool.start();
  try {
    for await (const chunk of payload) {
      if (bytes.length + chunk.length > limit) {
        throw tooLarge(limit);
      }
      scanner.push(chunk);
      await bytes.write(chunk);
    }
    if (!scanner.ended) {
      throw invalid('The form ends before its last boundary.', undefined);
    }
  } catch (error) {
    await bytes.close();
    throw error;
  }
  const { fields, model = { start: 0, end: 0 } } = scanner;
  return {
    fields,
    upload: {
      contentType,
      bytes: bytes.length,
      open(name) {
        const instead = Buffer.from(name);
        const read = bytes.read(model, instead);
        const length = bytes.length - (model.end - model.start) + instead.length;
        return { body: Buffer.isBuffer(read) ? read : Readable.from(read, { objectMode: false }), length };
      },
    },
    close: () => bytes.close(),
  };
}

function tooLarge(limit: number): GatewayError {
  const message = `The form is larger than ${limit} bytes, the limit of this gateway (server.upload_limit_bytes).`;
  return new GatewayError(message, { status: 413, type: 'invalid_request_error', code: 'request_too_large' });
}
