// npm run traffic: sends requests to a running gateway, so that the pages have something to show.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { inRoot } from './stack/paths.mjs';
import { readSecret } from './stack/secret.mjs';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    key: { type: 'string' },
    data: { type: 'string', default: inRoot('data') },
    rate: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '600' },
  },
});
/** @type {{ gateway: string, secrets: string }} */
const stack = existsSync(join(values.data, 'stack.json'))
  ? JSON.parse(readFileSync(join(values.data, 'stack.json'), 'utf8'))
  : { gateway: 'http://127.0.0.1:4000', secrets: join(values.data, 'gateway', 'secrets') };
const url = values.url ?? stack.gateway;
const key = values.key ?? readSecret(join(stack.secrets, 'key-demo'));
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
const PROGRESS_MS = 10_000;
const questions = ['Summarise this ticket.', 'Write a haiku about alerting.', 'What does this stack trace mean?'];
/** Share of the questions that have been asked before: models with a cache answer them from it. */
const ASKED_BEFORE = 0.5;
const users = ['ana', 'ben', 'chen'];
const features = ['chat', 'search', 'triage'];

/** @template T @param {readonly T[]} from @returns {T} */
const pick = (from) => /** @type {T} */ (from[Math.floor(Math.random() * from.length)]);

async function main() {
  const answer = await fetch(`${url}/v1/models`, { headers });
  if (!answer.ok) {
    throw new Error(`${url}/v1/models answered ${answer.status}: ${await answer.text()}`);
  }
  const { data } = /** @type {{ data: { id: string }[] }} */ (await answer.json());
  const models = data.map(({ id }) => id);
  const [rate, end] = [Number(values.rate), Date.now() + Number(values.seconds) * 1000];
  const counts = { sent: 0, failed: 0 };
  console.log(`About ${rate} requests a second over ${models.join(', ')} for ${values.seconds} s; Ctrl-C ends it`);
  const progress = setInterval(() => console.log(summary(counts)), PROGRESS_MS);
  while (Date.now() < end) {
    void send(models, counts);
    await sleep((-Math.log(1 - Math.random()) * 1000) / rate);
  }
  clearInterval(progress);
  console.log(summary(counts));
}

/** @param {{ sent: number, failed: number }} counts */
const summary = ({ sent, failed }) => `${sent} sent, ${failed} failed`;

const question = () =>
  Math.random() < ASKED_BEFORE
    ? pick(questions)
    : `${pick(questions)} It is number ${Math.floor(Math.random() * 1e9)}.`;

/** @param {string[]} models @param {{ sent: number, failed: number }} counts */
async function send(models, counts) {
  const body = JSON.stringify({
    model: pick(models),
    stream: Math.random() < 0.6,
    messages: [{ role: 'user', content: question() }],
    user: pick(users),
    metadata: { feature: pick(features) },
  });
  counts.sent++;
  const answer = await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body }).catch(() => undefined);
  await answer?.text().catch(() => undefined);
  counts.failed += answer?.ok === true ? 0 : 1;
}

main().catch((error) => {
  console.error(`No traffic: ${error.message}. Is npm start running?`);
  process.exit(1);
});
