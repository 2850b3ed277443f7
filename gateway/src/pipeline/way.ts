import type { ChatSurface } from '../chat/chatSurface.js';
import { OPERATIONS } from '../operations/index.js';
import type { Operation } from '../operations/operation.js';
import type { Provider, Service, ServiceRequest } from '../providers/provider.js';
import { notServed } from '../routing/notServed.js';
import type { ParsedRequest } from './request.js';

/** How one provider serves one request. */
export interface Way {
  readonly service: Service;
  /** Whose shape its answers have: of what was asked for or, where the provider has only that, of a chat completion. */
  readonly operation: Operation;
  readonly request: ServiceRequest;
  /** Turns a chat completion into what the client expects. */
  readonly surface: ChatSurface | undefined;
}

/** @throws GatewayError 400 where the provider cannot do it, or what is asked cannot be said as a chat completion. */
export function wayTo(request: ParsedRequest, provider: Provider): Way {
  const { operation, parameters, body, upload, headers, asChat } = request;
  const own = provider.services[operation.name];
  if (own !== undefined) {
    return { service: own, operation, request: { parameters, body, upload, headers }, surface: undefined };
  }
  const { chat } = provider.services;
  if (operation.surface === undefined || asChat === undefined || chat === undefined) {
    throw notServed(parameters.model, operation, [provider]);
  }
  const asked = chat.translation === undefined ? asChat.plain : asChat.whole;
  return { service: chat, operation: OPERATIONS.chat, request: asked, surface: operation.surface };
}
