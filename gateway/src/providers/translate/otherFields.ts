import { CARRIED_FIELDS } from '../../chat/carriedFields.js';
import { type Fields, isObject } from '../../chat/completion/fields.js';
import type { Unsupported } from '../unsupported.js';

/** Fields that change nothing of an answer: what becomes of it afterwards, and where it may be kept meanwhile. */
export const HINTS = ['store', 'prompt_cache_key', 'prompt_cache_retention', 'safety_identifier'] as const;

/** Fields that are the gateway's own business, or carried along for providers that know them. */
const WITHOUT_CONSEQUENCE: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'stream',
  'stream_options',
  'user',
  'metadata',
  ...HINTS,
  ...CARRIED_FIELDS,
]);

/** Values that ask for what happens anyway. */
const NOTHING_ASKED: Readonly<Record<string, (value: unknown) => boolean>> = {
  n: (value) => value === 1,
  logprobs: (value) => value === false,
  top_logprobs: (value) => value === 0,
  parallel_tool_calls: (value) => value === true,
  frequency_penalty: (value) => value === 0,
  presence_penalty: (value) => value === 0,
  logit_bias: (value) => isObject(value) && Object.keys(value).length === 0,
  response_format: (value) => isObject(value) && value['type'] === 'text',
  modalities: (value) => Array.isArray(value) && value.every((each) => each === 'text'),
  service_tier: (value) => value === 'auto' || value === 'default',
  tools: (value) => Array.isArray(value) && value.length === 0,
  tool_choice: (value) => value === 'auto' || value === 'none',
};

/** Whether a field of a request asks for something that a provider has to honour. */
export function isAsked(body: Fields, name: string): boolean {
  const value = body[name];
  return value != null && NOTHING_ASKED[name]?.(value) !== true;
}

/** Tells of every field of a request that is neither honoured nor without consequence. */
export function refuseOthers(body: Fields, honoured: ReadonlySet<string>, unsupported: Unsupported): void {
  for (const name of Object.keys(body)) {
    if (!honoured.has(name) && !WITHOUT_CONSEQUENCE.has(name) && isAsked(body, name)) {
      unsupported.field(name, 'its API has nothing like it');
    }
  }
}
