import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { askDoctor } from '../support/doctor';
import { type Addresses, NpmStart, isOnPath, pathWith, processesWith, readSecret } from './npmStart';

// Building is not what is tested; it has been done by npm test before.
jest.setTimeout(120_000);

const withPrometheus = isOnPath('prometheus') ? it : it.skip;

let data: string;
let path: string;
const running: NpmStart[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'llm-gateway-start-'));
  path = pathWith('node', 'npm', 'sh', 'prometheus');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((start) => start.end()));
  rmSync(data, { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
});

function start(): NpmStart {
  const started = new NpmStart(data, path);
  running.push(started);
  return started;
}

it('prints every address, a curl that works, and what is missing', async () => {
  const npmStart = start();
  const { gateway } = await npmStart.ready();

  expect(npmStart.output).toContain(`${gateway}/v1`);
  expect(npmStart.output).toMatch(/grafana is not on PATH/);
  expect(npmStart.output).toMatch(/alertmanager is not on PATH/);
  const [, url, key, body] = /curl (\S+) -H 'Authorization: Bearer (\S+)' .* -d '(.*)'/.exec(npmStart.output) ?? [];
  const answer = await fetch(String(url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: String(body),
  });
  // The simulated provider fails one request in a hundred on purpose.
  expect([200, 500]).toContain(answer.status);
});

it('keeps keys and usage from one run to the next', async () => {
  const first = start();
  const before = await first.ready();
  await request(before);
  const used = await usage(before);
  const key = readSecret(before.secrets, 'key-demo');
  await first.ctrlC();

  const after = await start().ready();

  expect(used.requests).toBe(1);
  expect(await usage(after)).toEqual(used);
  expect(readSecret(after.secrets, 'key-demo')).toBe(key);
});

withPrometheus('leaves no process behind after Ctrl-C', async () => {
  const npmStart = start();
  await npmStart.ready();
  expect(processesWith(data).some((line) => line.includes('prometheus'))).toBe(true);

  const code = await npmStart.ctrlC();

  expect(code).toBe(0);
  expect(processesWith(data)).toEqual([]);
});

it('names a busy port and takes the next free one', async () => {
  const blocker = createServer();
  const wasFree = await new Promise<boolean>((resolve) => {
    blocker.once('error', () => resolve(false));
    blocker.listen(4000, '127.0.0.1', () => resolve(true));
  });
  try {
    const npmStart = start();
    const { gateway } = await npmStart.ready();

    expect(npmStart.output).toMatch(/Port 4000 is busy: the gateway listens on \d+ instead/);
    expect(new URL(gateway).port).not.toBe('4000');
  } finally {
    if (wasFree) {
      blocker.close();
    }
  }
});

async function request({ gateway, secrets }: Addresses): Promise<void> {
  const answer = await fetch(`${gateway}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${readSecret(secrets, 'key-demo')}` },
    body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello' }] }),
  });
  await answer.text();
}

async function usage({ gateway, secrets }: Addresses): Promise<{ requests: number }> {
  const answer = await fetch(`${gateway}/api/v1/usage`, {
    headers: { authorization: `Bearer ${readSecret(secrets, 'admin-token')}` },
  });
  return ((await answer.json()) as { totals: { requests: number } }).totals;
}

it('leaves what llm-gateway doctor needs', async () => {
  const { gateway } = await start().ready();

  const { findings, summary, output } = await askDoctor(['--data', data]);

  expect(findings.filter(({ status }) => status === 'failed')).toEqual([]);
  const asked = ['gateway', 'configuration', 'models', 'database', 'ledger', 'resources', 'inference'];
  for (const part of [...asked, ...(isOnPath('prometheus') ? ['prometheus'] : [])]) {
    expect(summary).toContainEqual(expect.stringMatching(`^(ok|warning) ${part}: `));
  }
  expect(output).toContain(`"gateway": "${gateway}"`);
  expect(output).not.toContain(readSecret(join(data, 'gateway', 'secrets'), 'admin-token'));
});
