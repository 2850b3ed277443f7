/** What `GET /api/v1/status` answers. */
export interface GatewayStatus {
  readonly version: string;
  readonly started_at: string;
  readonly models: number;
  readonly providers: number;
  readonly process: {
    readonly pid: number;
    readonly host: string;
    readonly heap_used_bytes: number;
    readonly heap_limit_bytes: number;
    readonly network?: { readonly received_bytes: number; readonly sent_bytes: number };
  };
  readonly store: {
    readonly dialect: 'sqlite' | 'postgres';
    readonly up: boolean;
    readonly latency_ms?: number;
    readonly reason?: string;
  };
  readonly redis: { readonly up: boolean } | null;
  readonly ledger: {
    readonly pending: number;
    readonly lag_seconds: number;
    readonly journal_bytes: number;
    readonly write_failures: number;
    readonly refused: number;
    readonly full: boolean;
    readonly journal_failing: boolean;
  };
}

/** Whether an answer is of a gateway that tells what this doctor reads: one of an older version tells less. */
export function isGatewayStatus(answer: unknown): answer is GatewayStatus {
  const parts = ['process', 'store', 'redis', 'ledger'];
  return typeof answer === 'object' && answer !== null && parts.every((part) => part in answer);
}
