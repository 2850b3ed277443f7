import type { OperationName } from '../operations/name.js';
import type { FieldTraits } from './openaiDialect/adaptBody.js';
import { HINTS } from './translate/otherFields.js';
import { COMPATIBLE_OPERATIONS, OPENAI_OPERATIONS } from './openaiOperations.js';

/** What a provider that speaks OpenAI's dialect has of its own. */
export interface OpenAiTraits {
  /** What it does. */
  readonly operations: readonly OperationName[];
  readonly fields?: Readonly<Partial<Record<OperationName, FieldTraits>>> | undefined;
}

/** Fields of a chat completion request that nobody but OpenAI knows. */
const OPENAI_ONLY = ['audio', 'modalities', 'prediction', 'verbosity', 'web_search_options'];

/** The gateway keeps the metadata itself. */
const OTHERS = { ignored: [...HINTS, 'metadata'], noCustomTools: true } as const;

/** Those whose requests differ in no more than some fields, from their API references. */
export const OPENAI_TRAITS = {
  openai: { operations: OPENAI_OPERATIONS },
  'openai-compatible': { operations: COMPATIBLE_OPERATIONS },
  groq: {
    operations: ['chat', 'responses', 'speech', 'transcriptions'],
    fields: {
      chat: { ...OTHERS, unknown: [...OPENAI_ONLY, 'n', 'logprobs', 'top_logprobs', 'logit_bias'] },
    },
  },
  deepseek: {
    operations: ['chat'],
    fields: {
      chat: {
        ...OTHERS,
        unknown: [...OPENAI_ONLY, 'n', 'seed', 'logit_bias', 'parallel_tool_calls', 'service_tier'],
        renamed: { max_completion_tokens: 'max_tokens' },
        jsonWithoutSchema: true,
      },
    },
  },
  openrouter: {
    operations: ['chat', 'completions', 'embeddings', 'responses'],
    // So that it says what it took for the answer, in `usage.cost`.
    fields: { chat: { added: { usage: { include: true } }, noCustomTools: true } },
  },
  together: {
    operations: ['chat', 'completions', 'embeddings', 'images', 'speech', 'transcriptions', 'rerank'],
    fields: {
      chat: {
        ...OTHERS,
        unknown: [...OPENAI_ONLY, 'logprobs', 'top_logprobs', 'parallel_tool_calls', 'service_tier'],
        renamed: { max_completion_tokens: 'max_tokens' },
      },
    },
  },
  huggingface: {
    operations: ['chat', 'responses'],
    fields: { chat: { ...OTHERS, unknown: [...OPENAI_ONLY, 'service_tier'] } },
  },
  vllm: {
    operations: ['chat', 'completions', 'embeddings', 'responses', 'transcriptions', 'rerank'],
    fields: { chat: { ...OTHERS, unknown: [...OPENAI_ONLY, 'service_tier'] } },
  },
  ollama: {
    operations: ['chat', 'completions', 'embeddings', 'responses'],
    fields: {
      chat: {
        ...OTHERS,
        unknown: [...OPENAI_ONLY, 'n', 'logit_bias', 'tool_choice', 'parallel_tool_calls', 'service_tier'],
        renamed: { max_completion_tokens: 'max_tokens' },
      },
    },
  },
} as const satisfies Readonly<Record<string, OpenAiTraits>>;
