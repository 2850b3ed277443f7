/**
 * The tables of the store, the same in SQLite and PostgreSQL. Times in epoch milliseconds, durations in milliseconds,
 * money in integer nano-dollars (1e-9 USD), flags 0 or 1.
 */
export interface StoreSchema {
  requests: RequestRow;
  attempts: AttemptRow;
  contents: ContentRow;
  usage_hourly: HourlyRow;
  usage_hourly_users: HourlyUserRow;
  usage_totals: UsageTotalRow;
  duration_totals: DurationTotalRow;
  objects: ObjectRow;
  audit_log: AuditRow;
  events: EventRow;
  budget_notices: BudgetNoticeRow;
  webhook_deliveries: WebhookDeliveryRow;
  alerts: AlertRow;
}

/** One ended request. `id` begins with `req_` and is a UUID v7 of `time`: with the id alone, its row is found at once. */
export interface RequestRow {
  id: string;
  time: number;
  /** What was asked for, e.g. `chat`, `embeddings`. */
  operation: string;
  trace_id: string | null;
  key: string;
  team: string | null;
  user: string | null;
  feature: string | null;
  environment: string | null;
  /** JSON object of strings; feature and environment are in it too. */
  tags: string | null;
  /** The configured model asked for. */
  model: string;
  /** What the provider that answered calls its model. */
  served_model: string | null;
  provider: string | null;
  /** `provider/model`. */
  deployment: string | null;
  streaming: number;
  batch: number;
  status: string;
  code: number;
  error_type: string | null;
  /** `bypass`, `miss` or `hit`. */
  cache: string;
  input_tokens: number;
  cached_input_tokens: number;
  cache_write_5m_tokens: number;
  cache_write_1h_tokens: number;
  audio_input_tokens: number;
  /** Part of both cached_input_tokens and audio_input_tokens. */
  cached_audio_input_tokens: number;
  image_input_tokens: number;
  output_tokens: number;
  reasoning_tokens: number;
  audio_output_tokens: number;
  image_output_tokens: number;
  images: number;
  characters: number;
  audio_seconds: number;
  /** `provider` or `estimated`; null when nothing was used. */
  usage_source: string | null;
  /** Null when nothing was used or the price is unknown. */
  cost_nano_usd: number | null;
  /** What our cache saved: the price of the answer, had it been asked for again. */
  saved_nano_usd: number;
  /** `config`, or `genai-prices@<version>`. */
  price_source: string | null;
  unpriced: number;
  duration_ms: number;
  first_token_ms: number | null;
  overhead_ms: number | null;
  /** What it waited for a deployment at its limit of concurrent calls; part of overhead_ms where a call was made after it. */
  queued_ms: number | null;
  /** How many calls to providers were made. */
  attempts: number;
}

/** A call to a provider, where it says more than the request's row: one of several, or one that failed. */
export interface AttemptRow {
  request_id: string;
  /** Of the request. */
  time: number;
  /** From 1. */
  number: number;
  provider: string;
  deployment: string;
  model: string;
  status: number | null;
  outcome: string;
  duration_ms: number;
  /** From the request being read to this call; null in rows of earlier versions. */
  start_ms: number | null;
  /** What the provider calls this call. */
  provider_request_id: string | null;
}

/** Prompt and answer of a request, redacted; only where the configuration asks for it. */
export interface ContentRow {
  request_id: string;
  time: number;
  request: string;
  response: string | null;
}

/** Sums that both rollups keep. */
export interface RollupSums {
  requests: number;
  errors: number;
  aborted: number;
  input_tokens: number;
  cached_input_tokens: number;
  cache_write_tokens: number;
  output_tokens: number;
  reasoning_tokens: number;
  cost_nano_usd: number;
  saved_nano_usd: number;
  unpriced: number;
  duration_ms: number;
  first_token_ms: number;
  /** Requests that have a first_token_ms. */
  first_tokens: number;
}

/** Sums of an hour (UTC). A dimension that is not known is the empty string, so that it can be part of the key. */
export interface HourlyRow extends RollupSums {
  /** Start of the hour. */
  hour: number;
  team: string;
  key: string;
  model: string;
  provider: string;
  feature: string;
  environment: string;
  status: string;
  error_type: string;
  streaming: number;
  cache: string;
}

/** As usage_hourly, by user; apart, so that many users do not make the other large. */
export interface HourlyUserRow extends RollupSums {
  hour: number;
  user: string;
  team: string;
  model: string;
}

/** All that a team ever asked of a model; no retention takes from it. */
export interface UsageTotalRow {
  /** Empty where there is none. */
  team: string;
  model: string;
  /** When the first of it was written. */
  since: number;
  requests: number;
  errors: number;
  cost_nano_usd: number;
}

/** All requests that were ever made of a model, by their duration. */
export interface DurationTotalRow {
  model: string;
  /** Upper bound of the durations, in milliseconds; 0 for those above the last. */
  up_to_ms: number;
  requests: number;
  /** Their durations together. */
  duration_ms: number;
}

/**
 * What the admin API manages: keys, teams, users, budgets, limits, providers, models, prices. `document` is the JSON
 * that would stand in the configuration file; secrets in it are hashed (keys) or encrypted (providers).
 */
export interface ObjectRow {
  kind: string;
  name: string;
  document: string;
  /** From one sequence over all objects, so that replicas ask for what changed since. */
  revision: number;
  /** 1 once removed: kept so that replicas learn of it. */
  deleted: number;
  created_at: number;
  updated_at: number;
}

/** Who changed what. Never holds a secret. */
export interface AuditRow {
  id: string;
  time: number;
  /** `admin`, or the user that the caller names. */
  actor: string;
  address: string | null;
  /** e.g. `create`, `update`, `delete`, `rotate`, `revoke`. */
  action: string;
  kind: string;
  name: string;
  /** JSON. */
  before: string | null;
  after: string | null;
}

/** Something that happened: a breaker, a reload, a budget, an alert. */
export interface EventRow {
  id: string;
  time: number;
  type: string;
  /** JSON. */
  document: string;
}

/** That a budget's threshold was told of in a window; whoever inserts it tells. */
export interface BudgetNoticeRow {
  budget: string;
  subject: string;
  window_start: number;
  /** Share of the limit in percent; 100 when exhausted, 0 for the reset that began the window, -1 that it was spent in. */
  threshold: number;
  time: number;
}

/** A webhook call that is still to be made, or was given up. */
export interface WebhookDeliveryRow {
  id: string;
  created_at: number;
  /** Name of the webhook in the configuration. */
  webhook: string;
  type: string;
  /** JSON. */
  body: string;
  attempts: number;
  next_at: number;
  /** `pending`, `delivered` or `failed`. */
  state: string;
  last_error: string | null;
}

/** An alert that Alertmanager or Grafana told of, as it was last. */
export interface AlertRow {
  /** Of its labels. */
  fingerprint: string;
  /** `firing` or `resolved`. */
  status: string;
  /** `alertmanager` or `grafana`. */
  source: string;
  starts_at: number;
  ends_at: number | null;
  /** JSON objects of strings. */
  labels: string;
  annotations: string;
  generator_url: string | null;
  /** When its status was first told. */
  changed_at: number;
  /** When it was last told of. */
  received_at: number;
}
