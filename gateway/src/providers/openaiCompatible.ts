import type { OperationName } from '../operations/name.js';
import type { Upstream } from '../upstream/upstream.js';
import { readError } from './openaiDialect/readError.js';
import { rewriteBody } from './openaiDialect/rewriteBody.js';
import type { Provider, Service, Services } from './provider.js';

export interface OpenAiCompatibleOptions {
  readonly name: string;
  readonly type: string;
  readonly upstream: Upstream;
  readonly apiKey: string | undefined;
  /** What it can do. */
  readonly operations: readonly OperationName[];
}

/** Where OpenAI's dialect has its operations, under the base URL. */
const PATHS = {
  chat: '/chat/completions',
  completions: '/completions',
  embeddings: '/embeddings',
  responses: '/responses',
  images: '/images/generations',
  speech: '/audio/speech',
  transcriptions: '/audio/transcriptions',
  moderations: '/moderations',
  rerank: '/rerank',
} as const satisfies Partial<Record<OperationName, string>>;

/** Operations whose streams tell what was used only if asked to. */
const ASKED_FOR_USAGE: ReadonlySet<OperationName> = new Set(['chat', 'completions']);

/** Any provider that speaks OpenAI's dialect; bytes pass through with only the model's name changed. */
export function openAiCompatibleProvider(options: OpenAiCompatibleOptions): Provider {
  const { name, type, upstream, apiKey, operations } = options;
  const credential = apiKey === undefined ? [] : ['authorization', `Bearer ${apiKey}`];
  const common = ['accept-encoding', 'identity', 'user-agent', 'llm-gateway', ...credential];
  const json = ['content-type', 'application/json', ...common];
  return {
    name,
    type,
    upstream,
    healthCall: { path: `${upstream.basePath}/models`, headers: json },
    services: servicesOf(operations, upstream.basePath, json, common),
    readError: (answer) => readError(name, answer),
  };
}

function servicesOf(
  operations: readonly OperationName[],
  basePath: string,
  json: readonly string[],
  form: readonly string[]
): Services {
  const service = (name: keyof typeof PATHS): Service => {
    const path = `${basePath}${PATHS[name]}`;
    const headers = [...json];
    const askForUsage = ASKED_FOR_USAGE.has(name);
    return {
      call({ parameters, body, upload }, model) {
        if (upload === undefined) {
          return { path, headers, body: rewriteBody(parameters, body, model, askForUsage) };
        }
        const { body: sent, length } = upload.open(model);
        const sized = length === undefined ? [] : ['content-length', String(length)];
        return { path, headers: ['content-type', upload.contentType, ...sized, ...form], body: sent };
      },
    };
  };
  return Object.fromEntries(
    operations.flatMap((name) => (name in PATHS ? [[name, service(name as keyof typeof PATHS)]] : []))
  );
}
