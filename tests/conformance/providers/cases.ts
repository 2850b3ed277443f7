import { anthropicWire } from './wire/anthropic.js';
import { bedrockWire } from './wire/bedrock.js';
import { cohereWire } from './wire/cohere.js';
import { geminiWire } from './wire/gemini.js';
import { DEEPSEEK, MISTRAL, OPENAI, REASONING, VLLM, openAiWire } from './wire/openai.js';
import type { Wire } from './wire/scenario.js';

/** A type of provider: how one is configured, how it answers, and a model of it that thinks. */
export interface Case {
  readonly type: string;
  readonly wire: Wire;
  /** Path of the base URL. */
  readonly path: string;
  readonly model: string;
  readonly embeddings?: string;
  /** Further keys of the configuration. */
  readonly more?: string;
}

const openai = openAiWire(OPENAI);
const reasoning = openAiWire(REASONING);

export const CASES: readonly Case[] = [
  { type: 'openai', wire: openai, path: '/v1', model: 'gpt-5', embeddings: 'text-embedding-3-small' },
  { type: 'anthropic', wire: anthropicWire, path: '/v1', model: 'claude-sonnet-4-5' },
  { type: 'azure', wire: openai, path: '', model: 'my-gpt-5', embeddings: 'my-embedding' },
  {
    type: 'gemini',
    wire: geminiWire,
    path: '/v1beta',
    model: 'gemini-2.5-flash',
    embeddings: 'gemini-embedding-001',
  },
  {
    type: 'bedrock',
    wire: bedrockWire,
    path: '',
    model: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
    embeddings: 'amazon.titan-embed-text-v2:0',
    more: ', region: eu-central-1',
  },
  { type: 'groq', wire: reasoning, path: '/openai/v1', model: 'openai/gpt-oss-120b' },
  {
    type: 'mistral',
    wire: openAiWire(MISTRAL),
    path: '/v1',
    model: 'magistral-medium-latest',
    embeddings: 'mistral-embed',
  },
  { type: 'deepseek', wire: openAiWire(DEEPSEEK), path: '', model: 'deepseek-reasoner' },
  { type: 'openrouter', wire: reasoning, path: '/api/v1', model: 'openai/gpt-5', embeddings: 'openai/embedding' },
  { type: 'together', wire: reasoning, path: '/v1', model: 'openai/gpt-oss-120b', embeddings: 'bge' },
  { type: 'huggingface', wire: reasoning, path: '/v1', model: 'openai/gpt-oss-120b:together' },
  { type: 'cohere', wire: cohereWire, path: '', model: 'command-a-03-2025', embeddings: 'embed-v4.0' },
  { type: 'vllm', wire: openAiWire(VLLM), path: '/v1', model: 'qwen3', embeddings: 'bge' },
  { type: 'ollama', wire: reasoning, path: '/v1', model: 'qwen3', embeddings: 'nomic-embed-text' },
  { type: 'openai-compatible', wire: openai, path: '/v1', model: 'qwen3', embeddings: 'bge' },
];

/** Scenarios after which a deployment is not asked for a while. */
export const FAILURES = ['limited', 'refusedKey', 'page', 'broken'] as const;

/** Models of the configuration, by type. */
export const chatModel = ({ type }: Case) => `chat-${type}`;
/** Of a provider that is asked for errors only: after those, a deployment rests. */
export const failingModel = ({ type }: Case, scenario: string) => `${scenario}-${type}`;
/** Of a provider that leaves out what it cannot honour. */
export const droppingModel = ({ type }: Case) => `drop-${type}`;
export const embeddingModel = ({ type }: Case) => `embedding-${type}`;

/** A configuration with a provider of each type, at the given upstreams. */
export function configurationOf(url: string): string {
  const providers: string[] = [];
  const models: string[] = [];
  for (const each of CASES) {
    const { type, path, model, embeddings, more = '' } = each;
    const add = (name: string, served: string) =>
      models.push(`  - { name: ${served}, deployments: [{ provider: ${name}, model: "${model}" }] }`);
    providers.push(
      `  - { name: ${type}-drop, type: ${type}, base_url: "${url}/${type}${path}", api_key: upstream-key, drop_unsupported: true${more} }`
    );
    add(`${type}-drop`, droppingModel(each));
    for (const suffix of ['', ...FAILURES.map((failure) => `-${failure}`)]) {
      const address = `${url}/${type}${path}`;
      providers.push(
        `  - { name: ${type}${suffix}, type: ${type}, base_url: "${address}", api_key: upstream-key${more} }`
      );
    }
    add(type, chatModel(each));
    FAILURES.forEach((failure) => add(`${type}-${failure}`, failingModel(each, failure)));
    if (embeddings !== undefined) {
      models.push(
        `  - { name: ${embeddingModel(each)}, deployments: [{ provider: ${type}, model: "${embeddings}" }] }`
      );
    }
  }
  return `providers:\n${providers.join('\n')}\nmodels:\n${models.join('\n')}\nrouting: { max_attempts: 1 }\n`;
}
