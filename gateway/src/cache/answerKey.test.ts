import { chance, integer, pick, seededRandom } from '../../../tests/support/random.js';
import { answerKey } from './answerKey.js';
import { canonicalJson } from './canonicalJson.js';

type Body = Record<string, unknown>;

const scope = ['key', 'ci', null, null];
const keyOf = (body: Body, over: object = {}) => answerKey({ surface: 'chat', scope, body, ...over });
const question: Body = {
  model: 'gpt-4o',
  messages: [{ role: 'user', content: 'Hello' }],
  temperature: 0.2,
  tools: [{ type: 'function', function: { name: 'f', parameters: { a: 1, b: [1, 2] } } }],
};

test('is the same whatever the order of fields', () => {
  const { tools, temperature, messages, model } = question;
  expect(keyOf({ tools, temperature, messages, model })).toBe(keyOf(question));
});

test.each([
  ['stream', true],
  ['stream_options', { include_usage: true }],
  ['user', 'ada'],
  ['safety_identifier', 'a1'],
  ['metadata', { feature: 'chat' }],
  ['prompt_cache_key', 'k'],
  ['store', false],
])('%s', (name, value) => {
  const same = keyOf({ ...question, [name]: value }) === keyOf(question);
  // Only `store` may have a say in what is answered.
  expect(same).toBe(name !== 'store');
});

test.each<[string, Body]>([
  ['temperature', { temperature: 0.3 }],
  ['no temperature', { temperature: undefined }],
  ['model', { model: 'gpt-4o-mini' }],
  ['a message', { messages: [{ role: 'user', content: 'Hello ' }] }],
  ['the order of messages', { messages: [{ role: 'user', content: 'Hello' }].concat({ role: 'user', content: 'b' }) }],
  ['a nested user', { messages: [{ role: 'user', content: 'Hello', user: 'x' }] }],
  ['tools', { tools: [{ type: 'function', function: { name: 'f', parameters: { a: 1, b: [2, 1] } } }] }],
  ['n', { n: 2 }],
  ['max_tokens', { max_tokens: 10 }],
  ['seed', { seed: 1 }],
  ['what nobody knows yet', { verbosity: 'low' }],
])('differs by %s', (_what, change) => {
  const body = JSON.parse(JSON.stringify({ ...question, ...change })) as Body;
  expect(keyOf(body)).not.toBe(keyOf(question));
});

test('differs by whose answers may be given', () => {
  expect(keyOf(question, { scope: ['key', 'other', null, null] })).not.toBe(keyOf(question));
  expect(keyOf(question, { scope: ['everyone'] })).not.toBe(keyOf(question));
});

test('there is none for what the provider is to store, nor for what is nested without end', () => {
  expect(keyOf({ ...question, store: true })).toBeUndefined();
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth++) {
    deep = [deep];
  }
  expect(keyOf({ ...question, tools: deep })).toBeUndefined();
});

/** A body of random values; strings that look like JSON among them. */
function randomValue(random: () => number, depth: number): unknown {
  const texts = ['', 'a', '"', '{"a":1}', '[', ',', 'é', '\ud800', '1', 'null', '__proto__'];
  switch (depth === 0 ? integer(random, 0, 3) : integer(random, 0, 5)) {
    case 0:
      return pick(random, texts);
    case 1:
      return integer(random, -2, 2) / 2;
    case 2:
      return null;
    case 3:
      return chance(random, 0.5);
    case 4:
      return Array.from({ length: integer(random, 0, 3) }, () => randomValue(random, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: integer(random, 0, 4) }, () => [pick(random, texts), randomValue(random, depth - 1)])
      );
  }
}

function reordered(random: () => number, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => reordered(random, item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([name, each]) => [name, reordered(random, each)] as const);
  for (let at = entries.length - 1; at > 0; at--) {
    const other = integer(random, 0, at);
    [entries[at], entries[other]] = [entries[other]!, entries[at]!];
  }
  return Object.fromEntries(entries);
}

test('over random values: equal ones are equal in any order, and no two different ones are', () => {
  const random = seededRandom(11);
  const known = new Map<string, unknown>();
  for (let round = 0; round < 3_000; round++) {
    const value = randomValue(random, 3);
    const canonical = canonicalJson(value)!;
    expect(canonicalJson(reordered(random, value))).toBe(canonical);
    expect(JSON.parse(canonical)).toEqual(value);
    if (known.has(canonical)) {
      expect(value).toEqual(known.get(canonical));
    }
    known.set(canonical, value);
  }
  expect(known.size).toBeGreaterThan(500);
});
