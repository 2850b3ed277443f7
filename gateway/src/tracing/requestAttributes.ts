import type { Attributes } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE, ATTR_HTTP_RESPONSE_STATUS_CODE } from '@opentelemetry/semantic-conventions';
import {
  ATTR_GEN_AI_OPERATION_NAME,
  ATTR_GEN_AI_REQUEST_MODEL,
  ATTR_GEN_AI_REQUEST_STREAM,
} from '@opentelemetry/semantic-conventions/incubating';

import type { UsageEvent } from '../usage/event.js';
import { operationName } from './operationName.js';

const MS_PER_SECOND = 1000;
const NANO = 1e9;

/**
 * What a request came to. Its tokens are not named `gen_ai.usage.*`: those are the calls', and whoever adds them up
 * would have them twice.
 */
export function requestAttributes(event: UsageEvent): Attributes {
  const { attempts, tokens, cost, tags, overheadMs, firstTokenMs, savedNanoUsd } = event;
  const attributes: Attributes = {
    [ATTR_HTTP_RESPONSE_STATUS_CODE]: event.code,
    [ATTR_ERROR_TYPE]: event.errorType,
    [ATTR_GEN_AI_OPERATION_NAME]: operationName(event.operation),
    [ATTR_GEN_AI_REQUEST_MODEL]: event.model,
    [ATTR_GEN_AI_REQUEST_STREAM]: event.streaming,
    'llm_gateway.request_id': event.id,
    'llm_gateway.key': event.key,
    'llm_gateway.team': event.team,
    'llm_gateway.user': event.user,
    'llm_gateway.status': event.status,
    'llm_gateway.provider': event.provider,
    'llm_gateway.deployment': event.deployment,
    'llm_gateway.cache': event.cache,
    'llm_gateway.attempts': attempts.length,
    'llm_gateway.fallback': attempts.some(({ model }) => model !== event.model),
    'llm_gateway.input_tokens': tokens?.input,
    'llm_gateway.output_tokens': tokens?.output,
    'llm_gateway.cost_usd': cost && cost.nanoUsd / NANO,
    'llm_gateway.saved_usd': savedNanoUsd && savedNanoUsd / NANO,
    'llm_gateway.unpriced': event.unpriced || undefined,
    'llm_gateway.overhead_seconds': overheadMs && overheadMs / MS_PER_SECOND,
    'llm_gateway.time_to_first_token_seconds': firstTokenMs && firstTokenMs / MS_PER_SECOND,
  };
  for (const [name, value] of Object.entries(tags ?? {})) {
    attributes[`llm_gateway.tag.${name}`] = value;
  }
  return attributes;
}
