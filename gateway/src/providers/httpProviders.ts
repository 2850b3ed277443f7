import type { HttpProviderConfig } from '../config/schema.js';
import type { OperationName } from '../operations/name.js';
import type { Upstream } from '../upstream/upstream.js';
import { openAiCompatibleProvider } from './openaiCompatible.js';
import { COMPATIBLE_OPERATIONS, OPENAI_OPERATIONS } from './openaiOperations.js';
import type { Provider } from './provider.js';

export interface HttpProviderOptions<Config> {
  readonly config: Config;
  readonly upstream: Upstream;
  /** Whether a field of a request that it cannot honour is left out instead of refused. */
  readonly dropUnsupported: boolean;
}

type Type = HttpProviderConfig['type'];
type Create<Name extends Type> = (
  options: HttpProviderOptions<Extract<HttpProviderConfig, { type: Name }>>
) => Provider;

/** How a provider of each type is made. */
export const HTTP_PROVIDERS: { readonly [Name in Type]: Create<Name> } = {
  openai: openAi(OPENAI_OPERATIONS),
  'openai-compatible': openAi(COMPATIBLE_OPERATIONS),
};

interface OpenAiConfig {
  readonly name: string;
  readonly type: string;
  readonly api_key?: string | undefined;
}

/** Those that speak OpenAI's dialect. */
function openAi(operations: readonly OperationName[]) {
  return ({ config: { name, type, api_key: apiKey }, upstream }: HttpProviderOptions<OpenAiConfig>): Provider =>
    openAiCompatibleProvider({ name, type, upstream, apiKey, operations });
}
