import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CLI, CLIENT_KEY, TestGateway } from '../support/gateway.js';
import { RawUpstream } from '../support/rawUpstream.js';
import { anthropicWire } from './providers/wire/anthropic.js';
import { bedrockWire } from './providers/wire/bedrock.js';
import { OPENAI, openAiWire } from './providers/wire/openai.js';
import { TEXT } from './providers/wire/scenario.js';
import { startWires } from './providers/wire/server.js';

jest.setTimeout(30_000);

const MASTER_KEY = 'sk-litellm-master-1';
/** What LiteLLM keeps in its database. */
const CLIENT = `keys: [{ name: test, key: ${CLIENT_KEY} }]`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-import-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { env: { PATH: process.env['PATH'] } },
      (_error, stdout, stderr) => resolve({ status: child.exitCode ?? -1, stdout, stderr })
    );
  });
}

function litellm(upstream: string): string {
  const file = join(directory, 'config.yaml');
  writeFileSync(
    file,
    `
model_list:
  - model_name: gpt-4o
    litellm_params: { model: openai/first, api_base: ${upstream}/v1, api_key: sk-inline-secret, order: 1 }
  - model_name: gpt-4o
    litellm_params: { model: openai/second, api_base: ${upstream}/v1, api_key: sk-inline-secret, order: 2 }
router_settings: { num_retries: 1, model_group_alias: { gpt-4: gpt-4o } }
litellm_settings: { drop_params: true, cache: true }
general_settings: { master_key: os.environ/LITELLM_MASTER_KEY }
`
  );
  return file;
}

test('clients of LiteLLM go on with what was imported: key, alias and order', async () => {
  const keys: Array<string | undefined> = [];
  const upstream = await RawUpstream.start({
    first: ({ response, request }) => {
      keys.push(request.headers.authorization);
      response.writeHead(503).end('{}');
    },
    second: ({ response, request }) => {
      keys.push(request.headers.authorization);
      const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
      const choices = [{ index: 0, message: { role: 'assistant', content: 'hi' }, finish_reason: 'stop' }];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: 'x', object: 'chat.completion', created: 1, model: 'second', choices, usage }));
    },
  });
  const [out, report] = [join(directory, 'llm-gateway.yaml'), join(directory, 'report.md')];
  const imported = await run('import', 'litellm', litellm(upstream.url), '--out', out, '--report', report);
  expect(imported).toMatchObject({ status: 0, stdout: '' });
  expect(readFileSync(report, 'utf8')).toContain('| litellm_settings.cache | true or false |');

  const env = { OPENAI_API_KEY: 'sk-inline-secret', LITELLM_MASTER_KEY: MASTER_KEY };
  const gateway = await TestGateway.start(readFileSync(out, 'utf8'), { env });
  try {
    const answer = await gateway.chat(
      { model: 'gpt-4', messages: [{ role: 'user', content: 'hello' }] },
      { headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' } }
    );
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ choices: [{ message: { content: 'hi' } }] });
    expect(keys).toEqual(['Bearer sk-inline-secret', 'Bearer sk-inline-secret']);
  } finally {
    await gateway.remove();
    await upstream.stop();
  }
});

test('providers of LiteLLM’s are asked in their own words', async () => {
  const upstreams = await startWires({ azure: openAiWire(OPENAI), anthropic: anthropicWire, bedrock: bedrockWire });
  const file = join(directory, 'config.yaml');
  writeFileSync(
    file,
    `
model_list:
  - model_name: azure
    litellm_params: { model: azure/my-4o, api_base: ${upstreams.url}/azure/, api_key: os.environ/AZ, api_version: "2024-10-21" }
  - model_name: anthropic
    litellm_params: { model: anthropic/claude-sonnet-4-5, api_base: ${upstreams.url}/anthropic }
  - model_name: bedrock
    litellm_params:
      model: bedrock/converse/eu.anthropic.claude-sonnet-4-5-20250929-v1:0
      aws_bedrock_runtime_endpoint: ${upstreams.url}/bedrock
      aws_region_name: eu-central-1
      aws_access_key_id: AKIDINLINE
      aws_secret_access_key: sk-inline-secret
`
  );
  const { status, stdout, stderr } = await run('import', 'litellm', file);
  expect(status).toBe(0);
  expect(stdout + stderr).not.toMatch(/AKIDINLINE|sk-inline-secret/);
  const keys = { AWS_ACCESS_KEY_ID: 'AKIDINLINE', AWS_SECRET_ACCESS_KEY: 'sk-inline-secret' };
  const env = { AZ: 'azure-key', ANTHROPIC_API_KEY: 'anthropic-key', ...keys };
  const gateway = await TestGateway.start(`${stdout}\n${CLIENT}`, { env });
  try {
    for (const model of ['azure', 'anthropic', 'bedrock']) {
      const answer = await gateway.chat({ model, messages: [{ role: 'user', content: 'scenario:text' }] });
      expect(await answer.json()).toMatchObject({ choices: [{ message: { content: TEXT.join('') } }] });
    }
    expect(upstreams.received('azure')).toMatchObject({
      path: '/openai/deployments/my-4o/chat/completions?api-version=2024-10-21',
      headers: { 'api-key': 'azure-key' },
    });
    expect(upstreams.received('anthropic')).toMatchObject({
      path: '/v1/messages',
      headers: { 'x-api-key': 'anthropic-key' },
    });
    expect(upstreams.received('bedrock')).toMatchObject({
      path: '/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse',
      headers: {
        authorization: expect.stringMatching(/Credential=AKIDINLINE\/\d+\/eu-central-1\/bedrock\//) as string,
      },
    });
  } finally {
    await gateway.remove();
    await upstreams.stop();
  }
});

test('without --out the configuration is printed and the report is on the other stream', async () => {
  const { status, stdout, stderr } = await run('import', 'litellm', litellm('http://127.0.0.1:1'));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^# Written by llm-gateway import litellm/);
  expect(stderr).toMatch(/^# What became of /);
  expect(stdout + stderr).not.toContain('sk-inline-secret');
});

test('says how it is used, and writes over nothing', async () => {
  const out = join(directory, 'there.yaml');
  writeFileSync(out, 'mine');
  const uses: ReadonlyArray<[readonly string[], RegExp]> = [
    [['import'], /import litellm config\.yaml/],
    [['import', 'portkey', 'x.yaml'], /import litellm config\.yaml/],
    [['import', 'litellm', join(directory, 'gone.yaml')], /gone\.yaml: cannot be read: no such file/],
    [['import', 'litellm', litellm('http://127.0.0.1:1'), '--out', out], /there\.yaml is there already/],
  ];
  for (const [args, message] of uses) {
    const { status, stdout, stderr } = await run(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect([status, stdout]).toEqual([2, '']);
  }
  expect(readFileSync(out, 'utf8')).toBe('mine');
  expect(existsSync(join(directory, 'report.md'))).toBe(false);
});
