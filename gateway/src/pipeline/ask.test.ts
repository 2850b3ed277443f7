import { configuredPrice } from '../pricing/configuredPrice.js';
import { type Pricer, unpriced } from '../pricing/pricer.js';
import { parseChatParameters } from '../chat/chatParameters.js';
import { OPERATIONS } from '../operations/index.js';
import type { Deployment } from '../routing/deployment.js';
import type { Router } from '../routing/router.js';
import { askFor, askForCall } from './ask.js';
import type { ParsedRequest } from './request.js';

const body = Buffer.from(
  JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Hello there' }], max_tokens: 100 })
);
const request: ParsedRequest = {
  id: 'req_1',
  operation: OPERATIONS.chat,
  principal: { key: 'ci', team: 'platform' },
  receivedAt: Date.UTC(2026, 10, 2),
  startedAt: 0,
  body,
  tags: undefined,
  fallbacks: true,
  parameters: parseChatParameters(body),
  attribution: { user: 'ada', tags: { feature: 'chat' } },
};

const deployment = (price: Pricer) => ({ price }) as unknown as Deployment;
const priced = (output: number, more: object = {}) =>
  configuredPrice({ input_per_million_usd: 1, output_per_million_usd: output, ...more });

function router(own: readonly Pricer[], fallbacks: readonly Pricer[] = []): Router {
  return {
    deploymentsFor: () => ({ own: own.map(deployment), fallbacks: fallbacks.map(deployment) }),
  } as unknown as Router;
}

const cost = (own: readonly Pricer[], fallbacks?: readonly Pricer[]) =>
  askFor(request, router(own, fallbacks), 1024).most().nanoUsd;

test('asks for the dearest of all that may answer, fallbacks included', () => {
  const bytes = body.length * 1_000;
  expect(cost([priced(2)])).toBe(bytes + 200_000);
  expect(cost([priced(2), priced(3)])).toBe(bytes + 300_000);
  expect(cost([priced(2)], [priced(9)])).toBe(bytes + 900_000);
});

test('does not know what an unpriced deployment of the model costs; a fallback without a price is left out', () => {
  expect(cost([priced(2), unpriced])).toBeUndefined();
  expect(cost([priced(2)], [unpriced])).toBe(cost([priced(2)]));
});

test('asks for the fallbacks where the model has no deployment that is enabled, unpriced ones too', () => {
  expect(cost([], [priced(9), priced(2)])).toBe(cost([priced(9)]));
  expect(cost([], [priced(2), unpriced])).toBeUndefined();
});

test('takes a prompt for one that is cached, and an answer for reasoning, where that is dearer', () => {
  expect(cost([priced(2, { cache_write_1h_per_million_usd: 2 })])).toBe(body.length * 2_000 + 200_000);
  expect(cost([priced(2, { reasoning_per_million_usd: 5 })])).toBe(body.length * 1_000 + 500_000);
});

test('a call asks for its own deployment only', () => {
  expect(askForCall(request, deployment(priced(2)), 1024).most().nanoUsd).toBe(body.length * 1_000 + 200_000);
  expect(askForCall(request, deployment(unpriced), 1024).most().nanoUsd).toBeUndefined();
});

test('the nearer estimate is lower than the bound, and both count the answer that is allowed', () => {
  const ask = askFor(request, router([priced(2)]), 1024);
  expect(ask.most().tokens).toBe(body.length + 100);
  expect(ask.likely().tokens).toBeLessThan(ask.most().tokens);
  expect(ask.likely().tokens).toBeGreaterThan(100);
});

test('says whom it is charged to', () => {
  expect(askFor(request, router([priced(2)]), 1024)).toMatchObject({
    id: 'req_1',
    at: request.receivedAt,
    subjects: { key: 'ci', team: 'platform', user: 'ada', model: 'm', tags: { feature: 'chat' } },
  });
});
