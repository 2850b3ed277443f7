import type { Redis } from 'ioredis';

/** The Redis that replicas share; undefined without REDIS_URL, where each goes by itself. Reconnects by itself. */
export async function connectRedis(env: NodeJS.ProcessEnv): Promise<Redis | undefined> {
  const url = env['REDIS_URL'];
  if (url === undefined || url === '') {
    return undefined;
  }
  // Loaded where it is used: most gateways are one.
  const { Redis } = await import('ioredis');
  return new Redis(url);
}
