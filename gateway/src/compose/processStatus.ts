import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { getHeapStatistics } from 'node:v8';

import type { ProcessStatus } from '../http/admin/status.js';

/** This process, as it is now. */
export function processStatus(): ProcessStatus {
  const { used_heap_size: heapUsedBytes, heap_size_limit: heapLimitBytes } = getHeapStatistics();
  return { pid: process.pid, host: hostname(), heapUsedBytes, heapLimitBytes, network: networkBytes() };
}

const RECEIVED = 0;
const SENT = 8;

/** Linux tells it as a file: a line an interface, its name, a colon, then 16 numbers. */
function networkBytes(): ProcessStatus['network'] {
  let text: string;
  try {
    text = readFileSync('/proc/self/net/dev', 'utf8');
  } catch {
    return undefined;
  }
  const numbers = text
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([name, rest]) => rest !== undefined && name?.trim() !== 'lo')
    .map(([, rest = '']) => rest.trim().split(/\s+/).map(Number));
  const sum = (column: number): number => numbers.reduce((total, each) => total + (each[column] ?? 0), 0);
  return { receivedBytes: sum(RECEIVED), sentBytes: sum(SENT) };
}
