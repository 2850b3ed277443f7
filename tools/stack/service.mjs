import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, closeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a service may take to stop by itself before it is killed, in milliseconds. */
const STOP_MS = 15_000;
/** How long a service may take until it answers, in milliseconds. */
const READY_MS = 90_000;

/** One process of the stack, with its log in a file. */
export class Service {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #stopping = false;

  /**
   * @param {object} options
   * @param {string} options.name
   * @param {string} options.command
   * @param {string[]} options.args
   * @param {NodeJS.ProcessEnv} [options.env] added to this process's own
   * @param {string} options.log file
   * @param {string} options.url
   * @param {string} options.readyPath answers 200 once the service is ready
   * @param {(name: string, reason: string) => void} options.onExit called when it ends without having been told to
   */
  constructor(options) {
    this.options = options;
  }

  get name() {
    return this.options.name;
  }

  get url() {
    return this.options.url;
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Starts it, unless it runs already. */
  async start() {
    if (this.#child !== undefined) {
      return;
    }
    const { name, command, args, env, log, onExit } = this.options;
    this.#stopping = false;
    mkdirSync(dirname(log), { recursive: true });
    const output = openSync(log, 'a');
    // A group of its own: Ctrl-C reaches only us, and we stop the parts one after the other.
    const options = { env: { ...process.env, ...env }, detached: true };
    const child = spawn(command, args, { ...options, stdio: ['ignore', output, output] });
    closeSync(output);
    this.#child = child;
    const ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    let reason = '';
    void ended.then((why) => {
      reason = String(why);
      this.#child = undefined;
      if (!this.#stopping) {
        onExit(name, `${reason}\n${this.#lastLines()}`);
      }
    });
    await this.#ready(() => reason);
  }

  /** Waits until it has ended; kills it if it does not end by itself. */
  async stop() {
    const child = this.#child;
    if (child === undefined) {
      return;
    }
    this.#stopping = true;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  }

  /** @param {() => string} endedWith */
  async #ready(endedWith) {
    const { name, url, readyPath, log } = this.options;
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline) {
      if (endedWith() !== '') {
        throw new Error(`${name} did not start (${endedWith()}); the end of ${log}:\n${this.#lastLines()}`);
      }
      const answer = await fetch(`${url}${readyPath}`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (answer?.ok === true) {
        return;
      }
      await sleep(200);
    }
    throw new Error(`${name} did not answer on ${url}${readyPath} within ${READY_MS / 1000} s; see ${log}`);
  }

  #lastLines() {
    return readFileSync(this.options.log, 'utf8').trimEnd().split('\n').slice(-10).join('\n');
  }
}
