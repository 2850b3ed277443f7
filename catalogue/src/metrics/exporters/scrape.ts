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
} as const;
