import type { DialectSettings } from '../dialectSettings.js';
import type { Service } from '../provider.js';
import { cohereHeaders } from './dialect.js';

/** Rerank, version 2: what clients ask for is Cohere's own. */
export function cohereRerank(settings: DialectSettings): Service {
  const path = `${settings.basePath}/v2/rerank`;
  const headers = cohereHeaders(settings);
  return {
    call: ({ parameters }, model) => ({
      path,
      headers: [...headers],
      body: Buffer.from(JSON.stringify({ ...parameters.body, model })),
    }),
  };
}
