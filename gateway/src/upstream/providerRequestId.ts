import type { IncomingHttpHeaders } from 'node:http';

/** OpenAI and most others; Anthropic; Azure; Bedrock. */
const NAMES = ['x-request-id', 'request-id', 'apim-request-id', 'x-amzn-requestid'];

/** Longer is no id: it is kept with each failed call. */
const MAX_LENGTH = 128;

/** What a provider calls the call that it answers with these headers; undefined where it says nothing. */
export function providerRequestId(headers: IncomingHttpHeaders): string | undefined {
  for (const name of NAMES) {
    const value = headers[name];
    if (typeof value === 'string' && value !== '') {
      return value.slice(0, MAX_LENGTH);
    }
  }
  return undefined;
}
