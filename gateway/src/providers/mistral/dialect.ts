import type { ChatDialect } from '../chatDialect.js';
import { type DialectSettings, JSON_HEADERS } from '../dialectSettings.js';
import { readError } from '../openaiDialect/readError.js';
import { Unsupported } from '../unsupported.js';
import { plainAnswer } from './plain.js';
import { chatRequest } from './request.js';
import { MistralStream } from './stream.js';

/** Mistral speaks OpenAI's dialect but for some fields, the ids of calls, and what a model thinks. */
export function mistralDialect({ provider, basePath, apiKey }: DialectSettings): ChatDialect {
  const credential = apiKey === undefined ? [] : ['authorization', `Bearer ${apiKey}`];
  return {
    request({ body }, model, { dropUnsupported }) {
      const unsupported = new Unsupported(provider, dropUnsupported);
      const request = { ...chatRequest(body, unsupported), model };
      return {
        path: `${basePath}/chat/completions`,
        headers: [...JSON_HEADERS, ...credential],
        body: Buffer.from(JSON.stringify(request)),
        dropped: unsupported.dropped,
      };
    },
    answer: (body) => plainAnswer(body, provider),
    stream: () => new MistralStream(provider),
    readError: (answer) => readError(provider, answer),
  };
}
