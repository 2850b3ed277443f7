import type { SimulatorSettings } from '../config/schema.js';
import type { Failure } from './failure.js';
import { drawLatency } from './latency.js';
import { outageAt } from './outage.js';

/** What happens to one request. */
export type Decision =
  | Outage
  | { readonly kind: 'stall' }
  | { readonly kind: 'failure'; readonly latencyMs: number; readonly failure: Failure }
  | { readonly kind: 'answer'; readonly latencyMs: number; readonly streamEnd: StreamEnd };

/** What an outage does to any request. */
export type Outage = { readonly kind: 'reset' } | { readonly kind: 'outage'; readonly failure: Failure };

/** How a stream ends, if the answer is one. */
export type StreamEnd = 'whole' | 'reset' | 'stall';

/**
 * Decides on one request, with one random number a kind: what one share comes to does not depend on the others'. Of
 * several that hit, the one that shows first wins: outage, reset, stall, failure.
 * @param random numbers from 0 up to 1
 * @param elapsedMs since the start of the process, which outages are relative to
 */
export function decide(behaviour: SimulatorSettings, random: () => number, elapsedMs: number): Decision {
  const latencyMs = drawLatency(behaviour, random());
  const isReset = random() < behaviour.reset_rate;
  const isStall = random() < behaviour.stall_rate;
  const failure = drawFailure(behaviour, random());
  const isStreamReset = random() < behaviour.stream_reset_rate;
  const isStreamStall = random() < behaviour.stream_stall_rate;

  const outage = decideOutage(behaviour, elapsedMs);
  if (outage !== undefined) {
    return outage;
  }
  if (isReset) {
    return { kind: 'reset' };
  }
  if (isStall) {
    return { kind: 'stall' };
  }
  if (failure !== undefined) {
    return { kind: 'failure', latencyMs, failure };
  }
  return { kind: 'answer', latencyMs, streamEnd: isStreamReset ? 'reset' : isStreamStall ? 'stall' : 'whole' };
}

/** What the outage that is on does; undefined when there is none. */
export function decideOutage({ outages }: SimulatorSettings, elapsedMs: number): Outage | undefined {
  const outage = outageAt(outages, elapsedMs);
  if (outage === undefined) {
    return undefined;
  }
  return outage.reset ? { kind: 'reset' } : { kind: 'outage', failure: { status: outage.status } };
}

/** One draw over all kinds of failures side by side, so that each gets its share and no request gets two. */
function drawFailure({ error_rate, error_status, errors }: SimulatorSettings, draw: number): Failure | undefined {
  let bound = 0;
  return [{ share: error_rate, status: error_status }, ...errors].find(({ share }) => draw < (bound += share));
}
