import type { ErrorType } from '../errors/gatewayError.js';
import type { OperationName } from '../operations/name.js';

/**
 * What a request used, as OpenAI counts: cached, cache-write, audio and image tokens are part of input; reasoning,
 * audio and image tokens part of output. What few providers report is left out where it is 0.
 */
export interface TokenUsage {
  readonly input: number;
  /** Read from the provider's prompt cache. */
  readonly cachedInput: number;
  /** Written to the provider's prompt cache, to be kept for five minutes (or as long as it says), or for an hour. */
  readonly cacheWrite5m?: number | undefined;
  readonly cacheWrite1h?: number | undefined;
  readonly audioInput?: number | undefined;
  /** Audio among what was read from the cache: part of both. */
  readonly cachedAudioInput?: number | undefined;
  readonly imageInput?: number | undefined;
  readonly output: number;
  readonly reasoning: number;
  readonly audioOutput?: number | undefined;
  readonly imageOutput?: number | undefined;
  /** Requests that the provider bills it as; one if left out. */
  readonly requests?: number | undefined;
  /** Images made. */
  readonly images?: number | undefined;
  /** Characters spoken. */
  readonly characters?: number | undefined;
  /** Seconds of audio heard or made. */
  readonly audioSeconds?: number | undefined;
  /** `provider` where the provider reported them, `estimated` where we counted what went over the wire. */
  readonly source: 'provider' | 'estimated';
}

/** What a request cost and how we know. Integer nano-dollars (1e-9 USD), so that sums are exact. */
export interface Cost {
  readonly nanoUsd: number;
  /** `config`, `config:<name of the override>`, or `genai-prices@<version>`. */
  readonly source: string;
}

export type CacheState = 'bypass' | 'miss' | 'hit';

/** Prompt and answer, redacted; kept only where the configuration asks for it. */
export interface Content {
  readonly request: string;
  readonly response: string | undefined;
}

/** One call to a provider. */
export interface Attempt {
  readonly provider: string;
  readonly deployment: string;
  /** The configured model it was made for: the one asked for, or a fallback. */
  readonly model: string;
  /** HTTP status of the provider's answer, where there was one. */
  readonly status: number | undefined;
  readonly outcome: 'success' | 'aborted' | ErrorType;
  /** From the request being read to this call. */
  readonly startMs: number;
  readonly durationMs: number;
  /** What the provider calls this call, for its support; where it says so. */
  readonly providerRequestId?: string | undefined;
}

export type RequestStatus = 'success' | 'error' | 'aborted';

/**
 * The one account of an ended request. Immutable; ledger, metrics, budgets and live stream are fed from it and from
 * nothing else.
 */
export interface UsageEvent {
  /** `req_` and a UUID v7 of `time`. */
  readonly id: string;
  /** What was asked for. */
  readonly operation: OperationName;
  /** Epoch milliseconds at which the request was read. */
  readonly time: number;
  /** Of the W3C traceparent that the client sent or, with tracing, of the trace that began with it. */
  readonly traceId?: string | undefined;
  readonly key: string;
  readonly team: string | undefined;
  readonly user: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** The configured model that the client asked for; `unknown` if there is none of that name. */
  readonly model: string;
  /** Provider that gave the final answer, if one was reached. */
  readonly provider: string | undefined;
  /** `provider/model` that gave the final answer. */
  readonly deployment: string | undefined;
  /** What the provider that gave the final answer calls its model; of an answer from the cache, the one that made it. */
  readonly servedModel?: string | undefined;
  readonly streaming: boolean;
  /** Whether it was made at a provider's batch price. */
  readonly batch?: boolean | undefined;
  readonly cache?: CacheState | undefined;
  readonly status: RequestStatus;
  /** HTTP status sent to the client; 499 when it left. */
  readonly code: number;
  readonly errorType: ErrorType | undefined;
  /** Undefined when nothing was used: on errors before a provider, and for an answer from the cache. */
  readonly tokens: TokenUsage | undefined;
  /** Undefined when no tokens were used, or when they have no known price: then `unpriced` is set. */
  readonly cost: Cost | undefined;
  readonly unpriced: boolean;
  /** What our cache saved, in nano-dollars: then `cost` is 0. */
  readonly savedNanoUsd?: number | undefined;
  /** What the answer from our cache had used when it was made; the ledger keeps only what it saved. */
  readonly savedTokens?: TokenUsage | undefined;
  readonly durationMs: number;
  /** From the request being read to the first whole event of a stream. */
  readonly firstTokenMs: number | undefined;
  /** From the request being read to the first call to a provider. */
  readonly overheadMs: number | undefined;
  /** What it waited for a deployment at its limit of concurrent calls, if it did. */
  readonly queuedMs?: number | undefined;
  readonly attempts: readonly Attempt[];
  readonly content?: Content | undefined;
}

export type UsageListener = (event: UsageEvent) => void;
