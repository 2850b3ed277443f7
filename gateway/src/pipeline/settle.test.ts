import type { Deployment } from '../routing/deployment.js';
import { tokens } from '../../../tests/support/usageEvent.js';
import type { CallResult } from './call.js';
import { parseChatParameters } from '../chat/chatParameters.js';
import { GatewayError } from '../errors/gatewayError.js';
import { OPERATIONS } from '../operations/index.js';
import type { ClientRequest } from './request.js';
import { type Settlement, settle } from './settle.js';

const request: ClientRequest = {
  id: 'req_1',
  operation: OPERATIONS.chat,
  principal: { key: 'ci', team: 'platform' },
  receivedAt: Date.UTC(2026, 10, 2),
  startedAt: 1_000,
  body: Buffer.alloc(0),
  tags: { environment: 'prod', feature: 'header' },
  fallbacks: true,
};
const parameters = parseChatParameters(
  Buffer.from(
    JSON.stringify({
      model: 'gpt-4o',
      messages: [{}],
      stream: true,
      user: 'ada',
      metadata: { feature: 'body', depth: '3' },
    })
  )
);
const deployment = {
  id: 'openai/gpt-4o-2024-11-20',
  model: 'gpt-4o-2024-11-20',
  provider: { name: 'openai' },
  price: () => ({ nanoUsd: 42, source: 'config' }),
} as unknown as Deployment;
const unpriced = { ...deployment, price: () => undefined };

function callResult(overrides: Partial<CallResult> = {}): CallResult {
  return {
    outcome: { kind: 'whole', body: Buffer.alloc(0) },
    deployment,
    attempts: [],
    tokens: tokens(),
    firstCallAt: request.startedAt + 2,
    firstTokenAt: request.startedAt + 30,
    queuedMs: undefined,
    ...overrides,
  };
}

function settled(overrides: Partial<Settlement> = {}) {
  return settle({
    request,
    parameters,
    attribution: { user: 'ada', tags: { feature: 'search' } },
    modelKnown: true,
    cache: 'bypass',
    call: callResult(),
    error: undefined,
    ...overrides,
  });
}

test('a success says who, what, which and how much', () => {
  expect(settled()).toMatchObject({
    id: 'req_1',
    key: 'ci',
    team: 'platform',
    user: 'ada',
    tags: { feature: 'search' },
    model: 'gpt-4o',
    provider: 'openai',
    deployment: 'openai/gpt-4o-2024-11-20',
    servedModel: 'gpt-4o-2024-11-20',
    cache: 'bypass',
    streaming: true,
    status: 'success',
    code: 200,
    errorType: undefined,
    tokens: tokens(),
    cost: { nanoUsd: 42, source: 'config' },
    unpriced: false,
    overheadMs: 2,
    firstTokenMs: 30,
  });
});

test('prompt and answer are kept only by who asks for them, and told apart by how it ended', () => {
  const keep = jest.fn(() => ({ request: 'kept', response: undefined }));
  const call = callResult({ answer: () => 'Hello' });
  expect(settled({ call, keep }).content).toEqual({ request: 'kept', response: undefined });
  expect(keep).toHaveBeenLastCalledWith(request.body, 'Hello', false);
  settled({ keep, call: undefined, error: new GatewayError('no', { status: 429, type: 'rate_limit_error' }) });
  expect(keep).toHaveBeenLastCalledWith(request.body, undefined, true);
  expect(settled({ call }).content).toBeUndefined();
});

test('tokens without a known price are unpriced, never free', () => {
  expect(settled({ call: callResult({ deployment: unpriced }) })).toMatchObject({ cost: undefined, unpriced: true });
});

test('what used no tokens is neither priced nor unpriced', () => {
  const error = new GatewayError('no', { status: 429, type: 'rate_limit_error' });
  const call = callResult({ outcome: { kind: 'failed', error, stream: undefined }, tokens: undefined });
  expect(settled({ call, error })).toMatchObject({
    status: 'error',
    code: 429,
    errorType: 'rate_limit_error',
    cost: undefined,
    unpriced: false,
  });
});

test('a client that left is no error, and pays', () => {
  const call = callResult({ outcome: { kind: 'aborted' }, tokens: tokens({ source: 'estimated' }) });
  expect(settled({ call })).toMatchObject({
    status: 'aborted',
    code: 499,
    errorType: undefined,
    cost: { nanoUsd: 42 },
  });
});

test('a model that is not configured is not named', () => {
  const error = new GatewayError('no', { status: 404, type: 'not_found_error' });
  expect(settled({ modelKnown: false, call: undefined, error })).toMatchObject({
    model: 'unknown',
    provider: undefined,
    deployment: undefined,
    status: 'error',
    overheadMs: undefined,
    attempts: [],
  });
});

test('a body that was never understood is accounted for', () => {
  const error = new GatewayError('no', { status: 400, type: 'invalid_request_error' });
  expect(settled({ parameters: undefined, modelKnown: false, call: undefined, error })).toMatchObject({
    key: 'ci',
    model: 'unknown',
    streaming: false,
    code: 400,
  });
});

describe('an answer from the cache', () => {
  const fromCache = (price: Deployment['price']) =>
    settled({
      cache: 'hit',
      call: callResult({
        deployment: undefined,
        tokens: undefined,
        firstCallAt: undefined,
        firstTokenAt: undefined,
        hit: {
          answer: { at: 0, deployment: deployment.id, tokens: tokens({ input: 7 }), body: Buffer.alloc(0) },
          ageMs: 5,
          deployment: { ...deployment, price },
        },
      }),
    });

  test('uses nothing, costs nothing, and saves what its tokens cost now', () => {
    expect(
      fromCache(({ input }, at) => ({ nanoUsd: input + at - request.receivedAt, source: 'config' }))
    ).toMatchObject({
      cache: 'hit',
      status: 'success',
      code: 200,
      provider: undefined,
      deployment: undefined,
      servedModel: 'gpt-4o-2024-11-20',
      tokens: undefined,
      cost: { nanoUsd: 0, source: 'config' },
      unpriced: false,
      savedNanoUsd: 7,
      savedTokens: tokens({ input: 7 }),
      overheadMs: undefined,
      firstTokenMs: undefined,
    });
  });

  test('without a price saves nobody knows what', () => {
    expect(fromCache(() => undefined)).toMatchObject({
      cost: { nanoUsd: 0, source: 'cache' },
      unpriced: false,
      savedNanoUsd: undefined,
    });
  });
});
