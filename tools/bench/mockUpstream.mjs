// A provider that costs next to nothing: answers with canned bytes, whole or as a stream of separate events.
import { createServer } from 'node:http';

const EVENTS = Number(process.argv[2]);
const TICK_MS = 2;

const whole = Buffer.from(
  JSON.stringify({
    id: 'chatcmpl-bench',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'bench',
    choices: [{ index: 0, message: { role: 'assistant', content: 'word '.repeat(200) }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 250, completion_tokens: 200, total_tokens: 450 },
  })
);
/** @param {object[]} choices @param {object} [more] */
const event = (choices, more = {}) =>
  Buffer.from(
    `data: ${JSON.stringify({ id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'bench', choices, ...more })}\n\n`
  );
const token = event([{ index: 0, delta: { content: 'word ' }, finish_reason: null }]);
const last = Buffer.concat([
  event([{ index: 0, delta: {}, finish_reason: 'stop' }]),
  event([], { usage: { prompt_tokens: 250, completion_tokens: EVENTS, total_tokens: 250 + EVENTS } }),
  Buffer.from('data: [DONE]\n\n'),
]);

/** @type {Set<{ left: number, response: import('node:http').ServerResponse }>} */
const streams = new Set();
setInterval(() => {
  for (const stream of streams) {
    if (stream.left-- > 0) {
      stream.response.write(token);
    } else {
      streams.delete(stream);
      stream.response.end(last);
    }
  }
}, TICK_MS);

const server = createServer((request, response) => {
  let streaming = false;
  request.on('data', (chunk) => (streaming ||= chunk.includes('"stream":true')));
  request.on('end', () => {
    if (streaming) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      streams.add({ left: EVENTS, response });
    } else {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length });
      response.end(whole);
    }
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
