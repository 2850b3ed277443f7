import type { Upstream } from '../upstream/upstream.js';
import type { ChatDialect } from './chatDialect.js';
import type { Provider, Services } from './provider.js';

export interface DialectProviderOptions {
  readonly name: string;
  readonly type: string;
  readonly upstream: Upstream;
  readonly dialect: ChatDialect;
  /** Whether a field that it cannot honour is left out instead of refused. */
  readonly dropUnsupported: boolean;
  readonly healthCall: Provider['healthCall'];
  /** What it does besides chat, and what it can do without translation. */
  readonly services?: Services | undefined;
}

/** A provider with its own way to chat. */
export function dialectProvider(options: DialectProviderOptions): Provider {
  const { name, type, upstream, dialect, dropUnsupported, healthCall, services } = options;
  return {
    name,
    type,
    upstream,
    healthCall,
    services: {
      ...services,
      chat: {
        call: ({ parameters }, model) => dialect.request(parameters, model, { dropUnsupported }),
        translation: {
          answer: (body, parameters) => dialect.answer(body, parameters),
          streams: {
            type: dialect.streamType ?? 'text/event-stream',
            translator: (parameters) => dialect.stream(parameters),
          },
        },
      },
    },
    readError: (answer) => dialect.readError(answer),
  };
}
