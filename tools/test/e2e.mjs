import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { grafanaHome } from '../stack/grafana.mjs';
import { findCommand, inRoot } from '../stack/paths.mjs';
import { run } from '../stack/run.mjs';
import { readSecret } from '../stack/secret.mjs';

const WHAT = 'end-to-end tests in a real Grafana';
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Starts the stack as npm start does and looks at it with a browser. @param {import('./tally.mjs').Tally} tally */
export async function endToEnd(tally) {
  console.log(`\n== ${WHAT}`);
  const missing = whatIsMissing();
  if (missing !== undefined) {
    tally.skip(WHAT, missing);
    return;
  }
  const data = mkdtempSync(join(tmpdir(), 'llm-gateway-e2e-'));
  const stack = fork(inRoot('tools', 'start.mjs'), ['--data', data], {
    cwd: inRoot(),
    // The tests share one log-in, which a renewal in one of them would take from the others.
    env: { ...process.env, GF_AUTH_TOKEN_ROTATION_INTERVAL_MINUTES: '240' },
  });
  const control = createServer();
  try {
    const addresses = await ready(stack);
    const controlUrl = await listen(control, stack);
    const output = inRoot('test-results', 'e2e.json');
    rmSync(output, { force: true });
    await run('npm', ['exec', '--', 'playwright', 'test'], {
      cwd: inRoot(),
      env: {
        ...process.env,
        GRAFANA_URL: addresses.grafana,
        GRAFANA_ADMIN_PASSWORD: readSecret(addresses.grafanaPasswordFile),
        PROMETHEUS_URL: addresses.prometheus,
        LLM_GATEWAY_URL: addresses.gateway,
        LLM_GATEWAY_KEY: readSecret(join(addresses.secrets, 'key-demo')),
        LLM_GATEWAY_ADMIN_TOKEN: readSecret(join(addresses.secrets, 'admin-token')),
        STACK_CONTROL_URL: controlUrl,
      },
    }).catch((error) => console.error(error.message));
    const { stats } = JSON.parse(readFileSync(output, 'utf8'));
    tally.add(WHAT, { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped });
  } catch (error) {
    console.error(error);
    tally.add(WHAT, { failed: 1 });
  } finally {
    control.close();
    await stopped(stack);
    rmSync(data, { recursive: true, force: true });
  }
}

/** @returns {string | undefined} */
function whatIsMissing() {
  if (findCommand('grafana', 'grafana-server') === undefined || !existsSync(join(grafanaHome(), 'public'))) {
    return 'no grafana on PATH';
  }
  if (findCommand('prometheus') === undefined) {
    return 'no prometheus on PATH';
  }
  return findCommand(...BROWSERS) === undefined ? `no browser on PATH (${BROWSERS.join(', ')})` : undefined;
}

/** @param {import('node:child_process').ChildProcess} stack @returns {Promise<any>} */
function ready(stack) {
  return new Promise((resolve, reject) => {
    stack.on('message', (/** @type {any} */ message) => message.ready === true && resolve(message));
    stack.once('exit', (code) => reject(new Error(`npm start ended with exit code ${code}`)));
  });
}

/**
 * Lets the tests, which run in other processes, stop and start the gateway: `POST /gateway/stop`, `POST /gateway/start`.
 * @param {import('node:http').Server} server @param {import('node:child_process').ChildProcess} stack
 * @returns {Promise<string>}
 */
function listen(server, stack) {
  server.on('request', (request, response) => {
    const command = /^\/gateway\/(stop|start)$/.exec(request.url ?? '')?.[1];
    if (request.method !== 'POST' || command === undefined) {
      response.writeHead(404).end();
      return;
    }
    stack.once('message', () => response.writeHead(204).end());
    stack.send(`${command}-gateway`);
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve(`http://127.0.0.1:${port}`);
    })
  );
}

/** @param {import('node:child_process').ChildProcess} stack */
async function stopped(stack) {
  if (stack.exitCode === null && stack.kill('SIGTERM')) {
    await new Promise((resolve) => stack.once('exit', resolve));
  }
}
