import { family } from '../family.js';

/** What Prometheus adds to each scrape, and what prom-client says of each Node.js process. */
export const scrapeFamilies = {
  up: family({
    name: 'up',
    type: 'gauge',
    help: 'Whether Prometheus could scrape a target: 1, else 0.',
    labels: [],
  }),
  processStart: family({
    name: 'process_start_time_seconds',
    type: 'gauge',
    help: 'When the process started, in seconds since the epoch.',
    labels: [],
  }),
  eventLoopLagP99: family({
    name: 'nodejs_eventloop_lag_p99_seconds',
    type: 'gauge',
    help: '99th percentile of how late timers were, in seconds.',
    labels: [],
  }),
  eventLoopLagP50: family({
    name: 'nodejs_eventloop_lag_p50_seconds',
    type: 'gauge',
    help: 'Median of how late timers were, in seconds.',
    labels: [],
  }),
  eventLoopLagMax: family({
    name: 'nodejs_eventloop_lag_max_seconds',
    type: 'gauge',
    help: 'How late a timer was at worst, in seconds.',
    labels: [],
  }),
  processCpu: family({
    name: 'process_cpu_seconds_total',
    type: 'counter',
    help: 'CPU time of the process, in seconds.',
    labels: [],
  }),
  processMemory: family({
    name: 'process_resident_memory_bytes',
    type: 'gauge',
    help: 'Memory of the process, in bytes.',
    labels: [],
  }),
  heapUsed: family({
    name: 'nodejs_heap_size_used_bytes',
    type: 'gauge',
    help: 'What JavaScript’s objects take of it, in bytes.',
    labels: [],
  }),
  openFiles: family({
    name: 'process_open_fds',
    type: 'gauge',
    help: 'Open file descriptors, connections included.',
    labels: [],
  }),
} as const;
