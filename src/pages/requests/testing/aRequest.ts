import { toRow, type ListedRequest, type RequestDetails, type RequestRow } from '../list/requestRow';

type Attempt = RequestDetails['attempts'][number];

/** A request that went well, as the gateway lists it; what a test is about is overridden. */
export function aRequest(overrides: Partial<ListedRequest> = {}): ListedRequest {
  return {
    id: 'req_1',
    time: '2026-11-26T04:00:00.000Z',
    operation: 'chat',
    trace_id: null,
    key: 'ci',
    team: null,
    user: null,
    feature: null,
    environment: null,
    tags: {},
    model: 'gpt-4o',
    served_model: 'gpt-4o-2024-11-20',
    provider: 'openai',
    deployment: 'openai/gpt-4o-2024-11-20',
    streaming: false,
    batch: false,
    status: 'success',
    code: 200,
    error_type: null,
    cache: 'bypass',
    input_tokens: 1000,
    cached_input_tokens: 0,
    cache_write_5m_tokens: 0,
    cache_write_1h_tokens: 0,
    audio_input_tokens: 0,
    cached_audio_input_tokens: 0,
    image_input_tokens: 0,
    output_tokens: 50,
    reasoning_tokens: 0,
    audio_output_tokens: 0,
    image_output_tokens: 0,
    images: 0,
    characters: 0,
    audio_seconds: 0,
    usage_source: 'provider',
    cost_usd: 0.00075,
    cost_nano_usd: 750_000,
    saved_usd: 0,
    saved_nano_usd: 0,
    price_source: 'config',
    unpriced: false,
    duration_ms: 1200,
    first_token_ms: null,
    overhead_ms: 0.5,
    queued_ms: null,
    attempt_count: 1,
    ...overrides,
  };
}

/** The same, in full. */
export function requestDetails(overrides: Partial<RequestDetails> = {}): RequestDetails {
  return { ...aRequest(), attempts: [anAttempt()], content: null, ...overrides };
}

export function anAttempt(overrides: Partial<Attempt> = {}): Attempt {
  return {
    number: 1,
    provider: 'openai',
    deployment: 'openai/gpt-4o-2024-11-20',
    model: 'gpt-4o',
    status: 200,
    outcome: 'success',
    start_ms: 0.5,
    duration_ms: 1199,
    provider_request_id: null,
    ...overrides,
  };
}

/** The same, as the table has it. */
export function aRow(overrides: Partial<RequestRow> = {}): RequestRow {
  return { ...toRow(aRequest()), ...overrides };
}
