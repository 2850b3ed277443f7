import type { HttpProviderConfig } from '../../config/schema.js';

/** One of our providers while it is put together. */
export interface ProviderDraft {
  readonly name: string;
  readonly type: HttpProviderConfig['type'];
  readonly base_url?: string;
  readonly region?: string;
  readonly api_key?: string;
  readonly azure_ad_token?: string;
  readonly access_key_id?: string;
  readonly secret_access_key?: string;
  readonly session_token?: string;
  readonly api_version?: string;
  readonly prices?: string;
  readonly drop_unsupported?: boolean;
  readonly timeouts?: TimeoutsDraft;
}

export interface TimeoutsDraft {
  readonly first_token_ms?: number;
  readonly idle_ms?: number;
  readonly total_ms?: number;
}
