import type { HttpProviderOptions } from './httpProviderOptions.js';
import type { KeyedConfig } from './keyedConfig.js';
import { openAiCompatibleProvider } from './openaiCompatible.js';
import { OPENAI_TRAITS } from './openaiTraits.js';
import type { Provider } from './provider.js';
import { vllmTranscripts } from './transcripts/vllmTranscripts.js';

/** A server of vLLM. */
export function vllmProvider({ config, upstream, dropUnsupported }: HttpProviderOptions<KeyedConfig>): Provider {
  const { name, type, api_key: apiKey } = config;
  const streams = { transcriptions: vllmTranscripts(name) };
  return openAiCompatibleProvider({ name, type, upstream, apiKey, dropUnsupported, streams, ...OPENAI_TRAITS.vllm });
}
