// The OpenAPI document of the gateway that was last built: started for a moment, it tells itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { inRoot } from '../stack/paths.mjs';

const CONFIG = `
providers: [{ name: demo, type: simulator }]
models: [{ name: demo, deployments: [{ provider: demo, model: demo }] }]
`;

/** @returns {Promise<import('openapi-typescript').OpenAPI3>} */
export async function openApiDocument() {
  const folder = mkdtempSync(join(tmpdir(), 'llm-gateway-openapi-'));
  const config = join(folder, 'llm-gateway.yaml');
  writeFileSync(config, CONFIG);
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...env } = process.env;
  const args = ['gateway/dist/cli.js', 'serve', '--config', config, '--port', '0', '--data', join(folder, 'data')];
  const gateway = spawn(process.execPath, args, {
    cwd: inRoot(),
    env: { ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(gateway, 'exit');
  try {
    const response = await fetch(`${await addressOf(gateway.stdout)}/openapi.json`);
    return /** @type {import('openapi-typescript').OpenAPI3} */ (await response.json());
  } finally {
    gateway.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true });
  }
}

/** @param {import('node:stream').Readable} log @returns {Promise<string>} where the gateway listens, once it does */
async function addressOf(log) {
  const lines = createInterface({ input: log });
  for await (const line of lines) {
    const url = /"url":"(http[^"]+)".*"msg":"listening"/.exec(line)?.[1];
    if (url !== undefined) {
      log.resume();
      return url;
    }
  }
  throw new Error('the gateway ended before it listened');
}
