import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { SqliteResult, SqliteRunner } from './runner.js';

export type ThreadRequest =
  { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] } | 'close';

export type ThreadAnswer =
  | { readonly id: number; readonly result: SqliteResult }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string | undefined } };

interface Waiting {
  readonly resolve: (result: SqliteResult) => void;
  readonly reject: (error: Error) => void;
}

const startThread = (file: string): Worker =>
  new Worker(new URL('./thread.js', import.meta.url), { workerData: { file } });

/**
 * Runs statements in a thread of their own, so that no query holds up the event loop. Should the thread end, what it
 * was asked is rejected, and the next statement starts another.
 */
export function runInOwnThread(file: string, start: (file: string) => Worker = startThread): SqliteRunner {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let worker: Worker | undefined;

  const thread = (): Worker => {
    if (worker === undefined) {
      const started = start(file);
      let reason = new Error('The thread of the SQLite database has ended.');
      started.on('message', (answer: ThreadAnswer) => {
        settle(waiting, answer);
        if (waiting.size === 0) {
          started.unref();
        }
      });
      started.on('error', (error: Error) => {
        reason = error;
      });
      started.on('exit', () => {
        worker = undefined;
        waiting.forEach(({ reject }) => reject(reason));
        waiting.clear();
      });
      worker = started;
    }
    return worker;
  };

  return {
    run(sql, parameters) {
      return new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        const used = thread();
        // Only while it has something to do does it keep the process from ending.
        used.ref();
        used.postMessage({ id: count, sql, parameters } satisfies ThreadRequest);
      });
    },
    async close() {
      if (worker !== undefined) {
        const exit = once(worker, 'exit');
        worker.ref();
        worker.postMessage('close' satisfies ThreadRequest);
        await exit;
      }
    },
  };
}

function settle(waiting: Map<number, Waiting>, answer: ThreadAnswer): void {
  const waiter = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ('result' in answer) {
    waiter?.resolve(answer.result);
  } else {
    waiter?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  }
}
