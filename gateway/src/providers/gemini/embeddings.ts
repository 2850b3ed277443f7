import { invalidRequest } from '../translate/invalidRequest.js';
import { readInputs } from '../translate/readInputs.js';
import { defined, objectsOf, parseAnswer, textOf } from '../translate/json.js';
import { embeddings } from '../translate/embeddings.js';
import { invalidAnswer } from '../translate/invalidAnswer.js';
import { refuseOthers } from '../translate/otherFields.js';
import type { OperationDialect } from '../operationDialect.js';
import type { DialectSettings } from '../dialectSettings.js';
import { Unsupported } from '../unsupported.js';
import { geminiHeaders, modelPath } from './dialect.js';

const HONOURED: ReadonlySet<string> = new Set(['input', 'dimensions', 'encoding_format', 'task_type']);

/** Embeddings by batchEmbedContents, which does not say how many tokens it read. */
export function geminiEmbeddings(settings: DialectSettings): OperationDialect {
  const { provider, basePath } = settings;
  return {
    request(body, model, { dropUnsupported }) {
      const unsupported = new Unsupported(provider, dropUnsupported);
      refuseOthers(body, HONOURED, unsupported);
      const path = modelPath(basePath, model);
      const name = decodeURIComponent(path.slice(basePath.length + 1));
      const requests = readInputs(body['input']).map((text) =>
        defined({
          model: name,
          content: { parts: [{ text }] },
          taskType: body['task_type'],
          outputDimensionality: body['dimensions'],
        })
      );
      if (requests.length > MOST_INPUTS) {
        throw invalidRequest('input', `must have at most ${MOST_INPUTS} texts: Gemini takes no more at once.`);
      }
      return {
        path: `${path}:batchEmbedContents`,
        headers: [...geminiHeaders(settings)],
        body: Buffer.from(JSON.stringify({ requests })),
        dropped: unsupported.dropped,
      };
    },
    answer(body, asked) {
      const vectors = objectsOf(parseAnswer(provider, body)['embeddings']).map(({ values }) => values);
      if (vectors.length === 0 || !vectors.every(Array.isArray)) {
        throw invalidAnswer(provider, 'answered without embeddings');
      }
      return embeddings({
        model: textOf(asked['model']) ?? '',
        vectors: vectors as number[][],
        inputTokens: undefined,
        base64: asked['encoding_format'] === 'base64',
      });
    },
  };
}

const MOST_INPUTS = 100;
