import type { Fields } from '../../chat/completion/fields.js';
import type { OperationDialect } from '../operationDialect.js';
import { embeddings } from '../translate/embeddings.js';
import { invalidAnswer } from '../translate/invalidAnswer.js';
import { invalidRequest } from '../translate/invalidRequest.js';
import { defined, fieldsOf, parseAnswer, textOf } from '../translate/json.js';
import { refuseOthers } from '../translate/otherFields.js';
import { readInputs } from '../translate/readInputs.js';
import { Unsupported } from '../unsupported.js';
import { authorizer } from './authorize.js';
import type { BedrockSettings } from './settings.js';

const HONOURED: ReadonlySet<string> = new Set(['input', 'dimensions', 'encoding_format', 'input_type']);

/** Embeddings by InvokeModel, of Amazon's Titan and of Cohere. */
export function bedrockEmbeddings(settings: BedrockSettings): OperationDialect {
  const { provider, basePath } = settings;
  const authorize = authorizer(settings);
  return {
    async request(body, model, { dropUnsupported }) {
      const unsupported = new Unsupported(provider, dropUnsupported);
      refuseOthers(body, HONOURED, unsupported);
      const request = model.includes('cohere.') ? cohereRequest(body) : titanRequest(body);
      const bytes = Buffer.from(JSON.stringify(request));
      const path = `${basePath}/model/${encodeURIComponent(model)}/invoke`;
      return { path, headers: await authorize(path, bytes), body: bytes, dropped: unsupported.dropped };
    },
    answer(body, asked) {
      const { embedding, embeddings: several, inputTextTokenCount: tokens } = parseAnswer(provider, body);
      const vectors = embedding === undefined ? (fieldsOf(several)['float'] ?? several) : [embedding];
      if (!Array.isArray(vectors) || !vectors.every(Array.isArray)) {
        throw invalidAnswer(provider, 'answered without embeddings');
      }
      return embeddings({
        model: textOf(asked['model']) ?? '',
        vectors: vectors as number[][],
        inputTokens: typeof tokens === 'number' ? tokens : undefined,
        base64: asked['encoding_format'] === 'base64',
      });
    },
  };
}

function titanRequest(body: Fields): Fields {
  const [text, second] = readInputs(body['input']);
  if (second !== undefined) {
    throw invalidRequest('input', 'must be one text: Titan takes no more at once.');
  }
  return defined({ inputText: text, dimensions: body['dimensions'] });
}

function cohereRequest(body: Fields): Fields {
  return defined({
    texts: readInputs(body['input']),
    input_type: body['input_type'] ?? 'search_document',
    output_dimension: body['dimensions'],
  });
}
