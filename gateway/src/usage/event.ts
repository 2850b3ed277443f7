import type { ErrorType } from '../errors/gatewayError.js';

/** Tokens as OpenAI counts them: cached ones are part of input, reasoning ones part of output. */
export interface TokenUsage {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
  readonly reasoning: number;
  /** `provider` where the provider reported them, `estimated` where we counted what went over the wire. */
  readonly source: 'provider' | 'estimated';
}

/** What a request cost and how we know. Integer nano-dollars (1e-9 USD), so that sums are exact. */
export interface Cost {
  readonly nanoUsd: number;
  /** `config`, or `genai-prices@<version>`. */
  readonly source: string;
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
  readonly durationMs: number;
}

export type RequestStatus = 'success' | 'error' | 'aborted';

/**
 * The one account of an ended request. Immutable; ledger, metrics, budgets and live stream are fed from it and from
 * nothing else.
 */
export interface UsageEvent {
  readonly id: string;
  /** Epoch milliseconds at which the request was read. */
  readonly time: number;
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
  readonly streaming: boolean;
  readonly status: RequestStatus;
  /** HTTP status sent to the client; 499 when it left. */
  readonly code: number;
  readonly errorType: ErrorType | undefined;
  readonly tokens: TokenUsage | undefined;
  /** Undefined when no tokens were used, or when they have no known price: then `unpriced` is set. */
  readonly cost: Cost | undefined;
  readonly unpriced: boolean;
  readonly durationMs: number;
  /** From the request being read to the first whole event of a stream. */
  readonly firstTokenMs: number | undefined;
  /** From the request being read to the first call to a provider. */
  readonly overheadMs: number | undefined;
  readonly attempts: readonly Attempt[];
}

export type UsageListener = (event: UsageEvent) => void;
