import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { BatchResult } from './ledgerBatch.js';
import type { LedgerWriter, openWriter } from './ledgerWriter.js';

/** Lines with line ends between them, or the end. */
export type WorkerRequest = string;
export type WorkerAnswer = BatchResult | { readonly error: string };

type WriterOptions = Parameters<typeof openWriter>[0];

/** Beyond every timeout of the store: a thread that has not answered by then never will. */
const LONGEST_WRITE_MS = 60_000;
/** What is not written by then stays in the journal. */
const LONGEST_CLOSE_MS = 5_000;

const startWorker = (options: WriterOptions): Worker =>
  new Worker(new URL('./ledgerWorker.js', import.meta.url), { workerData: options });

/**
 * Writes batches in a thread of their own, so that no request waits for the store. A thread that ends or hangs fails
 * its batch; the next batch starts another.
 */
export function writeInThread(
  options: WriterOptions,
  start: (options: WriterOptions) => Worker = startWorker,
  longestWriteMs = LONGEST_WRITE_MS
): LedgerWriter {
  let worker: Worker | undefined;
  const thread = (): Worker => {
    if (worker === undefined) {
      const started = start(options);
      // Without a listener, its error would be thrown here; whoever waits for an answer sees it.
      started.on('error', () => undefined);
      started.once('exit', () => {
        worker = worker === started ? undefined : worker;
      });
      worker = started;
    }
    return worker;
  };
  // Loading it takes a while, which the first batch need not wait for.
  thread().unref();
  return {
    async write(lines) {
      const used = thread();
      // Only while it has something to do does it keep the process from ending.
      used.ref();
      used.postMessage(lines.join('\n') satisfies WorkerRequest);
      const answer = await answerOf(used, longestWriteMs).catch(async (error: unknown) => {
        worker = undefined;
        await used.terminate();
        throw error;
      });
      used.unref();
      if ('error' in answer) {
        throw new Error(answer.error);
      }
      return answer;
    },
    async close() {
      const used = worker;
      if (used !== undefined) {
        const ended = once(used, 'exit');
        const timer = setTimeout(() => void used.terminate(), LONGEST_CLOSE_MS);
        used.ref();
        used.postMessage('close' satisfies WorkerRequest);
        await ended;
        clearTimeout(timer);
      }
    },
  };
}

function answerOf(worker: Worker, longestMs: number): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new Error(`No batch was written within ${longestMs} ms.`)), longestMs);
    const settle = (): void => {
      clearTimeout(timer);
      worker.off('message', succeed);
      worker.off('error', fail);
      worker.off('exit', exit);
    };
    const succeed = (answer: WorkerAnswer): void => {
      settle();
      resolve(answer);
    };
    const fail = (error: Error): void => {
      settle();
      reject(error);
    };
    const exit = (): void => fail(new Error('The thread that writes the ledger has ended.'));
    worker.on('message', succeed);
    worker.on('error', fail);
    worker.on('exit', exit);
  });
}
