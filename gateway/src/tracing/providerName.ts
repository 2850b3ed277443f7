import {
  GEN_AI_PROVIDER_NAME_VALUE_ANTHROPIC,
  GEN_AI_PROVIDER_NAME_VALUE_AWS_BEDROCK,
  GEN_AI_PROVIDER_NAME_VALUE_AZURE_AI_OPENAI,
  GEN_AI_PROVIDER_NAME_VALUE_COHERE,
  GEN_AI_PROVIDER_NAME_VALUE_DEEPSEEK,
  GEN_AI_PROVIDER_NAME_VALUE_GCP_GEMINI,
  GEN_AI_PROVIDER_NAME_VALUE_GROQ,
  GEN_AI_PROVIDER_NAME_VALUE_MISTRAL_AI,
  GEN_AI_PROVIDER_NAME_VALUE_OPENAI,
} from '@opentelemetry/semantic-conventions/incubating';

/** OpenTelemetry's names of providers, by our types of them. */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  openai: GEN_AI_PROVIDER_NAME_VALUE_OPENAI,
  anthropic: GEN_AI_PROVIDER_NAME_VALUE_ANTHROPIC,
  azure: GEN_AI_PROVIDER_NAME_VALUE_AZURE_AI_OPENAI,
  gemini: GEN_AI_PROVIDER_NAME_VALUE_GCP_GEMINI,
  bedrock: GEN_AI_PROVIDER_NAME_VALUE_AWS_BEDROCK,
  groq: GEN_AI_PROVIDER_NAME_VALUE_GROQ,
  mistral: GEN_AI_PROVIDER_NAME_VALUE_MISTRAL_AI,
  deepseek: GEN_AI_PROVIDER_NAME_VALUE_DEEPSEEK,
  cohere: GEN_AI_PROVIDER_NAME_VALUE_COHERE,
};

/** `gen_ai.provider.name`: OpenTelemetry's where it has one, else what the configuration calls the provider. */
export function providerName({ type, name }: { readonly type: string; readonly name: string }): string {
  return WELL_KNOWN[type] ?? name;
}
