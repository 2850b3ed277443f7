import Fastify, { type FastifyInstance } from 'fastify';

import type { Alert } from '../../alerts/alert.js';
import { SeenSignatures } from '../../alerts/seenSignatures.js';
import { sign } from '../../webhooks/signature.js';
import { fastifyFault } from '../fastifyFault.js';
import { sendError } from '../sendError.js';
import { AlertSenders, TOLERANCE_SECONDS } from './sender.js';
import { alertWebhook } from './webhook.js';

const TOKEN = 'the-alerts-token-of-tests';
const ADMIN = 'the-admin-token-of-tests';
const BODY = JSON.stringify({
  version: '4',
  alerts: [{ status: 'firing', labels: { alertname: 'Ä' }, startsAt: '2026-11-25T22:30:00Z', fingerprint: 'abc' }],
});

let app: FastifyInstance;
let origin: string;
let taken: Alert[];
let failure: Error | undefined;

beforeEach(async () => {
  [taken, failure] = [[], undefined];
  app = Fastify();
  app.setErrorHandler((thrown, _request, reply) => sendError(reply, fastifyFault(thrown, 1_000)));
  await app.register(alertWebhook, {
    prefix: '/api/v1',
    senders: new AlertSenders(
      { alertsToken: TOKEN, adminToken: ADMIN },
      new SeenSignatures(2 * TOLERANCE_SECONDS * 1_000)
    ),
    async take(alerts) {
      if (failure !== undefined) {
        throw failure;
      }
      taken.push(...alerts);
      return alerts.length;
    },
  });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

async function send(headers: Record<string, string>, payload: string = BODY) {
  const response = await fetch(`${origin}/api/v1/alerts/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: payload,
  });
  const body = (await response.json()) as { error?: { message: string; code: string; param: string | null } };
  return { status: response.status, body, error: body.error };
}

const seconds = (offset = 0): string => String(Math.floor(Date.now() / 1_000) + offset);
const signed = (timestamp = seconds(), body = BODY, secret = TOKEN) => ({
  'x-llm-gateway-timestamp': timestamp,
  'x-llm-gateway-signature': sign(secret, timestamp, body),
});

test.each([TOKEN, ADMIN])('takes alerts from whoever holds the token', async (token) => {
  const { status, body } = await send({ authorization: `Bearer ${token}` });
  expect({ status, body }).toEqual({ status: 200, body: { received: 1, changed: 1 } });
  expect(taken).toMatchObject([{ fingerprint: 'abc', labels: { alertname: 'Ä' } }]);
});

test('takes a signed call, as Grafana sends it, once', async () => {
  const headers = signed();
  const grafana = {
    'x-grafana-alerting-timestamp': headers['x-llm-gateway-timestamp'],
    'x-grafana-alerting-signature': headers['x-llm-gateway-signature'].slice('sha256='.length),
  };
  expect(await send(headers)).toMatchObject({ status: 200 });
  expect(await send(headers)).toMatchObject({ status: 409, error: { code: 'replayed' } });
  // The same signature, written otherwise.
  expect(await send(grafana)).toMatchObject({ status: 409 });
  const upper = { ...headers, 'x-llm-gateway-signature': grafana['x-grafana-alerting-signature'].toUpperCase() };
  expect(await send(upper)).toMatchObject({ status: 409 });
  expect(taken).toHaveLength(1);
  expect(await send(signed(seconds(1)))).toMatchObject({ status: 200 });
});

test.each<[string, () => Record<string, string>, string]>([
  ['no credential', () => ({}), 'invalid_token'],
  ['another token', () => ({ authorization: 'Bearer llmgw-viewer-of-something' }), 'invalid_token'],
  ['an empty token', () => ({ authorization: 'Bearer ' }), 'invalid_token'],
  ['another secret', () => signed(seconds(), BODY, 'another-secret-of-some-length'), 'invalid_signature'],
  ['another body', () => signed(seconds(), `${BODY} `), 'invalid_signature'],
  ['an old timestamp', () => signed(seconds(-TOLERANCE_SECONDS - 2)), 'invalid_signature'],
  ['a timestamp of the future', () => signed(seconds(TOLERANCE_SECONDS + 2)), 'invalid_signature'],
  [
    'another timestamp than the one that was signed',
    () => ({ ...signed(seconds(-1)), 'x-llm-gateway-timestamp': seconds() }),
    'invalid_signature',
  ],
  ['no timestamp', () => ({ 'x-llm-gateway-signature': sign(TOKEN, '', BODY) }), 'invalid_signature'],
  ['a signature that is none', () => ({ ...signed(), 'x-llm-gateway-signature': 'sha256=zz' }), 'invalid_signature'],
])('refuses %s', async (_what, headers, code) => {
  expect(await send(headers())).toMatchObject({ status: 401, error: { code } });
  expect(taken).toEqual([]);
});

test('a wrong token does not get by with a signature', async () => {
  expect(await send({ ...signed(), authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
});

test('says which field is wrong', async () => {
  const answer = await send({ authorization: `Bearer ${TOKEN}` }, '{"alerts":[{}]}');
  expect(answer).toMatchObject({ status: 400, error: { param: 'alerts[0].status' } });
});

test('says how to send less when a notification is too large', async () => {
  const answer = await send({ authorization: `Bearer ${TOKEN}` }, JSON.stringify({ x: 'x'.repeat(1_048_576) }));
  expect(answer).toMatchObject({ status: 413, error: { message: expect.stringContaining('max_alerts') } });
});

test('a call that the store refused may be sent again as it is', async () => {
  const headers = signed();
  failure = Object.assign(new Error('no store'), { code: 'ECONNREFUSED' });
  expect(await send(headers)).toMatchObject({ status: 503, error: { code: 'store_unavailable' } });
  failure = undefined;
  expect(await send(headers)).toMatchObject({ status: 200 });
});
