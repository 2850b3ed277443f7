import type { TimeoutsDraft } from './providerDraft.js';
import { type Mapping, asAmount } from './values.js';

/** Seconds that hold for deployments which say nothing else. */
export interface Timeouts {
  readonly total: number | undefined;
  readonly stream: number | undefined;
}

const MAX_MS = 86_400_000;

/** Of a deployment, with what holds for all where it says nothing itself. */
export function deploymentTimeouts(params: Mapping, defaults: Timeouts): TimeoutsDraft {
  const total = milliseconds(asAmount(params['timeout']) ?? defaults.total);
  const stream = milliseconds(asAmount(params['stream_timeout']) ?? defaults.stream);
  return {
    ...(stream === undefined ? {} : { first_token_ms: stream, idle_ms: stream }),
    ...(total === undefined ? {} : { total_ms: total }),
  };
}

/** Seconds as whole milliseconds that our configuration takes. */
export function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.min(MAX_MS, Math.max(1, Math.round(seconds * 1_000)));
}
