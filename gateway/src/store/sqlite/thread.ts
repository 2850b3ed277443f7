import { parentPort, workerData } from 'node:worker_threads';

import { openDatabase, runStatement } from './database.js';
import type { ThreadAnswer, ThreadRequest } from './ownThread.js';

/** The thread of ownThread.ts: it alone touches its connection. */
const database = openDatabase((workerData as { readonly file: string }).file);

parentPort?.on('message', (request: ThreadRequest) => {
  if (request === 'close') {
    database.close();
    parentPort?.close();
  } else {
    parentPort?.postMessage(answer(request.id, request.sql, request.parameters));
  }
});

function answer(id: number, sql: string, parameters: readonly unknown[]): ThreadAnswer {
  try {
    return { id, result: runStatement(database, sql, parameters) };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { id, error: { message, code } };
  }
}
