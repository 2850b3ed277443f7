import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CLI, CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { DONE, FINISH, RawUpstream, type UpstreamCall, contentEvent, startEvents } from '../support/rawUpstream.js';

const SECRET = 'sk-very-secret-0001';
const SIMULATED = `
providers: [{ name: demo, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000 } }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
`;
jest.setTimeout(20_000);

const MESSAGES = [{ role: 'user', content: 'hello' }];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-cli-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI to its end. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'], ...env }, timeout: 20_000 };
    const child = execFile(process.execPath, [CLI, ...args], options, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr })
    );
  });
}

function configFile(text: string, name = 'gateway.yaml'): string {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}

describe('check', () => {
  test('says that a good configuration is good', async () => {
    const good = configFile(configuration(SIMULATED), 'good.yaml');
    expect(await run(['check', '--config', good])).toEqual({ status: 0, stdout: `${good}: ok\n`, stderr: '' });
  });

  test('fills in the environment', async () => {
    const file = configFile(SIMULATED + 'keys: [{ name: ci, key: ${CI_KEY} }]\n');
    const [set, unset] = await Promise.all(
      [{ CI_KEY: SECRET }, {}].map((env) => run(['check', '--config', file], env))
    );
    expect(set?.status).toBe(0);
    expect(unset).toEqual({
      status: 2,
      stdout: '',
      stderr: `${file}:4: keys[0].key: environment variable CI_KEY is not set; set it, or give a default as \${CI_KEY:-value}\n`,
    });
  });

  test('names file, line and key of what is wrong, without a secret, and exits with 2; so does serve', async () => {
    const wrong = {
      'kees: []': ':4: kees: is not a known key',
      'server: { port: high }': ':4: server.port: must be of type integer, not string',
      'keys: [{ name: a }, { name: a }]': ':4: keys[1].name: "a" is there twice',
      [`keys: [{ name: a, key: [${SECRET}] }]`]: ':4: keys[0].key: must be of type string',
      [`keys: [{ name: a, key: "${SECRET} }]`]: ': not valid YAML',
    };
    const data = join(directory, 'data');
    const checks = Object.entries(wrong).map(async ([more, problem], index) => {
      const file = configFile(`${SIMULATED}${more}\n`, `${index}.yaml`);
      const command = index === 0 ? 'serve' : 'check';
      const { status, stdout, stderr } = await run([command, '--config', file, '--data', data]);
      expect(stderr).toContain(`${file}:`);
      expect(stderr).toContain(problem);
      expect(stdout + stderr).not.toContain(SECRET);
      expect(stderr).not.toContain('    at ');
      expect(status).toBe(2);
    });
    await Promise.all(checks);
    expect(existsSync(data)).toBe(false);
  });

  test('names a file that is not there', async () => {
    const file = join(directory, 'nowhere.yaml');
    expect(await run(['check', '--config', file])).toMatchObject({
      status: 2,
      stderr: `${file}: cannot be read: no such file\n`,
    });
  });
});

describe('the command line', () => {
  const schemaFile = join(__dirname, '../../gateway/config.schema.json');
  const schemaTest = existsSync(schemaFile) ? test : test.skip;

  schemaTest('schema prints what is published', async () => {
    const { status, stdout } = await run(['schema']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(schemaFile, 'utf8')));
  });

  test('says how it is used, and what is wrong with how it was', async () => {
    const config = ['--config', configFile(configuration(SIMULATED))];
    const uses: ReadonlyArray<[readonly string[], number, RegExp]> = [
      [['--help'], 0, /Usage: llm-gateway/],
      [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
      [[], 2, /Usage: llm-gateway/],
      [['dance'], 2, /There is no command "dance"/],
      [['check', '--colour'], 2, /--colour/],
      [['serve', '--port', 'high', ...config], 2, /--port must be a number from 0 to 65535, not "high"/],
      [['serve', '--port', '70000', ...config], 2, /--port must be a number/],
    ];
    const answers = await Promise.all(uses.map(([args]) => run(args)));
    uses.forEach(([, status, words], index) => {
      const answer = answers[index] as Ended;
      expect(answer.stdout + answer.stderr).toMatch(words);
      expect(answer.stderr).not.toContain('    at ');
      expect(answer.status).toBe(status);
    });
  });
});

describe('serve', () => {
  let gateway: TestGateway | undefined;
  afterEach(async () => {
    await gateway?.remove();
    gateway = undefined;
  });

  test('names a busy port and exits with 1', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const file = configFile(configuration(SIMULATED));
    const answer = await run(['serve', '--config', file, '--port', String(port), '--data', join(directory, 'data')]);
    server.close();
    expect(answer.status).toBe(1);
    expect(answer.stderr).toContain(`127.0.0.1:${port}: another process listens there`);
    expect(answer.stderr).not.toContain('    at ');
  });

  test('prints where its secrets are kept, never the secrets', async () => {
    gateway = await TestGateway.start(`${SIMULATED}keys: [{ name: ci }]\nserver: { port: 0 }\n`, {
      env: { LOG_LEVEL: 'trace' },
    });
    const secrets = ['admin-token', 'metrics-token', 'key-ci'];
    const headers = { authorization: `Bearer ${gateway.secret('key-ci')}` };
    expect((await gateway.chat({ model: 'small', messages: MESSAGES }, { headers })).status).toBe(200);
    await gateway.chat({ model: 'small', messages: MESSAGES }, { headers: { authorization: `Bearer ${SECRET}` } });
    await gateway.usage();
    await gateway.metrics();
    await gateway.stop();
    for (const name of secrets) {
      const file = gateway.secretFile(name);
      expect(gateway.output).toContain(`Generated ${name}, kept in ${file}`);
      expect(gateway.output).not.toContain(gateway.secret(name));
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    expect(gateway.output).not.toContain(SECRET);
  });

  test('takes its tokens from the environment, and then generates none', async () => {
    const env = {
      LLM_GATEWAY_ADMIN_TOKEN: 'admin-from-env',
      LLM_GATEWAY_VIEWER_TOKEN: 'viewer-from-env',
      LLM_GATEWAY_METRICS_TOKEN: 'metrics-from-env',
      LLM_GATEWAY_ALERTS_TOKEN: 'alerts-from-env',
      LLM_GATEWAY_MASTER_KEY: 'a-master-key-from-env',
    };
    gateway = await TestGateway.start(configuration(SIMULATED), { env });
    expect((await gateway.get('/api/v1/status', 'admin-from-env')).status).toBe(200);
    expect((await gateway.get('/api/v1/status', 'viewer-from-env')).status).toBe(200);
    expect((await gateway.get('/metrics', 'metrics-from-env')).status).toBe(200);
    expect((await gateway.get('/metrics', 'admin-from-env')).status).toBe(401);
    expect(existsSync(gateway.secretFile('admin-token'))).toBe(false);
    expect(gateway.output).not.toContain('Generated');
  });

  test('answers probes without a token, and says how its providers are', async () => {
    gateway = await TestGateway.start(configuration(SIMULATED));
    for (const path of ['/health/live', '/health/ready']) {
      expect(await (await gateway.get(path)).json()).toEqual({ status: 'ok' });
    }
    await (await gateway.chat({ model: 'small', messages: MESSAGES })).text();
    expect(await (await gateway.get('/health')).json()).toMatchObject({
      status: 'ok',
      providers: [{ name: 'demo', type: 'simulator', status: 'healthy' }],
    });
  });

  test('a restart keeps the ledger and the secrets', async () => {
    const first = await TestGateway.start(configuration(SIMULATED));
    const token = first.adminToken;
    for (const stream of [true, false]) {
      await (await first.chat({ model: 'small', stream, messages: MESSAGES })).text();
    }
    expect(await first.stop()).toBe(0);

    gateway = await TestGateway.start(configuration(SIMULATED), { directory: first.directory });
    expect(gateway.adminToken).toBe(token);
    expect(gateway.output).not.toContain('Generated');
    expect((await gateway.usage()).totals.requests).toBe(2);
    await (await gateway.chat({ model: 'small', messages: MESSAGES })).text();
    expect((await gateway.usage()).totals.requests).toBe(3);
  });

  test('what had ended is in the ledger after kill -9 too, once it was flushed', async () => {
    const first = await TestGateway.start(configuration(SIMULATED));
    await (await first.chat({ model: 'small', messages: MESSAGES })).text();
    expect((await first.usage()).totals.requests).toBe(1);
    first.signal('SIGKILL');
    await first.ended();

    gateway = await TestGateway.start(configuration(SIMULATED), { directory: first.directory });
    expect((await gateway.usage()).totals.requests).toBe(1);
  });

  describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
    let upstream: RawUpstream;
    beforeEach(async () => {
      upstream = await RawUpstream.start({
        streamed: ({ response }) => {
          startEvents(response);
          response.write(contentEvent('first '));
        },
      });
      gateway = await TestGateway.start(
        configuration(`
providers: [{ name: raw, type: openai-compatible, base_url: "${upstream.url}/v1" }]
models: [{ name: streamed, deployments: [{ provider: raw, model: streamed }] }]
`)
      );
    });
    afterEach(() => upstream.stop());

    test('lets a stream under way come to its end, takes no new requests, keeps the account and exits with 0', async () => {
      const running = gateway as TestGateway;
      const called = upstream.nextCall();
      const response = await running.chat({ model: 'streamed', stream: true, messages: MESSAGES });
      const { response: answer }: UpstreamCall = await called;

      running.signal(signal);
      await refusesConnections(running.url);
      expect(running.running).toBe(true);
      answer.end(contentEvent('last') + FINISH + DONE);
      const text = await response.text();
      expect(text).toBe(contentEvent('first ') + contentEvent('last') + FINISH + DONE);

      const ended = performance.now();
      expect(await running.ended()).toBe(0);
      // A client that keeps its connection open must not keep the process.
      expect(performance.now() - ended).toBeLessThan(2_000);
      const again = await TestGateway.start(configuration(SIMULATED), { directory: running.directory });
      expect((await again.usage()).totals).toMatchObject({ requests: 1, errors: 0, aborted: 0 });
      await again.stop();
    });
  });

  test('an idle connection that a client keeps open does not delay the end', async () => {
    gateway = await TestGateway.start(configuration(SIMULATED));
    const agent = new Agent({ keepAlive: true });
    const [response] = await once(get(`${gateway.url}/health/live`, { agent }), 'response');
    response.resume();
    await once(response, 'end');
    const start = performance.now();
    expect(await gateway.stop()).toBe(0);
    expect(performance.now() - start).toBeLessThan(2_000);
    agent.destroy();
  });
});

/** Waits until nobody listens there any more. */
async function refusesConnections(url: string): Promise<void> {
  const headers = { authorization: `Bearer ${CLIENT_KEY}`, connection: 'close' };
  for (;;) {
    const refused = await fetch(`${url}/v1/models`, { headers }).then(
      () => false,
      () => true
    );
    if (refused) {
      return;
    }
  }
}
