import { createHmac } from 'node:crypto';

import { sign, verifySignature } from './signature.js';

const SECRET = 'a-secret-of-some-length';
const NOW = 1_793_620_800_000;
const TIMESTAMP = String(NOW / 1_000);
const BODY = '{"type":"budget.warning","name":"Zürich"}';

test('is what Grafana computes: HMAC-SHA256 of timestamp, colon and body', () => {
  const expected = createHmac('sha256', SECRET).update(`${TIMESTAMP}:${BODY}`).digest('hex');
  expect(sign(SECRET, TIMESTAMP, BODY)).toBe(`sha256=${expected}`);
  expect(verifySignature(SECRET, TIMESTAMP, Buffer.from(BODY), expected, NOW, 300)).toBe(true);
});

const signature = sign(SECRET, TIMESTAMP, BODY);

test.each<[string, boolean, Partial<Record<'secret' | 'timestamp' | 'body' | 'signature', string>>, number]>([
  ['a true one', true, {}, 0],
  ['a true one at the end of the window', true, {}, 300_000],
  ['a true one of a clock that is ahead', true, {}, -300_000],
  ['one replayed later', false, {}, 301_000],
  ['one from the future', false, {}, -301_000],
  ['one of another secret', false, { secret: 'another-secret-0001' }, 0],
  ['one of another body', false, { body: BODY.replace('warning', 'reset') }, 0],
  ['one with a newer timestamp', false, { timestamp: String(Number(TIMESTAMP) + 1) }, 0],
  ['one with an empty timestamp', false, { timestamp: '' }, 0],
  ['one with a timestamp that is no number', false, { timestamp: 'NaN' }, 0],
  ['an empty one', false, { signature: '' }, 0],
  ['one that is cut', false, { signature: signature.slice(0, -2) }, 0],
  ['one that is no hex', false, { signature: `sha256=${'z'.repeat(64)}` }, 0],
])('%s: %s', (_name, expected, changed, laterMs) => {
  const { secret = SECRET, timestamp = TIMESTAMP, body = BODY, signature: given = signature } = changed;
  expect(verifySignature(secret, timestamp, body, given, NOW + laterMs, 300)).toBe(expected);
});
