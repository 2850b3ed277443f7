import { parentPort, workerData } from 'node:worker_threads';

import type { WorkerAnswer, WorkerRequest } from './ledgerThread.js';
import { type LedgerWriter, openWriter } from './ledgerWriter.js';

/** The thread of ledgerThread.ts: reading lines, building queries and waiting for the store are all done here. */
const writer = await openWriter(workerData as Parameters<typeof openWriter>[0]);

parentPort?.on('message', (request: WorkerRequest) => {
  if (request === 'close') {
    void writer.close().finally(() => parentPort?.close());
  } else {
    void answer(writer, request).then((message) => parentPort?.postMessage(message));
  }
});

async function answer({ write }: LedgerWriter, lines: string): Promise<WorkerAnswer> {
  try {
    return await write(lines.split('\n'));
  } catch (error) {
    return { error: (error as Error).message };
  }
}
