import type { Fields } from '../../chat/completion/fields.js';
import type { Unsupported } from '../unsupported.js';

/** Translated, or meant for the gateway. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['model', 'messages', 'stream', 'stream_options', 'user', 'metadata', 'max_tokens', 'max_completion_tokens'],
  ...['temperature', 'top_p', 'top_k', 'stop', 'tools', 'tool_choice', 'parallel_tool_calls', 'response_format'],
  ...['reasoning_effort', 'thinking', 'output_config', 'cache_control', 'inference_geo', 'speed', 'service_tier'],
  'safety_identifier',
]);

/** Hints of how to be faster or safer: without them the answer is the same. */
const HINTS: ReadonlySet<string> = new Set(['prompt_cache_key', 'prompt_cache_retention']);

/** Values that ask for nothing. */
const NEUTRAL: Readonly<Record<string, (value: unknown) => boolean>> = {
  n: (value) => value === 1,
  logprobs: (value) => value === false,
  store: (value) => value === false,
  presence_penalty: (value) => value === 0,
  frequency_penalty: (value) => value === 0,
  logit_bias: (value) => typeof value === 'object' && Object.keys(value as object).length === 0,
  modalities: (value) => Array.isArray(value) && value.every((each) => each === 'text'),
  functions: (value) => Array.isArray(value) && value.length === 0,
};

const WHY: Readonly<Record<string, string>> = {
  n: 'Anthropic gives one answer a request',
  functions: 'they were replaced by tools',
  function_call: 'it was replaced by tool_choice',
};

/** @throws GatewayError 400 that names the first field that Anthropic has nothing for, unless they are left out. */
export function checkFields(body: Fields, unsupported: Unsupported): void {
  for (const [name, value] of Object.entries(body)) {
    if (value == null || KNOWN.has(name) || HINTS.has(name) || NEUTRAL[name]?.(value) === true) {
      continue;
    }
    unsupported.field(name, WHY[name] ?? 'Anthropic has nothing like it');
  }
}
