import type { FastifyInstance } from 'fastify';

import type { Principal } from '../../governance/principal.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { OPERATIONS } from '../../operations/index.js';
import { HttpClient } from '../httpClient.js';
import { toClientRequest } from '../llm/clientRequest.js';
import type { LlmSurfaceParts } from '../llm/surface.js';
import { readUpload } from '../llm/upload/readUpload.js';
import type { Spool } from '../llm/upload/spool.js';

export interface TranscriptionParts extends LlmSurfaceParts {
  readonly spool: Spool;
  /** Most bytes of a form. */
  readonly uploadLimit: () => number;
}

/** `POST /v1/audio/transcriptions`: a form, which is kept while the request is under way. */
export function transcriptions(app: FastifyInstance, parts: TranscriptionParts): void {
  app.addContentTypeParser(/^multipart\/form-data/, (_request, payload, done) => done(null, payload));

  app.post<{ Body: AsyncIterable<Buffer> | Buffer | undefined }>('/audio/transcriptions', async (request, reply) => {
    const { body, headers } = request;
    if (body === undefined || Buffer.isBuffer(body)) {
      throw new GatewayError('The request must be a form (multipart/form-data) with file and model.', {
        status: 415,
        type: 'invalid_request_error',
        code: 'unsupported_media_type',
      });
    }
    const read = await readUpload(body, headers['content-type'] ?? '', parts.spool, parts.uploadLimit());
    try {
      const asked = {
        operation: OPERATIONS.transcriptions,
        principal: request.principal as Principal,
        body: Buffer.from(JSON.stringify(read.fields)),
        upload: read.upload,
      };
      await parts.pipeline.run(toClientRequest(request, asked, parts.tracer), new HttpClient(reply));
    } finally {
      await read.close();
    }
    return reply;
  });
}
