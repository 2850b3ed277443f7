/** One ended request; columns as in the ledger's tables. Times in epoch milliseconds, durations in milliseconds. */
export interface RequestRow {
  id: string;
  time: number;
  key: string;
  team: string | null;
  user: string | null;
  /** JSON object of strings. */
  tags: string | null;
  model: string;
  provider: string | null;
  deployment: string | null;
  /** 0 or 1. */
  streaming: number;
  status: string;
  code: number;
  error_type: string | null;
  input_tokens: number;
  cached_input_tokens: number;
  output_tokens: number;
  reasoning_tokens: number;
  /** `provider` or `estimated`; null when no tokens were used. */
  usage_source: string | null;
  /** Integer nano-dollars (1e-9 USD); null when nothing was used or the price is unknown. */
  cost_nano_usd: number | null;
  price_source: string | null;
  /** 0 or 1. */
  unpriced: number;
  duration_ms: number;
  first_token_ms: number | null;
  overhead_ms: number | null;
  /** JSON array of attempts, where it says more than the row: several, or a failed one. */
  attempts: string | null;
}

export interface LedgerSchema {
  requests: RequestRow;
}
