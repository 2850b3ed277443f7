// What the gateway is measured against: Fastify and undici, and nothing else. No keys, no metrics, no ledger.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../gateway/package.json', import.meta.url));
const Fastify = require('fastify');
const { Pool } = require('undici');

const [upstream, variant] = process.argv.slice(2);
const pool = new Pool(/** @type {string} */ (upstream), { connections: 512 });
const app = Fastify({ logger: false });
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

const call = { path: '/v1/chat/completions', method: 'POST', headers: { 'content-type': 'application/json' } };

/** As one would write it: the answer is sent on as a stream. */
async function request(/** @type {any} */ incoming, /** @type {any} */ reply) {
  const answer = await pool.request({ ...call, body: incoming.body });
  reply.code(answer.statusCode).header('content-type', answer.headers['content-type']);
  return reply.send(answer.body);
}

/** The least that undici and Fastify can do: chunks from socket to socket. */
function dispatch(/** @type {any} */ incoming, /** @type {any} */ reply) {
  reply.hijack();
  const { raw } = reply;
  pool.dispatch(
    { ...call, body: incoming.body },
    {
      onRequestStart() {},
      onResponseStart(_controller, status, headers) {
        raw.writeHead(status, { 'content-type': headers['content-type'] });
      },
      onResponseData(controller, chunk) {
        if (!raw.write(chunk)) {
          controller.pause();
          raw.once('drain', () => controller.resume());
        }
      },
      onResponseEnd() {
        raw.end();
      },
      onResponseError() {
        raw.destroy();
      },
    }
  );
}

app.post(call.path, variant === 'dispatch' ? dispatch : request);
await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.(app.server.address());
