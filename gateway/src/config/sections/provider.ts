import Type from 'typebox';

import { AzureProvider } from './azureProvider.js';
import { BedrockProvider } from './bedrockProvider.js';
import { Enabled, Name, strict } from './fieldTypes.js';
import { Timeouts } from './httpProvider.js';
import {
  AnthropicProvider,
  CohereProvider,
  DeepSeekProvider,
  GeminiProvider,
  GroqProvider,
  HuggingFaceProvider,
  MistralProvider,
  OllamaProvider,
  OpenAiCompatibleProvider,
  OpenAiProvider,
  OpenRouterProvider,
  TogetherProvider,
  VllmProvider,
} from './knownProviders.js';
import { SimulatorBehaviour } from './simulator.js';

export const SimulatorProvider = Type.Object(
  {
    name: Name('What deployments, metrics and pages call it.'),
    type: Type.Literal('simulator'),
    enabled: Enabled('the provider'),
    prices: Type.Optional(
      Type.String({
        description: 'Provider id in genai-prices whose price list applies, e.g. openai. Unpriced without.',
      })
    ),
    timeouts: Timeouts,
    simulator: SimulatorBehaviour,
    models: Type.Record(Type.String(), SimulatorBehaviour, {
      default: {},
      description: 'Behaviour of single models, in place of the provider’s.',
    }),
  },
  { ...strict, description: 'A built-in provider that behaves, and misbehaves, on request.' }
);

/** Those that are asked over HTTP. */
export const HttpProvider = Type.Union([
  OpenAiProvider,
  AnthropicProvider,
  AzureProvider,
  GeminiProvider,
  BedrockProvider,
  GroqProvider,
  MistralProvider,
  DeepSeekProvider,
  OpenRouterProvider,
  TogetherProvider,
  HuggingFaceProvider,
  CohereProvider,
  VllmProvider,
  OllamaProvider,
  OpenAiCompatibleProvider,
]);

export const ProviderSchema = Type.Union([...HttpProvider.anyOf, SimulatorProvider]);
