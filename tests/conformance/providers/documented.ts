/** What the reference of a provider's API says. */
export interface Documented {
  /** Of chat completions. */
  readonly fields: ReadonlySet<string>;
  /** Types of the parts that a message may have. */
  readonly parts: ReadonlySet<string>;
  /** Operations besides that it streams. */
  readonly streams: ReadonlySet<string>;
}

const documented = (fields: string, parts: string, streams = ''): Documented => ({
  fields: new Set(`${COMMON} ${fields}`.split(' ')),
  parts: new Set(`text ${parts}`.trim().split(' ')),
  streams: new Set(streams.split(' ')),
});

const COMMON = 'model messages stream stream_options temperature top_p stop tools tool_choice response_format';
const OPENAI =
  'max_completion_tokens parallel_tool_calls reasoning_effort seed n logprobs top_logprobs logit_bias frequency_penalty presence_penalty';
const ALL_PARTS = 'image_url input_audio file';

/**
 * By type, for those that speak OpenAI's dialect: what else they are sent is passed on to who does not know it, or says
 * that it has no effect. The other types are asked in words of their own.
 */
export const DOCUMENTED: Readonly<Record<string, Documented>> = {
  openai: documented(OPENAI, ALL_PARTS, 'images speech transcriptions'),
  azure: documented(OPENAI, ALL_PARTS, 'images speech transcriptions'),
  // Of the penalties, it says that no model supports them yet.
  groq: documented('max_completion_tokens parallel_tool_calls reasoning_effort seed', 'image_url'),
  mistral: documented(
    'max_tokens parallel_tool_calls random_seed n frequency_penalty presence_penalty reasoning_effort',
    'image_url input_audio',
    'transcriptions'
  ),
  deepseek: documented('max_tokens reasoning_effort logprobs top_logprobs frequency_penalty presence_penalty', ''),
  openrouter: documented(`usage ${OPENAI.replace(' n ', ' ')}`, ALL_PARTS),
  together: documented('max_tokens reasoning_effort seed n logit_bias frequency_penalty presence_penalty', 'image_url'),
  // Of `n` and `logit_bias`, it says that they are unused.
  huggingface: documented(
    'max_tokens reasoning_effort seed logprobs top_logprobs frequency_penalty presence_penalty',
    'image_url'
  ),
  vllm: documented(OPENAI, 'image_url input_audio', 'transcriptions'),
  ollama: documented(
    'max_tokens reasoning_effort seed logprobs top_logprobs frequency_penalty presence_penalty',
    'image_url'
  ),
};
