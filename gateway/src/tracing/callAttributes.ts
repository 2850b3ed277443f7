import type { Attributes } from '@opentelemetry/api';
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
} from '@opentelemetry/semantic-conventions';
import {
  ATTR_GEN_AI_OPERATION_NAME,
  ATTR_GEN_AI_PROVIDER_NAME,
  ATTR_GEN_AI_REQUEST_MODEL,
  ATTR_GEN_AI_REQUEST_STREAM,
  ATTR_GEN_AI_RESPONSE_MODEL,
  ATTR_GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK,
  ATTR_GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS,
  ATTR_GEN_AI_USAGE_INPUT_TOKENS,
  ATTR_GEN_AI_USAGE_OUTPUT_TOKENS,
  ATTR_GEN_AI_USAGE_REASONING_OUTPUT_TOKENS,
} from '@opentelemetry/semantic-conventions/incubating';

import { operationName } from './operationName.js';
import { providerName } from './providerName.js';
import type { EndedCall, TracedCall } from './trace.js';

const MS_PER_SECOND = 1000;

/** What is known of a call before it is made. */
export function callAttributes({ operation, deployment, number, streaming }: TracedCall): Attributes {
  const { provider, model, id } = deployment;
  return {
    [ATTR_GEN_AI_OPERATION_NAME]: operationName(operation),
    [ATTR_GEN_AI_PROVIDER_NAME]: providerName(provider),
    [ATTR_GEN_AI_REQUEST_MODEL]: model,
    [ATTR_GEN_AI_REQUEST_STREAM]: streaming,
    [ATTR_SERVER_ADDRESS]: provider.upstream.address,
    [ATTR_SERVER_PORT]: provider.upstream.port,
    'llm_gateway.provider': provider.name,
    'llm_gateway.deployment': id,
    'llm_gateway.attempt': number,
  };
}

/** What a call came to. */
export function endedCallAttributes(
  { startedAt }: TracedCall,
  { attempt, fallback, tokens, firstTokenAt, answeredModel }: EndedCall
): Attributes {
  const { outcome, status } = attempt;
  return {
    [ATTR_HTTP_RESPONSE_STATUS_CODE]: status,
    [ATTR_ERROR_TYPE]: outcome === 'success' || outcome === 'aborted' ? undefined : outcome,
    [ATTR_GEN_AI_RESPONSE_MODEL]: answeredModel(),
    [ATTR_GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK]:
      firstTokenAt === undefined ? undefined : (firstTokenAt - startedAt) / MS_PER_SECOND,
    [ATTR_GEN_AI_USAGE_INPUT_TOKENS]: tokens?.input,
    [ATTR_GEN_AI_USAGE_OUTPUT_TOKENS]: tokens?.output,
    [ATTR_GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS]: tokens?.cachedInput || undefined,
    [ATTR_GEN_AI_USAGE_REASONING_OUTPUT_TOKENS]: tokens?.reasoning || undefined,
    'llm_gateway.outcome': outcome,
    'llm_gateway.fallback': fallback,
    'llm_gateway.usage_source': tokens?.source,
  };
}
