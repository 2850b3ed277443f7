import type { ChatDialect } from '../chatDialect.js';
import { type DialectSettings, JSON_HEADERS } from '../dialectSettings.js';
import { Unsupported } from '../unsupported.js';
import { readAnswer } from './answer.js';
import { readCohereError } from './readError.js';
import { chatRequest } from './request.js';
import { CohereStream } from './stream.js';

/** Cohere's chat, version 2. */
export function cohereDialect(settings: DialectSettings): ChatDialect {
  const { provider, basePath } = settings;
  const headers = cohereHeaders(settings);
  return {
    request({ body, stream }, model, { dropUnsupported }) {
      const unsupported = new Unsupported(provider, dropUnsupported);
      const request = { ...chatRequest(body, { provider, unsupported }), model, stream };
      return {
        path: `${basePath}/v2/chat`,
        headers: [...headers],
        body: Buffer.from(JSON.stringify(request)),
        dropped: unsupported.dropped,
      };
    },
    answer: (body, { model }) => readAnswer(body, { provider, model }),
    stream: ({ model }) => new CohereStream({ provider, model }),
    readError: (answer) => readCohereError(provider, answer),
  };
}

export function cohereHeaders({ apiKey }: DialectSettings): readonly string[] {
  return apiKey === undefined ? JSON_HEADERS : [...JSON_HEADERS, 'authorization', `Bearer ${apiKey}`];
}
