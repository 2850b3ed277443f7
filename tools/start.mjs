// npm start: everything, on this machine, without Docker. Installs and builds what is missing first.
import { parseArgs } from 'node:util';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { inRoot } from './stack/paths.mjs';
import { prepare } from './stack/prepare.mjs';
import { readSecret } from './stack/secret.mjs';
import { startStack } from './stack/stack.mjs';

const { values } = parseArgs({
  options: {
    config: { type: 'string', default: inRoot('llm-gateway.yaml') },
    data: { type: 'string', default: inRoot('data') },
  },
});

/** @type {(status: number) => void} */
let finish = () => {};
const finished = new Promise((/** @type {(status: number) => void} */ resolve) => (finish = resolve));
// Before anything is started, so that nothing started is ever left behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => finish(0));
}

async function main() {
  const { backend } = await prepare();
  console.log('Starting');
  const stack = await startStack({
    config: values.config,
    data: values.data,
    onExit: (name, reason) => {
      console.error(`${name} has ended: ${reason}`);
      finish(1);
    },
  });
  // npm run traffic and llm-gateway doctor find the gateway by it, whichever port it got.
  writeFileSync(join(values.data, 'stack.json'), JSON.stringify(addresses(stack)));
  print(stack, backend);
  obeyParent(stack);
  const status = await finished;
  console.log('Stopping');
  await stack.stop();
  return status;
}

/** @param {import('./stack/stack.mjs').Stack} stack @param {string | undefined} backend */
function print(stack, backend) {
  const { gateway, prometheus, alertmanager, grafana, grafanaPasswordFile } = stack;
  console.log('');
  console.log(`  Gateway       ${gateway.url}/v1`);
  if (grafana !== undefined && grafanaPasswordFile !== undefined) {
    console.log(`  Grafana       ${grafana.url}/a/llmgateway-app/overview`);
    console.log(`                user admin, password in ${grafanaPasswordFile}`);
  }
  if (prometheus !== undefined) {
    console.log(`  Prometheus    ${prometheus.url}`);
  }
  if (alertmanager !== undefined) {
    console.log(`  Alertmanager  ${alertmanager.url}`);
  }
  [...stack.missing, ...(backend === undefined ? [] : [backend])].forEach((line) => console.log(`  (${line})`));
  console.log('');
  console.log('A first request:');
  console.log('');
  console.log(`  ${firstRequest(stack)}`);
  console.log('');
  console.log('How everything is: node gateway/dist/cli.js doctor');
  console.log('Traffic to look at: npm run traffic. Ctrl-C ends all of it; what was measured is kept.');
  process.send?.({ ready: true, ...addresses(stack) });
}

/** @param {import('./stack/stack.mjs').Stack} stack */
function firstRequest({ gateway, secrets }) {
  const file = join(secrets, 'key-demo');
  const key = existsSync(file) ? readSecret(file) : '<a key of your configuration>';
  const body = JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello' }] });
  return `curl ${gateway.url}/v1/chat/completions -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' -d '${body}'`;
}

/** @param {import('./stack/stack.mjs').Stack} stack */
function addresses({ gateway, prometheus, alertmanager, grafana, secrets, grafanaPasswordFile }) {
  return {
    gateway: gateway.url,
    prometheus: prometheus?.url,
    alertmanager: alertmanager?.url,
    grafana: grafana?.url,
    config: resolve(values.config),
    secrets,
    grafanaPasswordFile,
  };
}

/** The end-to-end tests start this script and stop the gateway for a while. @param {import('./stack/stack.mjs').Stack} stack */
function obeyParent({ gateway }) {
  process.on('message', async (message) => {
    if (message === 'stop-gateway') {
      await gateway.stop();
    } else if (message === 'start-gateway') {
      await gateway.start();
    }
    process.send?.({ done: message });
  });
}

main().then(
  (status) => process.exit(status),
  (error) => {
    console.error(error.message);
    process.exit(1);
  }
);
