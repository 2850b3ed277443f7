/** One of our providers while it is put together. */
export interface ProviderDraft {
  readonly name: string;
  readonly type: 'openai' | 'openai-compatible';
  readonly base_url?: string;
  readonly api_key?: string;
  readonly prices?: string;
  readonly timeouts?: TimeoutsDraft;
}

export interface TimeoutsDraft {
  readonly first_token_ms?: number;
  readonly idle_ms?: number;
  readonly total_ms?: number;
}
