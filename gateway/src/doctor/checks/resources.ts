import { setTimeout as sleep } from 'node:timers/promises';

import { bytesText } from '../amounts.js';
import { BadAnswer, askFor } from '../ask.js';
import { type Finding, ok, skipped, warning } from '../finding.js';
import type { GatewayStatus } from '../gatewayStatus.js';
import { readSamples, total } from '../samples.js';
import type { Known } from './check.js';

/** Between the two samples, in milliseconds. */
const APART_MS = 1_000;
/** Shares past which it is told. The gateway runs on one core. */
const BUSY_CORES = 0.9;
const FULL_SHARE = 0.85;
const LATE_SECONDS = 0.25;

/** prom-client's own names. */
const CPU = 'process_cpu_seconds_total';
const MEMORY = 'process_resident_memory_bytes';
const FILES = 'process_open_fds';
const MOST_FILES = 'process_max_fds';
const LOOP_LAG = 'nodejs_eventloop_lag_p99_seconds';
const NAMES = [CPU, MEMORY, FILES, MOST_FILES, LOOP_LAG];

interface Sample {
  readonly at: number;
  readonly values: ReturnType<typeof readSamples>;
  readonly status: GatewayStatus | undefined;
}

/** CPU, memory and network of the gateway's process, from two samples. */
export async function checkResources(known: Known): Promise<readonly Finding[]> {
  let samples: readonly [Sample, Sample];
  try {
    const first = await sample(known);
    await sleep(APART_MS);
    samples = [first, await sample(known)];
  } catch (error) {
    if (error instanceof BadAnswer && error.status === 401) {
      const advice = 'Set LLM_GATEWAY_METRICS_TOKEN, or name the data directory of the gateway with --data.';
      return [warning('resources', 'the gateway refuses the metrics token', advice)];
    }
    throw error;
  }
  return [judge(...samples)];
}

async function sample({ settings, status }: Known): Promise<Sample> {
  const { gateway, metrics, timeoutMs } = settings;
  const text = await askFor<unknown>(metrics, '/metrics', { timeoutMs });
  const values = readSamples(String(text), NAMES);
  return {
    at: performance.now(),
    values,
    status: status && (await askFor<GatewayStatus>(gateway, '/api/v1/status', { timeoutMs })),
  };
}

function judge(before: Sample, after: Sample): Finding {
  const seconds = (after.at - before.at) / 1_000;
  const value = (name: string): number | undefined => total(after.values, name);
  const [memory, files, mostFiles, lag] = [value(MEMORY), value(FILES), value(MOST_FILES), value(LOOP_LAG)];
  const cpu = value(CPU);
  if (cpu === undefined || memory === undefined) {
    return skipped('resources', '/metrics tells nothing of the process');
  }
  const cores = Math.max(0, (cpu - (total(before.values, CPU) ?? cpu)) / seconds);
  const heap = after.status?.process;
  const heapShare = heap === undefined ? 0 : heap.heap_used_bytes / heap.heap_limit_bytes;
  const network = networkRates(before.status, after.status, seconds);
  const message = [
    `CPU ${(cores * 100).toFixed(0)} % of a core`,
    `memory ${bytesText(memory)}`,
    ...(network === undefined
      ? []
      : [`network ${bytesText(network.received)}/s in, ${bytesText(network.sent)}/s out (of its host)`]),
    ...(lag === undefined ? [] : [`event loop p99 ${Math.round(lag * 1_000)} ms`]),
  ].join(', ');
  const details = {
    cpu_cores: Number(cores.toFixed(3)),
    memory_bytes: memory,
    heap_share: Number(heapShare.toFixed(3)),
    open_files: files,
    event_loop_p99_seconds: lag,
    received_bytes_per_second: network?.received,
    sent_bytes_per_second: network?.sent,
  };
  const advice = adviceOn({ cores, heapShare, filesShare: (files ?? 0) / (mostFiles ?? Infinity), lag: lag ?? 0 });
  return advice === undefined
    ? ok('resources', message, { details })
    : warning('resources', message, advice, { details });
}

interface Load {
  readonly cores: number;
  readonly heapShare: number;
  readonly filesShare: number;
  readonly lag: number;
}

function adviceOn({ cores, heapShare, filesShare, lag }: Load): string | undefined {
  if (cores > BUSY_CORES) {
    return 'Its one core is busy: run another replica.';
  }
  if (heapShare > FULL_SHARE) {
    return 'Its heap is nearly full: run another replica, or give Node.js more with --max-old-space-size.';
  }
  if (filesShare > FULL_SHARE) {
    return 'It has nearly as many files and sockets open as it may: raise its limit (ulimit -n).';
  }
  return lag > LATE_SECONDS
    ? 'Its event loop is late: look for what else runs on this machine, or run another replica.'
    : undefined;
}

function networkRates(before: GatewayStatus | undefined, after: GatewayStatus | undefined, seconds: number) {
  const [was, is] = [before?.process.network, after?.process.network];
  if (was === undefined || is === undefined) {
    return undefined;
  }
  const rate = (from: number, to: number): number => Math.round(Math.max(0, to - from) / seconds);
  return {
    received: rate(was.received_bytes, is.received_bytes),
    sent: rate(was.sent_bytes, is.sent_bytes),
  };
}
