import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  type AwsEndpoints,
  CONTAINER_TOKEN,
  ROLE,
  WEB_IDENTITY,
  startAwsEndpoints,
} from '../../../../tests/support/awsEndpoints.js';
import { headerMap } from '../../../../tests/support/dialects.js';
import { authorizer } from './authorize.js';
import { bedrockCredentials } from './credentials.js';

const region = 'eu-central-1';
const before = { ...process.env };
let aws: AwsEndpoints;
let directory: string;

beforeAll(async () => {
  aws = await startAwsEndpoints();
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-aws-'));
  writeFileSync(join(directory, 'token'), WEB_IDENTITY);
  const profile = '[work]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = secret-profile\n';
  writeFileSync(join(directory, 'credentials'), profile);
});
afterEach(() => {
  process.env = { ...before };
});
afterAll(async () => {
  await aws?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Headers of calls by a provider in whose environment nothing of AWS is but this. */
function calls(environment: NodeJS.ProcessEnv, config: object = {}) {
  const nothing = { AWS_SHARED_CREDENTIALS_FILE: '/none', AWS_CONFIG_FILE: '/none', AWS_EC2_METADATA_DISABLED: 'true' };
  Object.assign(process.env, nothing, environment);
  const credentials = bedrockCredentials({ region, ...config }, process.env);
  const authorize = authorizer({ provider: 'aws', host: 'bedrock', basePath: '', region, credentials });
  return async () => headerMap(await authorize('/model/m/converse', Buffer.from('{}')));
}

const container = () => ({
  AWS_CONTAINER_CREDENTIALS_FULL_URI: `${aws.url}/container`,
  AWS_CONTAINER_AUTHORIZATION_TOKEN: CONTAINER_TOKEN,
});

test.each<[string, () => NodeJS.ProcessEnv, string, string | undefined]>([
  ['the role of the container', container, 'AKIDCONTAINER1', 'session-container'],
  [
    'the role of the instance',
    () => ({ AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: aws.url }),
    'AKIDINSTANCE1',
    'session-instance',
  ],
  [
    'a web identity',
    () => ({
      AWS_WEB_IDENTITY_TOKEN_FILE: join(directory, 'token'),
      AWS_ROLE_ARN: ROLE,
      AWS_ENDPOINT_URL_STS: aws.url,
    }),
    'AKIDSTS1',
    'session-sts',
  ],
  [
    'a profile',
    () => ({ AWS_PROFILE: 'work', AWS_SHARED_CREDENTIALS_FILE: join(directory, 'credentials') }),
    'AKIDPROFILE',
    undefined,
  ],
  [
    'variables, which go before the rest',
    () => ({ ...container(), AWS_ACCESS_KEY_ID: 'AKIDVARIABLE', AWS_SECRET_ACCESS_KEY: 'secret-variable' }),
    'AKIDVARIABLE',
    undefined,
  ],
])('calls are signed with %s, asked for once', async (_what, environment, key, token) => {
  const call = calls(environment());
  for (const headers of [await call(), await call()]) {
    expect(headers['authorization']).toMatch(new RegExp(`Credential=${key}/\\d+/${region}/bedrock/`));
    expect(headers['x-amz-security-token']).toBe(token);
  }
});

test('what the configuration says goes before all of them', async () => {
  const call = calls(container(), { access_key_id: 'AKIDOWN', secret_access_key: 'secret-own' });
  expect((await call())['authorization']).toContain('Credential=AKIDOWN/');
});

test('credentials that have ended are asked for again', async () => {
  const { container: given } = aws.given;
  aws.lastsMs = -1_000;
  const call = calls(container());
  expect((await call())['authorization']).toContain(`Credential=AKIDCONTAINER${given + 1}/`);
  aws.lastsMs = 3_600_000;
  expect((await call())['authorization']).toContain(`Credential=AKIDCONTAINER${given + 2}/`);
  expect((await call())['authorization']).toContain(`Credential=AKIDCONTAINER${given + 2}/`);
});

test('where there are none, that is said, and asked again by the next call', async () => {
  const call = calls({ ...container(), AWS_CONTAINER_AUTHORIZATION_TOKEN: 'secret-that-is-wrong' });
  const failure = { type: 'provider_authentication_error', code: 'provider_credential_missing' };
  await expect(call()).rejects.toMatchObject(failure);
  await expect(call()).rejects.toThrow(/^The provider aws has no credentials: .*(?!secret-that)/);
  process.env['AWS_CONTAINER_AUTHORIZATION_TOKEN'] = CONTAINER_TOKEN;
  expect((await call())['authorization']).toContain('Credential=AKIDCONTAINER');
});
