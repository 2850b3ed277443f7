import type { AnswerCache } from '../cache/answerCache.js';
import { answerKey } from '../cache/answerKey.js';
import { readCacheControl } from '../cache/cacheControl.js';
import { keptStream, keptWhole } from '../cache/keptAnswer.js';
import type { CacheRule } from '../cache/rules.js';
import { scopeOf } from '../cache/sharing.js';
import type { StoredAnswer } from '../cache/storedAnswer.js';
import type { Deployment } from '../routing/deployment.js';
import type { Router } from '../routing/router.js';
import type { CacheState } from '../usage/event.js';
import type { CacheHit } from './cacheHit.js';
import type { CallResult } from './call.js';
import type { Departure } from './departure.js';
import type { ParsedRequest } from './request.js';
import { MAX_KEPT_BYTES } from './streamRelay.js';

export interface CacheLookup {
  readonly state: CacheState;
  readonly hit: CacheHit | undefined;
  /** Keeps what a provider answered, if it is one to give again; undefined where nothing is to be kept. */
  readonly keep: ((result: CallResult) => void) | undefined;
}

const BYPASS: CacheLookup = { state: 'bypass', hit: undefined, keep: undefined };

/**
 * Third stage: has an equal request been answered before, for somebody who shares answers with this one? A promise only
 * where Redis is asked. A model that is not cached costs one look-up in a map.
 */
export function lookUpCache(
  request: ParsedRequest,
  router: Router,
  departure: Departure,
  cache: AnswerCache
): CacheLookup | Promise<CacheLookup> {
  const rule = cache.ruleOf(request.parameters.model);
  const { cache: cached } = request.operation;
  if (rule === undefined || cached === undefined || (request.parameters.stream && !cached.streams)) {
    return BYPASS;
  }
  const { maxAgeMs, keep: mayKeep } = readCacheControl(request.cacheControl);
  const { body } = request.parameters;
  const key = mayKeep
    ? answerKey({ surface: request.operation.name, scope: scopeOf(request.principal, rule.share), body })
    : undefined;
  if (key === undefined) {
    return BYPASS;
  }
  const keep = (result: CallResult): void => {
    keepAnswer(cache, key, rule, request, result).catch((error: unknown) => cache.failed(error));
  };
  if (maxAgeMs === 0) {
    return { state: 'bypass', hit: undefined, keep };
  }
  const { own } = router.deploymentsFor(request.parameters.model);
  const judge = (answer: StoredAnswer | undefined): CacheLookup => {
    if (departure.gone) {
      return BYPASS;
    }
    const hit = answer && fresh(answer, Math.min(rule.ttlMs, maxAgeMs), own);
    return hit === undefined ? { state: 'miss', hit, keep } : { state: 'hit', hit, keep: undefined };
  };
  const finding = cache.find(key, rule);
  return finding instanceof Promise ? finding.then(judge) : judge(finding);
}

/** What no deployment of the model made, as it is configured now, is no answer of it any more. */
function fresh(answer: StoredAnswer, maxAgeMs: number, deployments: readonly Deployment[]): CacheHit | undefined {
  const ageMs = Math.max(0, Date.now() - answer.at);
  const deployment = deployments.find(({ id }) => id === answer.deployment);
  return deployment === undefined || ageMs >= maxAgeMs ? undefined : { answer, ageMs, deployment };
}

/** A fallback's answer is not kept: it would stand in for the model when that has long been back. */
async function keepAnswer(
  cache: AnswerCache,
  key: string,
  rule: CacheRule,
  { operation, parameters }: ParsedRequest,
  { outcome, deployment, attempts, tokens, answer }: CallResult
): Promise<void> {
  if (deployment === undefined || tokens === undefined || attempts.at(-1)?.model !== parameters.model) {
    return;
  }
  const body =
    outcome.kind === 'whole'
      ? keptWhole(outcome.body, parameters.body, operation.cache?.isGood)
      : outcome.kind === 'stream'
        ? await keptRelayed(answer?.() ?? '', parameters.body)
        : undefined;
  if (body !== undefined && body.length <= rule.maxAnswerBytes) {
    cache.keep(key, { at: Date.now(), deployment: deployment.id, tokens, body }, rule);
  }
}

/** Of a longer stream the relay has only the beginning. */
async function keptRelayed(events: string, request: Record<string, unknown>): Promise<Buffer | undefined> {
  return Buffer.byteLength(events) < MAX_KEPT_BYTES ? keptStream(events, request) : undefined;
}
