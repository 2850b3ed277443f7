import type { Logger } from 'pino';

import type { Deployment } from '../routing/deployment.js';
import type { Router } from '../routing/router.js';
import type { LimitHeaders } from '../governance/governor.js';
import type { CacheState, UsageEvent } from '../usage/event.js';
import type { AnswerCache } from '../cache/answerCache.js';
import { type AdmitParts, admit } from './admit.js';
import { answerHere } from './answerHere.js';
import { askForCall } from './ask.js';
import { attribute } from './attribute.js';
import { type CacheLookup, lookUpCache } from './cache.js';
import { type CallResult, call } from './call.js';
import { AsChat } from './asChat.js';
import type { AnswerHeaders, Client } from './client.js';
import { Departure } from './departure.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { RequestParameters } from '../operations/parameters.js';
import { type ClientRequest, toParsedRequest } from './request.js';
import { hitHeaders, replay } from './replay.js';
import { route } from './route.js';
import { type Settlement, settle } from './settle.js';

export interface PipelineParts extends AdmitParts {
  /** The router in force; given back when the request has ended. */
  readonly routers: { acquire(): RouterHolder; release(holder: RouterHolder): void };
  readonly answerCache: AnswerCache;
  readonly publish: (event: UsageEvent) => void;
  /** Calls back once what was published outlives the process: an answer is complete only then. */
  readonly committed: (callback: () => void) => void;
  readonly keepContent: Settlement['keep'];
  readonly log: Logger;
}

interface RouterHolder {
  readonly router: Router;
}

export interface Pipeline {
  /** Takes an authenticated request to its end, whatever that is. Never throws. */
  run(request: ClientRequest, client: Client): Promise<void>;
  /** Accounts for a request that the surface could not even read, and answers it. */
  refuse(request: ClientRequest, client: Client, error: GatewayError): void;
}

/** The straight way: authenticate (by the surface, before the body is read) → admit → cache → route → call → settle. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { routers, answerCache, publish, committed, log, keepContent, governor, assumedOutputTokens } = parts;
  return {
    async run(request, client) {
      let parameters: RequestParameters | undefined;
      let result: CallResult | undefined;
      let failure: GatewayError | undefined;
      let cache: CacheState = 'bypass';
      let keep: CacheLookup['keep'];
      let limits: LimitHeaders;
      let release: (() => void) | undefined;
      const holder = routers.acquire();
      const { router } = holder;
      let attribution = attribute(request, undefined);
      try {
        parameters = request.operation.parse(request.body);
        attribution = attribute(request, parameters);
        const { surface } = request.operation;
        const asChat = surface && new AsChat(surface, parameters);
        const parsed = toParsedRequest(request, parameters, attribution, asChat);
        const departure = new Departure(client);
        const admitting = admit(parsed, router, departure, parts);
        const admission = admitting instanceof Promise ? await admitting : admitting;
        release = admission.place.release;
        limits = admission.limits;
        const looking = lookUpCache(parsed, router, departure, answerCache);
        const lookup = looking instanceof Promise ? await looking : looking;
        cache = lookup.state;
        keep = lookup.keep;
        result =
          lookup.hit !== undefined
            ? replay(lookup.hit, parsed, client, answerHeaders(request, cache, undefined, 0, limits))
            : (answerHere(parsed, router) ??
              (await call(parsed, {
                plan: route(parsed, router),
                waitingRoom: router.waitingRoom,
                client,
                departure,
                streamHeaders: (deployment, attempts) => (dropped) =>
                  withDropped(answerHeaders(request, cache, deployment, attempts, limits), dropped),
                admitCall: (deployment, number) =>
                  governor.admitCall(
                    () => askForCall(parsed, deployment, assumedOutputTokens()),
                    deployment.provider.name,
                    number
                  ),
              })));
        failure = result.outcome.kind === 'failed' ? result.outcome.error : undefined;
      } catch (thrown) {
        failure = GatewayError.from(thrown);
      }
      logInternalError(log, request, failure);
      const modelKnown = parameters !== undefined && router.has(parameters.model);
      const event = settle({
        request,
        parameters,
        attribution,
        modelKnown,
        cache,
        call: result,
        error: failure,
        keep: keepContent,
      });
      publish(event);
      release?.();
      routers.release(holder);
      committed(() => {
        finish(request, client, event, result, failure, cache, limits);
        if (result !== undefined && event.status === 'success') {
          keep?.(result);
        }
        request.trace?.end(event);
      });
    },

    refuse(request, client, error) {
      logInternalError(log, request, error);
      const event = settle({
        request,
        parameters: undefined,
        attribution: attribute(request, undefined),
        modelKnown: false,
        cache: 'bypass',
        call: undefined,
        error,
      });
      publish(event);
      committed(() => {
        finish(request, client, event, undefined, error, 'bypass', undefined);
        request.trace?.end(event);
      });
    },
  };

  function finish(
    { operation }: ClientRequest,
    client: Client,
    event: UsageEvent,
    result: CallResult | undefined,
    failure: GatewayError | undefined,
    cache: CacheState,
    limits: LimitHeaders
  ): void {
    const outcome = result?.outcome;
    if (outcome?.kind === 'stream') {
      outcome.stream.end(outcome.last);
    } else if (outcome?.kind === 'failed' && outcome.stream !== undefined) {
      outcome.stream.fail(outcome.error);
    } else if (outcome?.kind === 'whole') {
      const headers = answerHeaders(event, cache, result?.deployment, event.attempts.length, limits);
      const found = result?.hit === undefined ? headers : { ...headers, ...hitHeaders(result.hit) };
      const { body, contentType } = outcome;
      client.send({ status: 200, headers: withCost(withDropped(found, result?.dropped), event), contentType, body });
    } else if (failure !== undefined) {
      const headers = withFailure(
        answerHeaders(event, cache, result?.deployment, event.attempts.length, limits),
        failure
      );
      client.send({ status: failure.status, headers, body: Buffer.from(operation.error(failure)) });
    }
  }
}

function answerHeaders(
  { id }: { readonly id: string },
  cache: CacheState,
  deployment: Deployment | undefined,
  attempts: number,
  limits: LimitHeaders
): Record<string, string> {
  const headers: Record<string, string> = { 'x-request-id': id, 'x-llm-gateway-cache': cache, ...limits };
  if (deployment !== undefined) {
    headers['x-llm-gateway-provider'] = deployment.provider.name;
    headers['x-llm-gateway-model'] = deployment.model;
    headers['x-llm-gateway-attempts'] = String(attempts);
  }
  return headers;
}

/** Names the fields that the provider cannot honour and that were left out. */
function withDropped(headers: Record<string, string>, dropped: readonly string[] | undefined): Record<string, string> {
  if (dropped !== undefined && dropped.length > 0) {
    headers['x-llm-gateway-dropped'] = dropped.join(', ');
  }
  return headers;
}

function withCost(headers: Record<string, string>, { cost }: UsageEvent): AnswerHeaders {
  if (cost !== undefined) {
    headers['x-llm-gateway-cost-usd'] = (cost.nanoUsd / 1e9).toFixed(9);
  }
  return headers;
}

function withFailure(headers: Record<string, string>, failure: GatewayError): AnswerHeaders {
  if (failure.retryAfterSeconds !== undefined) {
    headers['retry-after'] = String(Math.ceil(failure.retryAfterSeconds));
  }
  return { ...headers, ...failure.headers };
}

function logInternalError(log: Logger, { id }: ClientRequest, failure: GatewayError | undefined): void {
  if (failure?.type === 'internal_error') {
    log.error({ err: failure.cause, requestId: id }, 'a request failed inside the gateway');
  }
}
