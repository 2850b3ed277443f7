import type { ChatDialect } from '../chatDialect.js';
import { type DialectSettings, JSON_HEADERS } from '../dialectSettings.js';
import { Unsupported } from '../unsupported.js';
import { readAnswer } from './answer.js';
import { readGeminiError } from './readError.js';
import { generateContent } from './request.js';
import { GeminiStream } from './stream.js';

/** Google's Gemini API: generateContent and streamGenerateContent. */
export function geminiDialect(settings: DialectSettings): ChatDialect {
  const { provider } = settings;
  const headers = geminiHeaders(settings);
  return {
    request({ body, stream }, model, { dropUnsupported }) {
      const unsupported = new Unsupported(provider, dropUnsupported);
      const request = generateContent(body, { provider, model, unsupported });
      const method = stream ? 'streamGenerateContent?alt=sse' : 'generateContent';
      return {
        path: `${modelPath(settings.basePath, model)}:${method}`,
        headers: [...headers],
        body: Buffer.from(JSON.stringify(request)),
        dropped: unsupported.dropped,
      };
    },
    answer: (body, { model }) => readAnswer(body, { provider, model }),
    stream: ({ model, body }) => new GeminiStream({ provider, model, candidates: Number(body['n'] ?? 1) }),
    readError: (answer) => readGeminiError(provider, answer),
  };
}

export function geminiHeaders({ apiKey }: DialectSettings): readonly string[] {
  return apiKey === undefined ? JSON_HEADERS : [...JSON_HEADERS, 'x-goog-api-key', apiKey];
}

/** Tuned models have a path of their own; the others may be named with `models/` or without. */
export function modelPath(basePath: string, model: string): string {
  const name = model.includes('/') ? model : `models/${model}`;
  return `${basePath}/${name.split('/').map(encodeURIComponent).join('/')}`;
}
