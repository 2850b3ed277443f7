import { setTimeout as sleep } from 'node:timers/promises';
import { UnsecuredJWT } from 'jose';
import { APIError, InternalServerError } from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { openAiClient } from '../support/openAiClient.js';
import { TestTokenIssuer } from '../support/tokenIssuer.js';

const MESSAGES = [{ role: 'user' as const, content: 'Hello' }];
/** How soon the gateway looks again for keys of the issuer, in milliseconds. */
const REFRESH_MS = 200;

jest.setTimeout(30_000);

let issuer: TestTokenIssuer;
let gateway: TestGateway;

beforeAll(async () => {
  issuer = await TestTokenIssuer.start();
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: demo, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000 } }
models:
  - { name: small, deployments: [{ provider: demo, model: small }] }
  - { name: large, deployments: [{ provider: demo, model: large }] }
teams: [{ name: closed, blocked: true }]
auth:
  refresh_ms: ${REFRESH_MS}
  jwt: [{ name: sso, issuer: "${issuer.url}", audience: gateway, team_claim: team, team: everyone, models: [small] }]
`)
  );
});

afterEach(() => (issuer.mode = 'up'));

afterAll(async () => {
  await gateway?.remove();
  await issuer?.stop();
});

function ask(token: string, model = 'small') {
  const client = openAiClient(gateway, token);
  return client.chat.completions.create({ model, messages: MESSAGES, max_tokens: 5, user: 'made-up' });
}

const refusal = async (token: string, model?: string): Promise<APIError> => {
  const thrown: unknown = await ask(token, model).then(
    () => 'an answer',
    (error: unknown) => error
  );
  expect(thrown).toBeInstanceOf(APIError);
  return thrown as APIError;
};

test('a valid token is let in and paid for by its user and team', async () => {
  await ask(await issuer.token({ sub: 'grace' }));
  await ask(await issuer.token({ sub: 'ada', team: 'research' }));
  const rows = await gateway.rows('small');
  expect(rows.slice(-2)).toMatchObject([
    { key: 'sso', user: 'grace', team: 'everyone' },
    { key: 'sso', user: 'ada', team: 'research' },
  ]);
});

test('keys go on beside tokens', async () => {
  await ask(CLIENT_KEY, 'large');
  expect(await refusal('sk-unknown')).toMatchObject({ status: 401, code: 'invalid_api_key' });
});

test('an expired token is told since when', async () => {
  const error = await refusal(await issuer.token({ expiresIn: -60 }));
  expect(error).toMatchObject({ status: 401, code: 'token_expired', type: 'authentication_error' });
  expect(error.message).toMatch(/expired at 20\d\d-\d\d-\d\dT/);
});

test('a token for another audience is refused', async () => {
  const error = await refusal(await issuer.token({ aud: 'another' }));
  expect(error).toMatchObject({ status: 401, code: 'invalid_token' });
  expect(error.message).toContain('"aud" must be "gateway"');
});

test('a token without a signature is refused', async () => {
  const claims = new UnsecuredJWT({ sub: 'ada' }).setIssuer(issuer.url).setAudience('gateway').setExpirationTime('1h');
  expect(await refusal(claims.encode())).toMatchObject({ status: 401, code: 'invalid_token' });
});

test('a token is kept to the models of its rule, and its team can be blocked', async () => {
  const token = await issuer.token();
  expect(await refusal(token, 'large')).toMatchObject({ status: 403, code: 'model_not_allowed' });
  expect(await refusal(await issuer.token({ team: 'closed' }))).toMatchObject({ status: 403, code: 'blocked' });
});

test('a token of a new key of the issuer is let in', async () => {
  await ask(await issuer.token());
  await issuer.rotate('second', 'RS256');
  await sleep(2 * REFRESH_MS);
  await ask(await issuer.token());
});

test('while the issuer is down, tokens of known keys and all keys go on, and others are told to come again', async () => {
  await ask(await issuer.token());
  issuer.mode = 'broken';
  await ask(await issuer.token({ sub: 'somebody-new' }));
  await ask(CLIENT_KEY);
  await issuer.rotate('third');
  await sleep(2 * REFRESH_MS);
  const token = await issuer.token();
  const error = await refusal(token);
  expect(error).toBeInstanceOf(InternalServerError);
  expect(error).toMatchObject({ status: 503, code: 'jwks_unavailable' });
  expect(error.headers?.get('retry-after')).toBe('1');

  issuer.mode = 'up';
  await sleep(2 * REFRESH_MS);
  await ask(token);
});

test('no token is in the log', async () => {
  const token = await issuer.token();
  await ask(token);
  await refusal(await issuer.token({ aud: 'another' }));
  const [header = '', payload = '', signature = ''] = token.split('.');
  for (const part of [payload, signature, header]) {
    expect(gateway.output).not.toContain(part);
  }
});
