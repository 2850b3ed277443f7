import { RawUpstream, answer } from '../support/rawUpstream.js';

/** A provider that reports every part of the tokens, as OpenAI and Anthropic do. */
export async function startDetailedUpstream(): Promise<RawUpstream> {
  const usage = {
    prompt_tokens: 100,
    completion_tokens: 50,
    prompt_tokens_details: { cached_tokens: 40, cache_write_tokens: 20, audio_tokens: 10 },
    completion_tokens_details: { reasoning_tokens: 20, audio_tokens: 10 },
  };
  return RawUpstream.start({
    detailed: ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer('Hello', usage));
    },
  });
}
