import Type from 'typebox';

import type { AttemptRow, RequestRow } from '../../store/schema.js';
import type { RequestDetails } from '../../usage/findRequest.js';

const text = (description: string) => Type.String({ nullable: true, description });
const count = (description: string) => Type.Integer({ description });
const optionalNumber = (description: string) => Type.Number({ nullable: true, description });

const fields = {
  id: Type.String(),
  time: Type.String({ format: 'date-time', description: 'When it was read.' }),
  operation: Type.String({ description: 'What was asked for, e.g. chat, embeddings.' }),
  trace_id: text('Of the traceparent that the client sent.'),
  key: Type.String(),
  team: text('Team that pays.'),
  user: text('User that asked.'),
  feature: text('Tag feature.'),
  environment: text('Tag environment.'),
  tags: Type.Record(Type.String(), Type.String(), { description: 'All tags.' }),
  model: Type.String({ description: 'The configured model asked for.' }),
  served_model: text('What the provider that answered calls its model.'),
  provider: text('Provider that gave the final answer.'),
  deployment: text('provider/model of it.'),
  streaming: Type.Boolean(),
  batch: Type.Boolean({ description: 'Whether it was made at a batch price.' }),
  status: Type.String({ description: 'success, error or aborted.' }),
  code: count('HTTP status sent to the client; 499 when it left.'),
  error_type: text('Cause of an error.'),
  cache: Type.String({ description: 'bypass, miss or hit.' }),
  input_tokens: count('Cached, cache-write, audio and image tokens included.'),
  cached_input_tokens: count('Read from the provider’s cache.'),
  cache_write_5m_tokens: count('Written to the provider’s cache for five minutes.'),
  cache_write_1h_tokens: count('Written to it for an hour.'),
  audio_input_tokens: count('Cached ones included.'),
  cached_audio_input_tokens: count('Audio read from the provider’s cache.'),
  image_input_tokens: count('Of input_tokens.'),
  output_tokens: count('Reasoning, audio and image tokens included.'),
  reasoning_tokens: count('Of output_tokens.'),
  audio_output_tokens: count('Of output_tokens.'),
  image_output_tokens: count('Of output_tokens.'),
  images: count('Images made.'),
  characters: count('Characters spoken.'),
  audio_seconds: Type.Number({ description: 'Audio heard or made.' }),
  usage_source: text('provider, or estimated where it reported nothing.'),
  cost_usd: optionalNumber('Null when nothing was used or the price is not known.'),
  cost_nano_usd: Type.Integer({ nullable: true, description: 'The same, exactly, in nano-dollars (1e-9 USD).' }),
  saved_usd: Type.Number({ description: 'What our cache saved.' }),
  saved_nano_usd: count('The same, exactly.'),
  price_source: text('config, config:<name>, or genai-prices@<version>.'),
  unpriced: Type.Boolean({ description: 'Whether something was used whose price is not known.' }),
  duration_ms: Type.Number(),
  first_token_ms: optionalNumber('To the first whole event of a stream.'),
  overhead_ms: optionalNumber('To the first call to a provider.'),
  queued_ms: optionalNumber('What it waited for a deployment at its limit of concurrent calls, if it did.'),
  attempt_count: count('Calls to providers.'),
};

export const RequestAnswer = Type.Object(fields);

export const RequestDetailsAnswer = Type.Object({
  ...fields,
  attempts: Type.Array(
    Type.Object({
      number: count('From 1.'),
      provider: Type.String(),
      deployment: Type.String(),
      model: Type.String({ description: 'The configured model it was made for: the one asked for, or a fallback.' }),
      status: Type.Integer({ nullable: true, description: 'HTTP status of the provider’s answer.' }),
      outcome: Type.String({ description: 'success, aborted, or the cause of the error.' }),
      duration_ms: Type.Number(),
      start_ms: optionalNumber('From the request being read to this call; null where an earlier version kept it.'),
      provider_request_id: text(
        'What the provider calls this call, where it says so and more than one was made or it failed.'
      ),
    })
  ),
  content: Type.Object(
    { request: Type.String(), response: text('Null where there was no answer.') },
    { nullable: true, description: 'Prompt and answer, redacted, where they are kept (ledger.contents).' }
  ),
});

/** A request as the API tells it. */
export function toRequestJson(row: RequestRow) {
  const { time, tags, streaming, batch, unpriced, attempts, cost_nano_usd, saved_nano_usd, ...rest } = row;
  return {
    ...rest,
    time: new Date(time).toISOString(),
    tags: tags === null ? {} : (JSON.parse(tags) as Record<string, string>),
    streaming: streaming === 1,
    batch: batch === 1,
    cost_usd: cost_nano_usd === null ? null : cost_nano_usd / 1e9,
    cost_nano_usd,
    saved_usd: saved_nano_usd / 1e9,
    saved_nano_usd,
    unpriced: unpriced === 1,
    attempt_count: attempts,
  };
}

export function toDetailsJson({ row, attempts, content }: RequestDetails) {
  return {
    ...toRequestJson(row),
    attempts: attempts.map(({ request_id: _id, time: _time, ...attempt }: AttemptRow) => attempt),
    content: content === undefined ? null : { request: content.request, response: content.response },
  };
}
