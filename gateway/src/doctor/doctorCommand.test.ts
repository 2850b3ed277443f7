import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { doctorCommand } from './doctorCommand.js';

let data: string;
let server: Server;
let url: string;
/** Answers by path. */
let answers: Record<string, [status: number, body: unknown]>;
beforeEach(async () => {
  answers = { '/health/live': [200, {}] };
  data = mkdtempSync(join(tmpdir(), 'llm-gateway-doctor-'));
  server = createServer((request, response) => {
    const [status, body] = answers[request.url?.split('?')[0] ?? ''] ?? [404, { error: { message: 'not here' } }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(data, { recursive: true, force: true });
});

async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, terminal = false) {
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = await doctorCommand(['--data', data, ...args], {
    env,
    terminal,
    print: (text) => void printed.push(text),
    complain: (text) => void complained.push(text),
  });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}

interface Json {
  readonly exit_code: number;
  readonly findings: ReadonlyArray<{ readonly part: string; readonly status: string; readonly message: string }>;
}
async function failedParts(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { printed } = await run(['--json', ...args], env);
  const { findings } = JSON.parse(printed) as Json;
  return findings.filter(({ status }) => status === 'failed').map(({ part, message }) => `${part}: ${message}`);
}

test.each([
  [['--colour'], '--colour'],
  [['--timeout', 'soon'], '--timeout must be a number of seconds'],
  [['--watch=0'], '--watch must be a number of seconds'],
  [['--url', 'nonsense'], '--url: it is no URL'],
])('says what is wrong with %j', async (args, message) => {
  const { code, complained } = await run(args);
  expect(code).toBe(2);
  expect(complained).toContain(message);
  expect(complained).toContain('Usage: llm-gateway doctor');
});

test('--help tells the options', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, printed: expect.stringContaining('--watch') });
});

test('what is no gateway is said to be none', async () => {
  expect(await failedParts(['--url', url], { LLM_GATEWAY_ADMIN_TOKEN: 'x' })).toContainEqual(
    expect.stringMatching(/^gateway: what answers there is no LLM Gateway/)
  );
});

test('whatever others answer, it is a finding', async () => {
  answers['/api/v1/status'] = [200, { nothing: 'of use' }];
  answers['/api/v1/targets'] = [200, 'not json of Prometheus'];
  answers['/api/v1/rules'] = [200, null];
  answers['/api/v2/status'] = [500, { message: 'broken inside' }];
  const everywhere = ['--url', url, '--prometheus', url, '--alertmanager', url, '--grafana', url];
  const found = await failedParts(everywhere, { LLM_GATEWAY_ADMIN_TOKEN: 'x' });
  expect(found.map((each) => each.split(':')[0])).toEqual(
    expect.arrayContaining(['gateway', 'prometheus', 'alertmanager', 'grafana'])
  );
  expect(found).toContainEqual('alertmanager: /api/v2/status answers 500: broken inside');
});

test('a part that does not answer is not waited for longer than asked', async () => {
  server.removeAllListeners('request');
  const began = performance.now();
  expect(await failedParts(['--url', url, '--timeout', '0.2'])).toEqual([
    expect.stringMatching(/^gateway: .* does not answer: nothing within 0\.2 s$/),
  ]);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('colours are for terminals, and not where NO_COLOR says otherwise', async () => {
  const colour = '\u001b[31m';
  expect((await run(['--url', url], {}, true)).printed).toContain('\u001b[');
  expect((await run(['--url', url], { NO_COLOR: '1' }, true)).printed).not.toContain('\u001b[');
  expect((await run(['--url', url])).printed).not.toContain(colour);
});

test('--watch looks again until it is told to end', async () => {
  const running = run(['--url', url, '--watch=0.2', '--json']);
  await new Promise((resolve) => setTimeout(resolve, 700));
  process.emit('SIGTERM');
  const { printed, code } = await running;
  const lines = printed.split('\n').map((line) => JSON.parse(line) as Json);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.at(-1)?.exit_code).toBe(code);
});

test.each([
  ['another', 0, ['is not among them']],
  ['this', -1, []],
])('a Prometheus that scrapes %s gateway', async (_which, secondsBefore, expected) => {
  const startedAt = Date.now() - 3_600_000;
  answers['/api/v1/status'] = [
    200,
    {
      version: '1',
      started_at: new Date(startedAt).toISOString(),
      process: { pid: 1, host: 'h', heap_used_bytes: 1, heap_limit_bytes: 2 },
      store: { dialect: 'sqlite', up: true, latency_ms: 1 },
      redis: null,
      ledger: { pending: 0, lag_seconds: 0, journal_bytes: 0, refused: 0, full: false, journal_failing: false },
    },
  ];
  const start = secondsBefore === 0 ? Date.now() / 1_000 - 60 : startedAt / 1_000 + secondsBefore;
  answers['/api/v1/query'] = [200, { data: { result: [{ metric: {}, value: [0, String(start)] }] } }];
  const { printed } = await run(['--json', '--url', url, '--prometheus', url], { LLM_GATEWAY_ADMIN_TOKEN: 'x' });
  const { findings } = JSON.parse(printed) as Json;
  const told = findings.filter(({ part, status }) => part === 'prometheus' && status === 'warning');
  expect(told.map(({ message }) => message)).toEqual(expected.map((each) => expect.stringContaining(each)));
});
