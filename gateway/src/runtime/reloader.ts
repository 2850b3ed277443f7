import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';

import { ConfigError } from '../config/problem.js';
import type { Config } from '../config/schema.js';

export interface ReloadResult {
  readonly changed: boolean;
  /** Keys of the configuration that changed but are read only when the gateway starts. */
  readonly restartNeeded: readonly string[];
}

export interface ReloaderParts {
  readonly file: string;
  /** @throws ConfigError */
  readonly load: () => Config;
  /** The configuration with the file as it was read last. @throws ConfigError */
  readonly overlaid: () => Config;
  readonly current: () => Config;
  readonly apply: (config: Config) => Promise<void>;
  readonly onResult: (succeeded: boolean, result: ReloadResult | undefined) => void;
  readonly log: Logger;
}

/** An editor writes a file in several steps; they are taken for one change, in milliseconds. */
const SETTLE_MS = 200;

/** What is set up once: the socket, the journal, the connections to Redis and to who takes traces, and /metrics. */
const AT_START_ONLY: Readonly<Record<string, (config: Config) => unknown>> = {
  server: ({ server }) => server,
  metrics: ({ metrics }) => metrics,
  'cache.max_bytes': ({ cache }) => cache.max_bytes,
  'cache.redis_timeout_ms': ({ cache }) => cache.redis_timeout_ms,
  tracing: ({ tracing }) => tracing,
  'ledger.flush_ms': ({ ledger }) => ledger.flush_ms,
  'ledger.max_pending': ({ ledger }) => ledger.max_pending,
  'governance.redis_down': ({ governance }) => governance.redis_down,
  'governance.redis_timeout_ms': ({ governance }) => governance.redis_timeout_ms,
};

/** Puts a changed configuration into force. One that is wrong is told of, and the one before stays. */
export class Reloader {
  private watcher: FSWatcher | undefined;
  private timer: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ReloaderParts) {}

  /** One reload at a time. @throws ConfigError when the file is wrong. */
  reload(): Promise<ReloadResult> {
    return this.enqueue(this.parts.load);
  }

  /** Puts what the admin API changed into force; the file is not read again. */
  reapply(): Promise<ReloadResult> {
    return this.enqueue(this.parts.overlaid);
  }

  /** Reloads when the file changes. The directory is watched, as editors replace a file rather than write to it. */
  watchFile(): void {
    const { file, log } = this.parts;
    try {
      this.watcher = watch(dirname(file), (_event, name) => {
        if (name === null || name === basename(file)) {
          clearTimeout(this.timer);
          this.timer = setTimeout(() => this.reloadInBackground('the file changed'), SETTLE_MS);
        }
      });
      this.watcher.on('error', (error) => log.warn({ err: error, file }, 'the configuration is no longer watched'));
    } catch (error) {
      // No inotify watches left, or a file system without them: SIGHUP and the admin API still work.
      log.warn({ err: error, file }, 'the configuration cannot be watched; reload with SIGHUP');
    }
  }

  reloadInBackground(why: string): void {
    this.reload().catch((error: unknown) => {
      const problems = error instanceof ConfigError ? error.message : undefined;
      const err = error instanceof ConfigError ? undefined : error;
      this.parts.log.error({ problems, err, why }, 'the new configuration is wrong; the one before stays in force');
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.watcher?.close();
  }

  private enqueue(load: () => Config): Promise<ReloadResult> {
    const next = this.last.then(() => this.reloadNow(load));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async reloadNow(load: () => Config): Promise<ReloadResult> {
    const { current, apply, onResult, log } = this.parts;
    try {
      const config = load();
      const before = current();
      if (isDeepStrictEqual(config, before)) {
        return { changed: false, restartNeeded: [] };
      }
      const restartNeeded = Object.entries(AT_START_ONLY).flatMap(([key, read]) =>
        isDeepStrictEqual(read(config), read(before)) ? [] : [key]
      );
      await apply(config);
      const result = { changed: true, restartNeeded };
      onResult(true, result);
      log.info({ models: config.models.length, restartNeeded }, 'the new configuration is in force');
      return result;
    } catch (error) {
      onResult(false, undefined);
      throw error;
    }
  }
}
