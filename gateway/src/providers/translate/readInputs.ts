import { invalidRequest } from './invalidRequest.js';

/** `input` of an embeddings request as texts. @throws GatewayError 400 for anything else, e.g. tokens. */
export function readInputs(input: unknown): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string')) {
    throw invalidRequest('input', 'must be a text or a list of texts: only OpenAI’s own models take tokens.');
  }
  return texts as readonly string[];
}
