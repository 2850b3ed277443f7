import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

import { freePort } from './freePort.js';
import { until } from './until.js';

/** A Python that has llama-cpp-python[server]; building that takes minutes, so it is not installed for a test. */
const PYTHON = process.env['LLAMA_CPP_PYTHON'] ?? 'python3';

/** Whether llama.cpp's server can be started here. */
export const hasLlamaServer = spawnSync(PYTHON, ['-c', 'import llama_cpp.server.app']).status === 0;

const START_MS = 60_000;

/** llama.cpp behind llama-cpp-python's server, with one model. */
export class LlamaServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly printed: readonly string[]
  ) {}

  /** @param model a GGUF file */
  static async start(model: string, name: string, apiKey: string): Promise<LlamaServer> {
    const port = await freePort();
    const options = ['--model', model, '--model_alias', name, '--api_key', apiKey, '--port', String(port)];
    const child = spawn(
      PYTHON,
      ['-m', 'llama_cpp.server', ...options, '--host', '127.0.0.1', '--n_ctx', '1024', '--n_threads', '1'],
      { stdio: ['ignore', 'pipe', 'pipe'] }
    );
    const printed: string[] = [];
    [child.stdout, child.stderr].forEach((stream) => stream.on('data', (chunk) => printed.push(String(chunk))));
    const server = new LlamaServer(`http://127.0.0.1:${port}`, child, printed);
    await until(async () => {
      if (child.exitCode !== null) {
        throw new Error(`llama_cpp.server ended with ${child.exitCode}:\n${server.output}`);
      }
      const headers = { authorization: `Bearer ${apiKey}` };
      return fetch(`${server.url}/v1/models`, { headers }).then(
        ({ ok }) => ok,
        () => false
      );
    }, START_MS);
    return server;
  }

  get output(): string {
    return this.printed.join('');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await ended;
    }
  }
}
