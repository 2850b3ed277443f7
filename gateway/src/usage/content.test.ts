import fc from 'fast-check';

import type { LedgerConfig } from '../config/schema.js';
import { NOT_REDACTED, keptContent } from './content.js';
import { redact } from './contentRedaction.js';
import { BUILT_IN_RULES, redactionProblem } from './contentRules.js';

type Contents = LedgerConfig['contents'];

const ALL: Contents = { store: 'all', max_bytes: 32_768, redact: [], retention_days: 30 };

function keptText(text: string, config: Partial<Contents> = {}): string {
  return keptContent({ ...ALL, ...config }, Buffer.from(text), undefined, false)?.request ?? '';
}

test.each<[Contents['store'], boolean, boolean]>([
  ['none', false, false],
  ['none', true, false],
  ['errors', false, false],
  ['errors', true, true],
  ['all', false, true],
  ['all', true, true],
])('store: %s, failed: %s, is kept: %s', (store, failed, expected) => {
  const content = keptContent({ ...ALL, store }, Buffer.from('hello'), 'hi', failed);
  expect(content).toEqual(expected ? { request: 'hello', response: 'hi' } : undefined);
});

test('a request that has no answer has none', () => {
  expect(keptContent(ALL, Buffer.from('{}'), undefined, true)).toEqual({ request: '{}', response: undefined });
});

test.each([
  ['mail jane.doe+x@mail.example.co.uk now', 'mail [email] now'],
  ['{"a":"jane\\u0040example.com"}', '{"a":"[email]"}'],
  ['card 4111 1111 1111 1111.', 'card [credit_card].'],
  ['card 4111-1111-1111-1111', 'card [credit_card]'],
  ['{"card":378282246310005}', '{"card":[credit_card]}'],
  ['order 4111111111111112', 'order 4111111111111112'],
  ['at 1793620800000000', 'at 1793620800000000'],
  ['00000000000000000', '00000000000000000'],
  ['use sk-proj-abcdefghijklmnop1234', 'use [api_key]'],
  ['"llmgw-AAAAAAAAAAAAAAAAAAAAAAAA"', '"[api_key]"'],
  ['AKIAIOSFODNN7EXAMPLE and ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[api_key] and [api_key]'],
  ['Authorization: Bearer abcdef123456', 'Authorization: [bearer_token]'],
  ['Basic dXNlcjpwYXNzd29yZA==', '[bearer_token]'],
  ['x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln y', 'x [token] y'],
  ['a bearer of news', 'a bearer of news'],
  ['risk-taking-is-something-else', 'risk-taking-is-something-else'],
  ['me@home', 'me@home'],
])('%s is kept as %s', (text, expected) => {
  expect(keptText(text)).toBe(expected);
});

test('the rules of the configuration go first, and find all there is', () => {
  const redact = [
    { name: 'patient', pattern: 'P-\\d{6}' },
    { name: 'customer', pattern: '(?<=customer )[^"]+' },
  ];
  const text = '{"a":"P-123456 and P-654321, customer jane@example.com"}';
  expect(keptText(text, { redact })).toBe('{"a":"[patient] and [patient], customer [customer]"}');
  expect(keptText('P-123456 again', { redact })).toBe('[patient] again');
});

test('answers are redacted as well', () => {
  expect(keptContent(ALL, Buffer.from('{}'), 'write to jane@example.com', false)?.response).toBe('write to [email]');
});

const BLOB = Buffer.alloc(3_000, 7).toString('base64');

test.each([
  [
    'a data URL',
    `{"url":"data:image/png;base64,${BLOB}"}`,
    '{"url":"data:image/png;base64,[base64, 4000 characters]"}',
  ],
  ['a bare field', `{"data":"${BLOB}"}`, '{"data":"[base64, 4000 characters]"}'],
  ['with escaped slashes', `{"data":"${'ab\\/c'.repeat(100)}","n":1}`, '{"data":"[base64, 500 characters]","n":1}'],
  ['two of them', `${BLOB} ${BLOB}`, '[base64, 4000 characters] [base64, 4000 characters]'],
  ['a short one, which stays', `"${'A'.repeat(255)}"`, `"${'A'.repeat(255)}"`],
])('base64 is replaced by its length: %s', (_name, text, expected) => {
  expect(keptText(text)).toBe(expected);
});

test('what stands after a large image is kept', () => {
  const image = Buffer.alloc(3_000_000, 7).toString('base64');
  expect(keptText(`{"image":"${image}","text":"what is this?"}`, { max_bytes: 256 })).toBe(
    '{"image":"[base64, 4000000 characters]","text":"what is this?"}'
  );
});

test('a secret is taken out before the text is cut', () => {
  const secret = 'sk-proj-abcdefghijklmnop1234';
  expect(keptText(`${'. '.repeat(125)}${secret}`, { max_bytes: 256 })).toBe(`${'. '.repeat(125)}[api_k`);
  for (let before = 900; before < 1_060; before++) {
    // It lies where the text is cut before the rules see it.
    const kept = keptText(`x${'. '.repeat(Math.floor(before / 2))}${secret} ${'. '.repeat(500)}`, { max_bytes: 256 });
    expect(kept).not.toContain('sk-');
  }
});

test('a secret at the cut is not kept by half, even if what was before it shrank', () => {
  const shrinks = 'a@example.com '.repeat(60);
  const redact = [{ name: 'x', pattern: 'a@example\\.com ' }];
  for (let fill = 0; fill < 200; fill++) {
    const text = `${shrinks}${'.'.repeat(fill)} sk-proj-abcdefghijklmnop1234 ${'. '.repeat(500)}`;
    expect(keptText(text, { max_bytes: 256, redact })).not.toContain('sk-p');
  }
});

test('whatever the text, what is kept is whole UTF-8 and no longer than allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      const kept = keptText(text, { max_bytes: 256 });
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(256);
      expect(kept.endsWith('\ufffd') && !text.includes('\ufffd')).toBe(false);
    })
  );
});

test.each(['(a+)+$', '.*.*.*.*x', '(.*)*secret'])('a rule that never ends, %s, keeps nothing', (pattern) => {
  const text = 'a '.repeat(40_000);
  expect(keptText(`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!${text}`, { redact: [{ name: 'bad', pattern }] })).toBe(
    NOT_REDACTED
  );
  expect(keptText('hello')).toBe('hello');
});

test('rules that took too long are left alone for a while', () => {
  const rules = [{ name: 'bad', pattern: /(a+)+$/gu }];
  let now = 1_000;
  const take = (text: string) => redact(text, rules, 50, () => now);
  expect(take(`${'a'.repeat(40)}!`)).toBeUndefined();
  expect(take('b')).toBeUndefined();
  now += 10_000;
  expect(take('b')).toBe('b');
});

test.each([
  'a'.repeat(131_072),
  '@'.repeat(131_072),
  'a@'.repeat(65_536),
  'a.'.repeat(65_536),
  `x@${'a.'.repeat(65_000)}`,
  '1 '.repeat(65_536),
  '1'.repeat(131_072),
  `${'a'.repeat(255)} `.repeat(500),
  'sk-'.repeat(40_000),
  'eyJ'.repeat(40_000),
  'Bearer '.repeat(18_000),
  '\\'.repeat(131_072),
  '{"a":'.repeat(26_000),
])('no text makes the built-in rules slow (%#)', (text) => {
  // With a quadratic one, any of these would take longer than this.
  expect(redact(text, BUILT_IN_RULES, 5_000)).toBeDefined();
});

test.each([
  ['a+', undefined],
  ['(', 'is not a regular expression'],
  ['a*', 'matches where nothing stands'],
  ['x|', 'matches where nothing stands'],
  ['^', 'matches where nothing stands'],
  ['\\b', 'matches where nothing stands'],
  ['(?=@)', 'matches where nothing stands'],
])('the rule %j: %s', (pattern, problem) => {
  expect(redactionProblem(pattern)).toEqual(problem === undefined ? undefined : expect.stringContaining(problem));
});
