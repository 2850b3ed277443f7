import { createHash, createHmac } from 'node:crypto';

import { headerMap } from '../../../../tests/support/dialects.js';
import { authorizer } from './authorize.js';

const HOST = 'bedrock-runtime.us-east-1.amazonaws.com';
const PATH = '/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse';
const BODY = Buffer.from('{"messages":[]}');

const hash = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();

/** Signature Version 4 as AWS describes it, step by step, for the headers that were signed. */
function signature(headers: Readonly<Record<string, string>>, secret: string, region: string): string {
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '') ?? [];
  const values: Record<string, string> = { ...headers, host: HOST };
  const canonical = [
    'POST',
    // Every service but S3 has its path encoded once more.
    PATH.split('/').map(encodeURIComponent).join('/'),
    '',
    ...names.split(';').map((name) => `${name}:${values[name]}`),
    '',
    names,
    hash(BODY),
  ].join('\n');
  const time = headers['x-amz-date'] ?? '';
  const scope = `${time.slice(0, 8)}/${region}/bedrock/aws4_request`;
  const key = scope.split('/').reduce<Buffer | string>((before, part) => hmac(before, part), `AWS4${secret}`);
  return hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash(canonical)}`).toString('hex');
}

test('a call is signed as AWS signs it', async () => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' };
  const authorize = authorizer({ provider: 'aws', host: HOST, basePath: '', region: 'us-east-1', credentials });
  const headers = headerMap(await authorize(PATH, BODY));
  expect(headers['authorization']).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/bedrock\/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$/
  );
  expect(headers['authorization']).toContain(`Signature=${signature(headers, 'secret', 'us-east-1')}`);
  expect(headers['x-amz-security-token']).toBe('session');
  expect(Object.keys(headers)).not.toContain('host');
});

test('an API key is sent as it is', async () => {
  const authorize = authorizer({
    provider: 'aws',
    host: HOST,
    basePath: '',
    region: 'us-east-1',
    credentials: { apiKey: 'bedrock-api-key' },
  });
  expect(headerMap(await authorize(PATH, BODY))['authorization']).toBe('Bearer bedrock-api-key');
});
