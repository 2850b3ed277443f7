import { parseChatParameters } from '../chat/chatParameters.js';
import type { ChatSurface } from '../chat/chatSurface.js';
import type { RequestParameters } from '../operations/parameters.js';
import type { ServiceRequest } from '../providers/provider.js';

/** The request as a chat completion request, made once and only where a provider needs it. */
export function chatRequestOf(surface: ChatSurface, { body }: RequestParameters): () => ServiceRequest {
  let made: ServiceRequest | undefined;
  return () => {
    if (made === undefined) {
      const bytes = Buffer.from(JSON.stringify(surface.parse(body)));
      made = { body: bytes, parameters: parseChatParameters(bytes) };
    }
    return made;
  };
}
