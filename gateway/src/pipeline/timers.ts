import { GatewayError } from '../errors/gatewayError.js';
import type { Provider } from '../providers/provider.js';
import type { Exchange } from '../upstream/exchange.js';
import type { Relay } from './relay.js';

/** Ends the call when its first token, or all of it, takes too long. Undici's own timers are half a second coarse. */
export function startTimers(exchange: Exchange, { name, upstream }: Provider, relay: Relay | undefined) {
  const { first_token_ms: firstTokenMs, total_ms: totalMs } = upstream.timeouts;
  const total = setTimeout(
    () => exchange.cancel(timeout(`The provider ${name} did not finish its answer in time (timeouts.total_ms).`)),
    totalMs
  );
  const first =
    relay &&
    setTimeout(() => {
      if (relay.stream === undefined) {
        exchange.cancel(timeout(`The provider ${name} did not begin its answer in time (timeouts.first_token_ms).`));
      }
    }, firstTokenMs);
  return {
    stop() {
      clearTimeout(total);
      clearTimeout(first);
    },
  };
}

function timeout(message: string): GatewayError {
  return new GatewayError(message, { status: 504, type: 'timeout', code: 'upstream_timeout' });
}
