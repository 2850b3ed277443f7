import type { Logger } from 'pino';

import type { UsageEvent, UsageListener } from './event.js';

/** Hands each usage event to everyone who lives on it. A listener that throws does not keep it from the others. */
export interface UsageBus {
  publish(event: UsageEvent): void;
  subscribe(listener: UsageListener): void;
}

export function createUsageBus(log: Logger): UsageBus {
  const listeners: UsageListener[] = [];
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          log.error({ err: error, requestId: event.id }, 'a consumer of usage events failed');
        }
      }
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
