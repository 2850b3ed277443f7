import { Redis } from 'ioredis';

/** The Redis that replicas share; undefined without REDIS_URL, where each goes by itself. Reconnects by itself. */
export function connectRedis(env: NodeJS.ProcessEnv): Redis | undefined {
  const url = env['REDIS_URL'];
  return url === undefined || url === '' ? undefined : new Redis(url);
}
