import type { DialectSettings } from '../dialectSettings.js';
import type { OperationDialect } from '../operationDialect.js';
import { embeddings } from '../translate/embeddings.js';
import { invalidAnswer } from '../translate/invalidAnswer.js';
import { defined, fieldsOf, parseAnswer, textOf } from '../translate/json.js';
import { refuseOthers } from '../translate/otherFields.js';
import { readInputs } from '../translate/readInputs.js';
import { Unsupported } from '../unsupported.js';
import { cohereHeaders } from './dialect.js';

const HONOURED: ReadonlySet<string> = new Set(['input', 'dimensions', 'encoding_format', 'input_type', 'truncate']);

/** Embeddings, version 2. Cohere wants to know what they are for; without `input_type`, they are documents. */
export function cohereEmbeddings(settings: DialectSettings): OperationDialect {
  const { provider, basePath } = settings;
  return {
    request(body, model, { dropUnsupported }) {
      const unsupported = new Unsupported(provider, dropUnsupported);
      refuseOthers(body, HONOURED, unsupported);
      const request = defined({
        model,
        texts: readInputs(body['input']),
        input_type: body['input_type'] ?? 'search_document',
        embedding_types: ['float'],
        output_dimension: body['dimensions'],
        truncate: body['truncate'],
      });
      return {
        path: `${basePath}/v2/embed`,
        headers: [...cohereHeaders(settings)],
        body: Buffer.from(JSON.stringify(request)),
        dropped: unsupported.dropped,
      };
    },
    answer(body, asked) {
      const answer = parseAnswer(provider, body);
      const { float } = fieldsOf(answer['embeddings']);
      if (!Array.isArray(float) || !float.every(Array.isArray)) {
        throw invalidAnswer(provider, 'answered without embeddings');
      }
      const { input_tokens: tokens } = fieldsOf(fieldsOf(answer['meta'])['billed_units']);
      return embeddings({
        model: textOf(asked['model']) ?? '',
        vectors: float as number[][],
        inputTokens: typeof tokens === 'number' ? tokens : undefined,
        base64: asked['encoding_format'] === 'base64',
      });
    },
  };
}
