import { once } from 'node:events';
import { type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';

import { clientGone, pause } from './connection.js';

let server: Server;
let client: Socket;
let response: ServerResponse;

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nhost: simulator\r\n\r\n');
  [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
});
afterEach(() => {
  client.destroy();
  server.close();
  server.closeAllConnections();
});

test('a pause for a client that leaves ends with it', async () => {
  const gone = clientGone(response);
  const begun = performance.now();
  const paused = pause(600_000, gone);
  client.destroy();
  await paused;
  expect(gone.aborted).toBe(true);
  expect(performance.now() - begun).toBeLessThan(1_000);
  // And there is none for one that has left.
  await pause(600_000, gone);
});

test('a pause for a client that stays is as long as it should be', async () => {
  const gone = clientGone(response);
  const begun = performance.now();
  await pause(40, gone);
  expect(performance.now() - begun).toBeGreaterThan(38);
  expect(gone.aborted).toBe(false);
});
