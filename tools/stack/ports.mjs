import { createServer } from 'node:net';

/** How far from the wanted port a free one is looked for. */
const TRIES = 50;

/**
 * The wanted port, or the next free one; says so when it is another.
 * @param {string} what
 * @param {number} wanted
 */
export async function freePort(what, wanted) {
  for (let port = wanted; port < wanted + TRIES; port++) {
    if (await isFree(port)) {
      if (port !== wanted) {
        console.log(`Port ${wanted} is busy: ${what} listens on ${port} instead`);
      }
      return port;
    }
  }
  throw new Error(`${what}: no free port from ${wanted} to ${wanted + TRIES - 1}`);
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
