import type { OperationName } from '../operations/name.js';
import type { Upstream } from '../upstream/upstream.js';
import { type FieldTraits, adaptBody } from './openaiDialect/adaptBody.js';
import { readError } from './openaiDialect/readError.js';
import { rewriteBody } from './openaiDialect/rewriteBody.js';
import type { Provider, Service, Services, StreamTranslation } from './provider.js';
import { Unsupported } from './unsupported.js';

export interface OpenAiCompatibleOptions {
  readonly name: string;
  readonly type: string;
  readonly upstream: Upstream;
  readonly apiKey: string | undefined;
  /** What it can do. */
  readonly operations: readonly OperationName[];
  /** What it has of its own in the fields of requests. */
  readonly fields?: Readonly<Partial<Record<OperationName, FieldTraits>>> | undefined;
  /** Whether a field that it does not know is left out instead of refused. */
  readonly dropUnsupported?: boolean | undefined;
  /** Further headers of every request, flat as undici takes them. */
  readonly headers?: readonly string[] | undefined;
  /** Operations besides chat whose events are not as OpenAI has them. */
  readonly streams?: Readonly<Partial<Record<OperationName, StreamTranslation>>> | undefined;
  /** Where an operation of a model is, where that is not where OpenAI has it. */
  readonly pathOf?: ((path: string, model: string) => string) | undefined;
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

type Name = keyof typeof PATHS;

/** Operations whose streams tell what was used only if asked to. */
const ASKED_FOR_USAGE: ReadonlySet<OperationName> = new Set(['chat', 'completions']);

/** Any provider that speaks OpenAI's dialect; bytes pass through with only the model's name changed. */
export function openAiCompatibleProvider(options: OpenAiCompatibleOptions): Provider {
  const { name, type, upstream } = options;
  return {
    name,
    type,
    upstream,
    healthCall: { path: `${upstream.basePath}/models`, headers: jsonHeaders(options) },
    services: openAiServices(options),
    readError: (answer) => readError(name, answer),
  };
}

/** What a provider does in OpenAI's dialect. */
export function openAiServices(options: OpenAiCompatibleOptions): Services {
  return Object.fromEntries(
    options.operations.flatMap((name) => (name in PATHS ? [[name, service(name as Name, options)]] : []))
  );
}

function service(operation: Name, options: OpenAiCompatibleOptions): Service {
  const { name, upstream, fields, dropUnsupported, pathOf } = options;
  const streams = options.streams?.[operation];
  const path = `${upstream.basePath}${PATHS[operation]}`;
  const headers = jsonHeaders(options);
  const askForUsage = ASKED_FOR_USAGE.has(operation);
  const traits = fields?.[operation];
  return {
    translation: streams && { answer: (answer) => answer, streams },
    call({ parameters, body, upload }, model) {
      const at = pathOf === undefined ? path : pathOf(PATHS[operation], model);
      if (upload !== undefined) {
        const { body: sent, length } = upload.open(model);
        const sized = ['content-type', upload.contentType, 'content-length', String(length)];
        return { path: at, headers: [...sized, ...common(options)], body: sent };
      }
      if (traits === undefined) {
        return { path: at, headers, body: rewriteBody(parameters, body, model, askForUsage) };
      }
      const unsupported = new Unsupported(name, dropUnsupported === true);
      const adapted = adaptBody(parameters.body, traits, unsupported);
      const sent =
        adapted === undefined
          ? rewriteBody(parameters, body, model, askForUsage)
          : rewriteBody({ ...parameters, body: adapted }, Buffer.from(JSON.stringify(adapted)), model, askForUsage);
      return { path: at, headers, body: sent, dropped: unsupported.dropped };
    },
  };
}

function common({ apiKey, headers = [] }: OpenAiCompatibleOptions): readonly string[] {
  const credential = apiKey === undefined ? [] : ['authorization', `Bearer ${apiKey}`];
  return ['accept-encoding', 'identity', 'user-agent', 'llm-gateway', ...credential, ...headers];
}

function jsonHeaders(options: OpenAiCompatibleOptions): string[] {
  return ['content-type', 'application/json', ...common(options)];
}
