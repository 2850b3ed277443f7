// npm run bench: CPU time per request and per streamed event of the gateway, with everything on, beside a bare
// Fastify + undici proxy in the same run, against the same mock provider. Ratios, not times: machines differ.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { Pool } = createRequire(new URL('../gateway/package.json', import.meta.url))('undici');

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const REQUESTS = 4_000;
const CONCURRENCY = 16;
const STREAMS = 300;
const STREAM_CONCURRENCY = 60;
const EVENTS = 100;
/** What the gateway may cost, relative to the bare proxy. */
const LIMITS = { request: 1.5, event: 1.3 };

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const message = [{ role: 'user', content: 'Tell me something about the weather in the mountains. '.repeat(20) }];
const bodies = {
  request: JSON.stringify({ model: 'bench', messages: message, max_tokens: 200 }),
  event: JSON.stringify({ model: 'bench', messages: message, max_tokens: 200, stream: true }),
};

/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-bench-'));

/** @param {string} script @param {string[]} args @returns {Promise<{ pid: number, origin: string }>} */
function start(script, args) {
  const child = fork(script, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    const found = (/** @type {string} */ origin) => resolve({ pid: /** @type {number} */ (child.pid), origin });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    child.on('message', (/** @type {any} */ { port }) => found(`http://127.0.0.1:${port}`));
    child.stdout?.on('data', (chunk) => {
      const url = /"url":"([^"]+)"/.exec(String(chunk))?.[1];
      if (url !== undefined) {
        found(url);
      }
    });
  });
}

/** CPU time of all threads of a process, in microseconds. @param {number} pid */
function cpuMicroseconds(pid) {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => {
    const [onCpu] = readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ');
    return sum + Number(onCpu) / 1000;
  }, 0);
}

/** @param {any} pool @param {string} body @param {string} key */
async function send(pool, body, key) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const answer = await pool.request({ method: 'POST', path: '/v1/chat/completions', headers, body });
  const text = await answer.body.text();
  const complete = body.includes('"stream":true') ? text.endsWith('data: [DONE]\n\n') : text.endsWith('}');
  if (answer.statusCode !== 200 || !complete) {
    throw new Error(`status ${answer.statusCode}: ${text.slice(0, 300)}`);
  }
}

/** CPU microseconds per request. @param {{ pid: number, pool: any, key: string }} target @param {string} body @param {number} count @param {number} concurrency */
async function measure({ pid, pool, key }, body, count, concurrency) {
  let left = count;
  const before = cpuMicroseconds(pid);
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left-- > 0) {
        await send(pool, body, key);
      }
    })
  );
  // The ledger writes a moment later; that belongs to the request too.
  await new Promise((resolve) => setTimeout(resolve, 400));
  return (cpuMicroseconds(pid) - before) / count;
}

const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function main() {
  const upstream = await start(here('bench/mockUpstream.mjs'), [String(EVENTS)]);
  const key = 'bench-key-0123456789';
  const config = join(directory, 'config.yaml');
  writeFileSync(
    config,
    `providers: [{ name: mock, type: openai-compatible, base_url: "${upstream.origin}/v1", api_key: upstream-key, prices: openai }]
models: [{ name: bench, deployments: [{ provider: mock, model: gpt-4o }] }]
keys: [{ name: bench, key: ${key}, team: bench }]
`
  );
  const cli = ['serve', '--config', config, '--port', '0', '--data', join(directory, 'data')];
  const started = {
    gateway: await start(here('../gateway/dist/cli.js'), cli),
    'bare proxy': await start(here('bench/bareProxy.mjs'), [upstream.origin, 'request']),
    'bare dispatch': await start(here('bench/bareProxy.mjs'), [upstream.origin, 'dispatch']),
  };
  const targets = Object.entries(started).map(([name, { pid, origin }]) => ({
    name,
    pid,
    key,
    pool: new Pool(origin, { connections: 128 }),
  }));

  const runs = [
    { name: 'request', per: 1, count: REQUESTS, concurrency: CONCURRENCY, body: bodies.request },
    { name: 'event', per: EVENTS, count: STREAMS, concurrency: STREAM_CONCURRENCY, body: bodies.event },
  ];
  let failed = 0;
  for (const { name, per, count, concurrency, body } of runs) {
    /** @type {Record<string, number[]>} */
    const cost = {};
    for (let round = -1; round < ROUNDS; round++) {
      for (const target of targets) {
        const perRequest = await measure(target, body, count, concurrency);
        if (round >= 0) {
          (cost[target.name] ??= []).push(perRequest / per);
        }
      }
    }
    const gateway = cost.gateway ?? [];
    console.log(`\nCPU time per ${name} (${ROUNDS} rounds of ${count}, ${concurrency} at a time, µs: median)`);
    for (const [target, costs] of Object.entries(cost)) {
      const ratio = median(gateway.map((value, round) => value / (costs[round] ?? NaN)));
      const beside = target === 'gateway' ? '' : `   gateway / ${target} = ${ratio.toFixed(2)}`;
      console.log(`  ${target.padEnd(14)} ${median(costs).toFixed(1).padStart(8)}${beside}`);
      const limit = LIMITS[/** @type {'request' | 'event'} */ (name)];
      if (target === 'bare proxy') {
        const verdict = ratio <= limit ? 'ok' : 'TOO MUCH';
        failed += ratio <= limit ? 0 : 1;
        console.log(`  ${' '.repeat(23)}   limit ${limit}: ${verdict}`);
      }
    }
  }
  await Promise.all(targets.map(({ pool }) => pool.destroy()));
  return failed === 0 ? 0 : 1;
}

main()
  .catch((error) => {
    console.error(error);
    return 1;
  })
  .then((status) => {
    children.forEach((child) => child.kill());
    rmSync(directory, { recursive: true, force: true });
    process.exit(status);
  });
