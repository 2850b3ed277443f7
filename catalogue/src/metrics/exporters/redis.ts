import { family } from '../family.js';

/** What we read of oliver006/redis_exporter (1.50 to 1.7x). */
export const redisFamilies = {
  redisUp: family({
    name: 'redis_up',
    type: 'gauge',
    help: 'Whether the exporter reaches Redis: 1, else 0.',
    labels: [],
  }),
  redisEvictedKeys: family({
    name: 'redis_evicted_keys_total',
    type: 'counter',
    help: 'Keys that Redis threw away for want of memory.',
    labels: [],
  }),
  redisMemory: family({
    name: 'redis_memory_used_bytes',
    type: 'gauge',
    help: 'Memory that Redis has taken, in bytes.',
    labels: [],
  }),
  redisClients: family({
    name: 'redis_connected_clients',
    type: 'gauge',
    help: 'Connections of clients.',
    labels: [],
  }),
  redisCommands: family({
    name: 'redis_commands_processed_total',
    type: 'counter',
    help: 'Commands that were carried out.',
    labels: [],
  }),
} as const;
