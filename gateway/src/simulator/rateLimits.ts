import type { SimulatedRateLimitConfig } from '../config/schema.js';
import type { Failure } from './failure.js';

/** Length of a window, in milliseconds. */
const WINDOW_MS = 60_000;

/** Most models that are counted at a time; past it the one whose window is oldest is forgotten. */
const MAX_WINDOWS = 10_000;

interface Window {
  readonly startedAt: number;
  requests: number;
  tokens: number;
}

export interface RateLimitVerdict {
  /** Where the limits stand, as `x-ratelimit-*`; on answers and refusals alike. */
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the limit is used up. */
  readonly refusal: Failure | undefined;
}

/** Counts requests and tokens in fixed windows of one minute, which start with the first request. */
export class RateLimits {
  private readonly windows = new Map<string, Window>();

  /**
   * Takes one request from what is left; one that is refused takes nothing.
   * @param key what is counted together
   * @param now in milliseconds, of any clock that does not go back
   */
  take(key: string, limit: SimulatedRateLimitConfig, tokens: number, now: number): RateLimitVerdict {
    const window = this.windowOf(key, now);
    const { requests_per_minute: maxRequests = Infinity, tokens_per_minute: maxTokens = Infinity } = limit;
    const outOfRequests = window.requests + 1 > maxRequests;
    const refused = outOfRequests || window.tokens + tokens > maxTokens;
    if (!refused) {
      window.requests += 1;
      window.tokens += tokens;
    }
    const resetMs = window.startedAt + WINDOW_MS - now;
    return {
      headers: {
        ...headers('requests', maxRequests, window.requests, resetMs),
        ...headers('tokens', maxTokens, window.tokens, resetMs),
      },
      refusal: refused ? refusal(outOfRequests ? 'requests' : 'tokens', limit, resetMs) : undefined,
    };
  }

  private windowOf(key: string, now: number): Window {
    const known = this.windows.get(key);
    if (known !== undefined && now < known.startedAt + WINDOW_MS) {
      return known;
    }
    // Inserted anew, so that the map stays in the order in which windows started.
    this.windows.delete(key);
    const [oldest] = this.windows.keys();
    if (this.windows.size >= MAX_WINDOWS && oldest !== undefined) {
      this.windows.delete(oldest);
    }
    const window = { startedAt: now, requests: 0, tokens: 0 };
    this.windows.set(key, window);
    return window;
  }
}

function headers(of: string, limit: number, used: number, resetMs: number): Record<string, string> {
  if (limit === Infinity) {
    return {};
  }
  return {
    [`x-ratelimit-limit-${of}`]: String(limit),
    // A limit that was lowered meanwhile may be overdrawn.
    [`x-ratelimit-remaining-${of}`]: String(Math.max(0, limit - used)),
    [`x-ratelimit-reset-${of}`]: `${Math.ceil(resetMs) / 1000}s`,
  };
}

function refusal(of: 'requests' | 'tokens', limit: SimulatedRateLimitConfig, resetMs: number): Failure {
  return {
    status: 429,
    code: 'rate_limit_exceeded',
    message: `The simulated provider's limit of ${limit[`${of}_per_minute`]} ${of} per minute is used up.`,
    retry_after_seconds: Math.ceil(resetMs / 1000),
  };
}
