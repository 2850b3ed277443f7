import { native } from '../metrics/native.js';
import { type Dialect, view } from './view.js';

/** Boundaries of the conventions, in seconds and in tokens. */
const DURATION_SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
const FIRST_TOKEN_SECONDS = [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const OUTPUT_TOKEN_SECONDS = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5];
const TOKENS = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864];

/** What the conventions call our operations; those that they do not know keep their names. */
const GENAI_OPERATIONS = { completions: 'text_completion', responses: 'chat', messages: 'chat' } as const;

/** Attributes that every family has; `gen_ai_system` is what `gen_ai_provider_name` was called before. */
const ATTRIBUTES = {
  gen_ai_operation_name: { from: 'operation', words: GENAI_OPERATIONS },
  gen_ai_provider_name: 'provider',
  gen_ai_system: 'provider',
  gen_ai_request_model: 'model',
} as const;

/** OpenTelemetry's GenAI metrics as its Prometheus exporter names them: the gateway is a client of providers, and a server. */
export const genaiViews = {
  tokenUsage: view({
    name: 'gen_ai_client_token_usage',
    type: 'histogram',
    help: 'Tokens of one request.',
    from: native.requestTokens,
    labels: { ...ATTRIBUTES, gen_ai_token_type: 'type' },
    buckets: TOKENS,
  }),
  operationDuration: view({
    name: 'gen_ai_client_operation_duration_seconds',
    type: 'histogram',
    help: 'Duration of calls to providers, whatever came of them.',
    from: native.attemptDuration,
    labels: ATTRIBUTES,
    buckets: DURATION_SECONDS,
  }),
  timeToFirstChunk: view({
    name: 'gen_ai_client_operation_time_to_first_chunk_seconds',
    type: 'histogram',
    help: 'From the request being read to the first whole event of a streamed answer.',
    from: native.timeToFirstToken,
    labels: ATTRIBUTES,
    buckets: FIRST_TOKEN_SECONDS,
  }),
  requestDuration: view({
    name: 'gen_ai_server_request_duration_seconds',
    type: 'histogram',
    help: 'From the request being read to the last byte of its answer.',
    from: native.requestDuration,
    // An attribute that does not apply is not there, which to Prometheus is an empty label.
    labels: { ...ATTRIBUTES, error_type: { from: 'status', words: { success: '', error: '_OTHER' } } },
    buckets: DURATION_SECONDS,
  }),
  timeToFirstToken: view({
    name: 'gen_ai_server_time_to_first_token_seconds',
    type: 'histogram',
    help: 'From the request being read to the first whole event of a streamed answer.',
    from: native.timeToFirstToken,
    labels: ATTRIBUTES,
    buckets: FIRST_TOKEN_SECONDS,
  }),
  timePerOutputToken: view({
    name: 'gen_ai_server_time_per_output_token_seconds',
    type: 'histogram',
    help: 'Mean time between output tokens of one streamed answer, the first one left out.',
    from: native.timePerOutputToken,
    labels: ATTRIBUTES,
    buckets: OUTPUT_TOKEN_SECONDS,
  }),
} as const;

export const genai: Dialect = { name: 'genai', none: '', views: Object.values(genaiViews) };
