import { keyName, parseConfigDocument } from './document.js';

describe('variables', () => {
  const env = { KEY: 'value', EMPTY: '', TRICKY: 'a: "b" # \'c\'\n- {d: [e]}, $KEY ${KEY}' };

  test.each([
    ['block style', 'a: ${KEY}', { a: 'value' }],
    ['flow style', 'a: { b: ${KEY}, c: [${KEY}] }', { a: { b: 'value', c: ['value'] } }],
    ['double quotes', 'a: "${KEY}"', { a: 'value' }],
    ['single quotes', "a: '${KEY}'", { a: 'value' }],
    ['a block scalar', 'a: |\n  one ${KEY}\n  two\n', { a: 'one value\ntwo\n' }],
    ['inside other text, twice', 'a: https://${KEY}.example/${KEY}', { a: 'https://value.example/value' }],
    ['a default that is not needed', 'a: ${KEY:-other}', { a: 'value' }],
    ['a default for what is not set', 'a: ${ABSENT:-other}', { a: 'other' }],
    ['a default for what is empty', 'a: ${EMPTY:-other}', { a: 'other' }],
    ['an empty default', 'a: ${ABSENT:-}', { a: '' }],
    ['a default with a URL', 'a: ${ABSENT:-http://localhost:1}', { a: 'http://localhost:1' }],
    ['keys, which stay as they are', '${KEY}: 1', { '${KEY}': 1 }],
    ['what is no variable', 'a: $KEY $ ${} ${1X} ${A-B}', { a: '$KEY $ ${} ${1X} ${A-B}' }],
  ])('are filled in: %s', (_what, text, value) => {
    expect(parseConfigDocument(text, env)).toMatchObject({ value, problems: [] });
  });

  test.each(['a: ${TRICKY}\nb: 1', 'a: "${TRICKY}"\nb: 1', '{ a: ${TRICKY}, b: 1 }'])(
    'cannot change the structure of the file or bring in others: %j',
    (text) => {
      expect(parseConfigDocument(text, env).value).toEqual({ a: env.TRICKY, b: 1 });
    }
  );

  test('that are not set are named with line and key', () => {
    const { problems } = parseConfigDocument('a:\n  - b: 1\n  - c: { d: [x, "${NOPE}"] }\n', env);
    expect(problems).toEqual([{ line: 3, key: 'a[1].c.d[1]', message: expect.stringContaining('NOPE is not set') }]);
  });

  test('that are set to nothing count as not set', () => {
    expect(parseConfigDocument('a: ${EMPTY}', env).problems).toHaveLength(1);
  });
});

describe('broken YAML', () => {
  const SECRET = 'sk-very-secret';

  test('is reported with its line, and without a value', () => {
    const document = parseConfigDocument('a: 1\nb: "unfinished\n', {});
    expect(document.value).toBeUndefined();
    expect(document.problems[0]).toMatchObject({ message: expect.stringContaining('not valid YAML') });
  });

  test('finds a key that is there twice', () => {
    expect(parseConfigDocument('a: 1\nb: 2\na: 3\n', {}).problems).toEqual([
      { line: 3, key: '', message: expect.stringContaining('unique') },
    ]);
  });

  test.each([
    `key: "${SECRET}`,
    `key: "${SECRET}" x`,
    `key: x "${SECRET}"\n  y: ${SECRET}`,
    `key: *${SECRET}`,
    `key: |${SECRET}`,
    `key: @${SECRET}`,
    `key: a: ${SECRET}`,
    `{ key: a ] ${SECRET} }`,
    `{ key: "\${A}" } ${SECRET}`,
    `key: !<${SECRET} a`,
    `key: &a b\n${SECRET}`,
  ])('never shows what it says: %j', (text) => {
    const { problems } = parseConfigDocument(text, {});
    expect(problems).not.toHaveLength(0);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
  });
});

describe('lineOf', () => {
  const text = 'server:\n  port: 1\nproviders:\n  - name: a\n    type: b\n  - { name: c,\n      type: d }\n';
  const { lineOf } = parseConfigDocument(text, {});

  test.each([
    [['server'], 1],
    [['server', 'port'], 2],
    [['providers', 0], 4],
    [['providers', 0, 'type'], 5],
    [['providers', 1, 'type'], 7],
  ])('finds %j', (path, line) => {
    expect(lineOf(path)).toBe(line);
  });

  test('of a key that is not there is its parent’s', () => {
    expect(lineOf(['providers', 1, 'base_url'])).toBe(6);
    expect(lineOf(['server', 'host'])).toBe(1);
    expect(lineOf(['models'])).toBeUndefined();
  });
});

test('keyName writes a path as people do', () => {
  expect(keyName(['models', 0, 'deployments', 12, 'weight'])).toBe('models[0].deployments[12].weight');
  expect(keyName([])).toBe('');
});
