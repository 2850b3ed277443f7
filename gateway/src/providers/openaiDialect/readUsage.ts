import type { TokenUsage } from '../../usage/event.js';
import { type Fields, count, fields, firstCount, isCount } from './usageFields.js';

/**
 * What an answer, or an event of a stream, says was used: in `usage`, where Groq's streams have it, or in the response
 * that an event of the Responses API is about.
 */
export function findUsage(answer: unknown): TokenUsage | undefined {
  const { usage, x_groq: groq, response } = fields(answer);
  return readUsage(usage) ?? readUsage(fields(groq)['usage']) ?? readUsage(fields(response)['usage']);
}

/**
 * A `usage` object in OpenAI's shapes (chat, responses, audio) and in those of servers that speak its dialect, as far
 * as one is there and makes sense. What they count apart is put where OpenAI counts it: into the input what was cached
 * (Anthropic), into the output the reasoning (xAI, Gemini). It is known to be apart by the total, or where the details
 * are more than the whole.
 */
export function readUsage(usage: unknown): TokenUsage | undefined {
  const told = fields(usage);
  const { prompt_tokens: prompt = told['input_tokens'], completion_tokens: completion = told['output_tokens'] } = told;
  if (!isCount(prompt) && !isCount(completion)) {
    return ofDuration(told);
  }
  const ofInput = fields(told['prompt_tokens_details'] ?? told['input_tokens_details'] ?? told['input_token_details']);
  const ofOutput = fields(
    told['completion_tokens_details'] ?? told['output_tokens_details'] ?? told['output_token_details']
  );
  const cached = cacheReads(told, ofInput);
  const written = cacheWrites(told, ofInput);
  const reasoning = firstCount(ofOutput['reasoning_tokens'], ofOutput['thinking_tokens'], told['reasoning_tokens']);
  const apart = countedApart(told, {
    input: count(prompt),
    output: count(completion),
    cache: cached + written.all,
    reasoning,
  });
  return {
    input: count(prompt) + apart.input,
    cachedInput: cached,
    cacheWrite5m: some(written.all - written.hour),
    cacheWrite1h: some(written.hour),
    audioInput: some(count(ofInput['audio_tokens'])),
    cachedAudioInput: some(count(fields(ofInput['cached_tokens_details'])['audio_tokens'])),
    imageInput: some(count(ofInput['image_tokens'])),
    output: count(completion) + apart.output,
    reasoning: Math.max(reasoning, apart.output),
    audioOutput: some(count(ofOutput['audio_tokens'])),
    imageOutput: some(count(ofOutput['image_tokens'])),
    source: 'provider',
  };
}

/** OpenAI and OpenRouter; Anthropic; DeepSeek; Moonshot. */
function cacheReads(told: Fields, ofInput: Fields): number {
  return firstCount(
    ofInput['cached_tokens'],
    told['cache_read_input_tokens'],
    told['prompt_cache_hit_tokens'],
    told['cached_tokens']
  );
}

/** OpenRouter; LiteLLM; Anthropic. Of what is kept for an hour, Anthropic and LiteLLM tell. */
function cacheWrites(told: Fields, ofInput: Fields): { readonly all: number; readonly hour: number } {
  const byTime = fields(told['cache_creation'] ?? ofInput['cache_creation_token_details']);
  const hour = count(byTime['ephemeral_1h_input_tokens']);
  const all = firstCount(
    ofInput['cache_write_tokens'],
    ofInput['cache_creation_tokens'],
    told['cache_creation_input_tokens']
  );
  return { all: Math.max(all, hour + count(byTime['ephemeral_5m_input_tokens'])), hour };
}

interface Counted {
  readonly input: number;
  readonly output: number;
  readonly cache: number;
  readonly reasoning: number;
}

/** Tokens that are in neither of the two counts, though they belong there. */
function countedApart(
  told: Fields,
  { input, output, cache, reasoning }: Counted
): { readonly input: number; readonly output: number } {
  const total = told['total_tokens'];
  const missing = isCount(total) ? Math.max(0, total - input - output) : undefined;
  const cacheApart =
    cache > 0 &&
    (isAnthropic(told) ||
      (missing === undefined
        ? cache > input
        : missing === cache || missing === cache + reasoning || (missing > 0 && cache > input)));
  const ofCache = cacheApart ? cache : 0;
  const ofReasoning = missing === undefined ? (reasoning > output ? reasoning : 0) : Math.max(0, missing - ofCache);
  return { input: ofCache, output: ofReasoning };
}

/** Anthropic's own counts: its input has no details, and what was cached beside it. */
function isAnthropic(told: Fields): boolean {
  return (
    isCount(told['input_tokens']) && told['input_tokens_details'] === undefined && told['prompt_tokens'] === undefined
  );
}

/** Transcriptions by the second. */
function ofDuration({ type, seconds }: Fields): TokenUsage | undefined {
  return type === 'duration' && typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)
    ? { input: 0, cachedInput: 0, output: 0, reasoning: 0, audioSeconds: seconds, source: 'provider' }
    : undefined;
}

function some(amount: number): number | undefined {
  return amount > 0 ? amount : undefined;
}
