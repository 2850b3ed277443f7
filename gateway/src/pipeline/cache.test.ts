import { pino } from 'pino';

import { until } from '../../../tests/support/until.js';
import { tokens } from '../../../tests/support/usageEvent.js';
import { AnswerCache } from '../cache/answerCache.js';
import { parseChatParameters } from '../chat/chatParameters.js';
import { OPERATIONS } from '../operations/index.js';
import type { Config } from '../config/schema.js';
import type { Principal } from '../governance/principal.js';
import type { Deployment } from '../routing/deployment.js';
import type { Router } from '../routing/router.js';
import { type CacheLookup, lookUpCache } from './cache.js';
import type { CallResult } from './call.js';
import type { Departure } from './departure.js';
import type { ParsedRequest } from './request.js';
import { MAX_KEPT_BYTES } from './streamRelay.js';

const log = pino({ level: 'silent' });
const here = { gone: false } as Departure;
const big = { id: 'openai/big', model: 'big' } as Deployment;
const router = (...own: readonly Deployment[]) =>
  ({ deploymentsFor: () => ({ own, fallbacks: [] }) }) as unknown as Router;

const configOf = (cache: object = {}, model: object = { cache: true }) =>
  ({
    cache: { enabled: false, ttl_seconds: 60, share: 'key', max_bytes: 1e6, max_answer_bytes: 1_000, ...cache },
    models: [{ name: 'm', ...model }],
  }) as unknown as Config;
const cacheOf = (cache?: object, model?: object) =>
  new AnswerCache({ config: configOf(cache, model), redis: undefined, log });

function requestOf(more: object = {}, over: Partial<ParsedRequest> = {}): ParsedRequest {
  const body = Buffer.from(JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Hi' }], ...more }));
  return {
    operation: OPERATIONS.chat,
    principal: { key: 'ci', team: 'core' } satisfies Principal,
    body,
    parameters: parseChatParameters(body),
    ...over,
  } as ParsedRequest;
}

const whole = (content = 'Hello') =>
  Buffer.from(JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }));

function resultOf(over: Partial<CallResult> = {}): CallResult {
  return {
    outcome: { kind: 'whole', body: whole() },
    deployment: big,
    attempts: [{ model: 'm' }] as unknown as CallResult['attempts'],
    tokens: tokens(),
    firstCallAt: 0,
    firstTokenAt: undefined,
    queuedMs: undefined,
    ...over,
  };
}

const lookUp = (cache: AnswerCache, request = requestOf(), own = [big], departure = here) =>
  lookUpCache(request, router(...own), departure, cache) as CacheLookup;

/** A cache that has an answer. */
function filled(result = resultOf(), cache = cacheOf()): AnswerCache {
  lookUp(cache).keep?.(result);
  return cache;
}

test('a model that is not cached is neither looked up nor kept', () => {
  expect(lookUp(cacheOf({}, {}))).toEqual({ state: 'bypass', hit: undefined, keep: undefined });
});

test('what was answered is given again, with the deployment that made it', () => {
  const { state, hit, keep } = lookUp(filled());
  expect({ state, keep }).toEqual({ state: 'hit', keep: undefined });
  expect(hit).toMatchObject({ deployment: big, answer: { body: whole(), tokens: tokens() } });
});

test('what no deployment of the model made, as it is configured now, is asked anew', () => {
  const other = { ...big, id: 'openai/bigger' };
  expect(lookUp(filled(), requestOf(), [other]).state).toBe('miss');
  expect(lookUp(filled(), requestOf(), [other, big]).state).toBe('hit');
});

test('a shorter time to live holds for what was kept before, too', async () => {
  const cache = filled();
  await new Promise((resolve) => setTimeout(resolve, 1_010));
  cache.configure(configOf({ ttl_seconds: 1 }));
  expect(lookUp(cache).state).toBe('miss');
});

test('a client that has left is given nothing', () => {
  expect(lookUp(filled(), requestOf(), [big], { gone: true } as Departure)).toMatchObject({
    state: 'bypass',
    hit: undefined,
  });
});

test('teams share where they are told to, and only then', () => {
  const colleague = requestOf({}, { principal: { key: 'cd', team: 'core' } });
  const stranger = requestOf({}, { principal: { key: 'x', team: 'other' } });
  expect(lookUp(filled(), colleague).state).toBe('miss');
  const shared = filled(resultOf(), cacheOf({ share: 'team' }));
  expect(lookUp(shared, colleague).state).toBe('hit');
  expect(lookUp(shared, stranger).state).toBe('miss');
  expect(lookUp(filled(resultOf(), cacheOf({ share: 'everyone' })), stranger).state).toBe('hit');
});

test.each<[string, CallResult, boolean]>([
  ['a whole answer', resultOf(), true],
  ['one that is too large', resultOf({ outcome: { kind: 'whole', body: whole('x'.repeat(1_000)) } }), false],
  ['an error', resultOf({ outcome: { kind: 'failed', error: new Error() as never, stream: undefined } }), false],
  ['what the client did not wait for', resultOf({ outcome: { kind: 'aborted' } }), false],
  ["a fallback's answer", resultOf({ attempts: [{ model: 'm' }, { model: 'n' }] as never }), false],
  ['what is no answer', resultOf({ outcome: { kind: 'whole', body: Buffer.from('{}') } }), false],
])('%s', (_what, result, kept) => {
  expect(lookUp(filled(result)).state).toBe(kept ? 'hit' : 'miss');
});

test('of a stream that was longer than what is kept of it, nothing is', async () => {
  const event = (content: string, finish_reason: string | null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`;
  const streamed = (padding: number) =>
    resultOf({
      outcome: { kind: 'stream', stream: undefined as never, last: Buffer.alloc(0) },
      answer: () => `:${'-'.repeat(padding)}\n\n${event('Hel', null)}${event('lo', 'stop')}`,
    });
  const small = filled(streamed(0));
  const large = filled(streamed(MAX_KEPT_BYTES));
  await until(async () => lookUp(small).state === 'hit');
  expect(lookUp(small).hit?.answer.body.toString()).toContain('"content":"Hello"');
  expect(lookUp(large).state).toBe('miss');
});
