import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SecretFiles } from './secrets.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-secrets-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('are generated once, announced once, and kept', () => {
  const announce = jest.fn();
  const first = new SecretFiles(directory, announce).read('admin-token', 'llmgw-admin-');
  const again = new SecretFiles(directory, announce).read('admin-token', 'llmgw-admin-');
  expect(first).toMatch(/^llmgw-admin-[\w-]{32}$/);
  expect(again).toBe(first);
  expect(announce.mock.calls).toEqual([['admin-token', join(directory, 'secrets', 'admin-token')]]);
});

test('are announced by the name of their file, not by what they are', () => {
  const announce = jest.fn();
  const secret = new SecretFiles(directory, announce).read('admin-token', '');
  expect(JSON.stringify(announce.mock.calls)).not.toContain(secret);
});

test('can be read by their owner only', () => {
  new SecretFiles(directory, () => undefined).read('admin-token', '');
  expect(statSync(join(directory, 'secrets', 'admin-token')).mode & 0o777).toBe(0o600);
  expect(statSync(join(directory, 'secrets')).mode & 0o777).toBe(0o700);
});

test('differ from each other', () => {
  const secrets = new SecretFiles(directory, () => undefined);
  expect(secrets.read('key-a', 'llmgw-')).not.toBe(secrets.read('key-b', 'llmgw-'));
});

test('a name cannot lead out of the directory', () => {
  const secret = new SecretFiles(directory, () => undefined).read('key-../../x', '');
  expect(readFileSync(join(directory, 'secrets', 'key-..%2F..%2Fx'), 'utf8').trim()).toBe(secret);
});
