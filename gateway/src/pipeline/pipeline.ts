import type { Logger } from 'pino';

import type { Deployment } from '../routing/deployment.js';
import type { Router } from '../routing/router.js';
import type { UsageEvent } from '../usage/event.js';
import type { Admitter } from './admit.js';
import { type CacheState, lookUpCache } from './cache.js';
import { type CallResult, call } from './call.js';
import { type ChatParameters, parseChatParameters } from '../chat/chatParameters.js';
import type { AnswerHeaders, Client } from './client.js';
import { Departure } from './departure.js';
import { errorBody } from '../errors/errorBody.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { ClientRequest } from './request.js';
import { route } from './route.js';
import { settle } from './settle.js';

export interface PipelineParts {
  readonly admitter: Admitter;
  /** The router in force; given back when the request has ended. */
  readonly routers: { acquire(): RouterHolder; release(holder: RouterHolder): void };
  readonly publish: (event: UsageEvent) => void;
  readonly log: Logger;
}

interface RouterHolder {
  readonly router: Router;
}

export interface Pipeline {
  /** Takes an authenticated request to its end, whatever that is. Never throws. */
  chat(request: ClientRequest, client: Client): Promise<void>;
  /** Accounts for a request that the surface could not even read, and answers it. */
  refuse(request: ClientRequest, client: Client, error: GatewayError): void;
}

/** The straight way: authenticate (by the surface, before the body is read) → admit → cache → route → call → settle. */
export function createPipeline({ admitter, routers, publish, log }: PipelineParts): Pipeline {
  return {
    async chat(request, client) {
      let parameters: ChatParameters | undefined;
      let result: CallResult | undefined;
      let failure: GatewayError | undefined;
      let cache: CacheState = 'bypass';
      let release: (() => void) | undefined;
      const holder = routers.acquire();
      const { router } = holder;
      try {
        parameters = parseChatParameters(request.body);
        const departure = new Departure(client);
        const admission = admitter.admit(departure);
        release = (admission instanceof Promise ? await admission : admission).release;
        const chat = { ...request, parameters };
        cache = lookUpCache(chat);
        const plan = route(chat, router);
        result = await call(chat, plan, router.waitingRoom, client, departure, (deployment, attempts) =>
          answerHeaders(request, cache, deployment, attempts)
        );
        failure = result.outcome.kind === 'failed' ? result.outcome.error : undefined;
      } catch (thrown) {
        failure = GatewayError.from(thrown);
      }
      logInternalError(log, request, failure);
      const modelKnown = parameters !== undefined && router.has(parameters.model);
      const event = settle({ request, parameters, modelKnown, call: result, error: failure });
      publish(event);
      release?.();
      routers.release(holder);
      finish(client, event, result, failure, cache);
    },

    refuse(request, client, error) {
      logInternalError(log, request, error);
      const event = settle({ request, parameters: undefined, modelKnown: false, call: undefined, error });
      publish(event);
      finish(client, event, undefined, error, 'bypass');
    },
  };

  function finish(
    client: Client,
    event: UsageEvent,
    result: CallResult | undefined,
    failure: GatewayError | undefined,
    cache: CacheState
  ): void {
    const outcome = result?.outcome;
    if (outcome?.kind === 'stream') {
      outcome.stream.end(outcome.last);
    } else if (outcome?.kind === 'failed' && outcome.stream !== undefined) {
      outcome.stream.end(Buffer.from(`data: ${errorBody(outcome.error)}\n\n`));
    } else if (outcome?.kind === 'whole') {
      const headers = answerHeaders(event, cache, result?.deployment, event.attempts.length);
      client.send({ status: 200, headers: withCost(headers, event), body: outcome.body });
    } else if (failure !== undefined) {
      const headers = withRetryAfter(answerHeaders(event, cache, result?.deployment, event.attempts.length), failure);
      client.send({ status: failure.status, headers, body: Buffer.from(errorBody(failure)) });
    }
  }
}

function answerHeaders(
  { id }: { readonly id: string },
  cache: CacheState,
  deployment: Deployment | undefined,
  attempts: number
): Record<string, string> {
  const headers: Record<string, string> = { 'x-request-id': id, 'x-llm-gateway-cache': cache };
  if (deployment !== undefined) {
    headers['x-llm-gateway-provider'] = deployment.provider.name;
    headers['x-llm-gateway-model'] = deployment.model;
    headers['x-llm-gateway-attempts'] = String(attempts);
  }
  return headers;
}

function withCost(headers: Record<string, string>, { cost }: UsageEvent): AnswerHeaders {
  if (cost !== undefined) {
    headers['x-llm-gateway-cost-usd'] = (cost.nanoUsd / 1e9).toFixed(9);
  }
  return headers;
}

function withRetryAfter(headers: Record<string, string>, { retryAfterSeconds }: GatewayError): AnswerHeaders {
  if (retryAfterSeconds !== undefined) {
    headers['retry-after'] = String(Math.ceil(retryAfterSeconds));
  }
  return headers;
}

function logInternalError(log: Logger, { id }: ClientRequest, failure: GatewayError | undefined): void {
  if (failure?.type === 'internal_error') {
    log.error({ err: failure.cause, requestId: id }, 'a request failed inside the gateway');
  }
}
