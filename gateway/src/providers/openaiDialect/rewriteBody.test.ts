import { integer, seededRandom } from '../../../../tests/support/random.js';
import { parseChatParameters } from '../../chat/chatParameters.js';
import { rewriteBody } from './rewriteBody.js';

const MESSAGES = '"messages":[{"role":"user","content":"hi"}]';

/** The body as it goes to the provider. */
function rewritten(text: string, model: string): string {
  const bytes = Buffer.from(text);
  return rewriteBody(parseChatParameters(bytes), bytes, model).toString('utf8');
}

/** What the provider must read, whichever way it was written. */
function meant(text: string, model: string): unknown {
  const body = JSON.parse(text) as Record<string, unknown>;
  const options =
    body['stream'] === true ? { ...(body['stream_options'] as object | null), include_usage: true } : undefined;
  return { ...body, model, ...(options === undefined ? {} : { stream_options: options }) };
}

describe('byte for byte as the client sent it, apart from the model', () => {
  test.each([
    ['compact', `{"model":"a",${MESSAGES}}`],
    ['with odd spaces', `{ "model" \t:\n "a" , ${MESSAGES} }\n`],
    ['the model last', `{${MESSAGES},"temperature":1.0,"model":"a"}`],
    ['numbers JavaScript would change', `{"model":"a","seed":12345678901234567890,"x":1.10e+2,${MESSAGES}}`],
    ['escapes JSON.stringify would change', `{"model":"a","user":"\\u0041\\/\\u00e9",${MESSAGES}}`],
    ['the word in a text', `{"model":"a","messages":[{"role":"user","content":"my \\"model\\": \\"a\\" ok"}]}`],
    ['unicode around it', `{"user":"zażółć 🐘","model":"a","messages":[{"role":"user","content":"日本語"}]}`],
  ])('%s', (_what, text) => {
    expect(rewritten(text, 'b-2024')).toBe(text.replace(/("model"\s*:\s*)"a"/, '$1"b-2024"'));
  });

  test('nothing changes when the provider calls the model the same', () => {
    const bytes = Buffer.from(`{"model":"a",${MESSAGES}}`);
    expect(rewriteBody(parseChatParameters(bytes), bytes, 'a')).toBe(bytes);
  });

  test('a stream gets the usage event asked for at its end', () => {
    const text = `{"model":"a","stream":true,${MESSAGES}} \n`;
    expect(rewritten(text, 'b')).toBe(
      `{"model":"b","stream":true,${MESSAGES},"stream_options":{"include_usage":true}} \n`
    );
  });

  test('a stream that asks for usage itself is left alone', () => {
    const text = `{"model":"a","stream":true,"stream_options":{"include_usage":true,"x":1},${MESSAGES}}`;
    expect(rewritten(text, 'a')).toBe(text);
  });

  test('stream_options without a stream are the provider’s to judge', () => {
    const text = `{"model":"a","stream_options":{"include_usage":false},${MESSAGES}}`;
    expect(rewritten(text, 'a')).toBe(text);
  });
});

describe('means the same where the place cannot be told for sure', () => {
  test.each([
    ['a nested key of that name', `{"model":"a",${MESSAGES},"metadata":{"model":"a"}}`],
    ['a nested key before it', `{"metadata":{"model":"a"},"model":"a",${MESSAGES}}`],
    ['a value of that name', `{"user":"model","model":"a",${MESSAGES}}`],
    ['a role of that name', `{"messages":[{"role":"model","content":"x"}],"model":"a"}`],
    ['the key twice', `{"model":"x","model":"a",${MESSAGES}}`],
    ['the key twice, the same', `{"model":"a","model":"a",${MESSAGES}}`],
    ['an escaped key', `{"mod\\u0065l":"a",${MESSAGES}}`],
    ['an escaped key and a nested one', `{"mod\\u0065l":"a",${MESSAGES},"metadata":{"model":"a"}}`],
    ['an escaped key that wins over another', `{"model":"a",${MESSAGES},"\\u006dodel":"a"}`],
    ['an escaped value', `{"model":"\\u0061",${MESSAGES}}`],
    ['stream_options of null', `{"model":"a","stream":true,"stream_options":null,${MESSAGES}}`],
    [
      'stream_options that ask for no usage',
      `{"model":"a","stream":true,"stream_options":{"include_usage":false},${MESSAGES}}`,
    ],
    [
      'stream_options with more in them',
      `{"model":"a","stream":true,"stream_options":{"include_obfuscation":false},${MESSAGES}}`,
    ],
    ['escaped stream_options', `{"model":"a","stream":true,"stream_option\\u0073":null,${MESSAGES}}`],
    ['a key called __proto__', `{"model":"a","__proto__":{"x":1},"metadata":{"model":"a"},${MESSAGES}}`],
  ])('%s', (_what, text) => {
    for (const model of ['b', 'a']) {
      const sent = rewritten(text, model);
      expect(JSON.parse(sent)).toEqual(meant(text, model));
      expect(sent.match(/"stream_options"/g)?.length ?? 0).toBeLessThan(2);
    }
  });
});

test('names of all kinds are replaced by names of all kinds', () => {
  const names = ['a', 'a/b:c', '"', '\\', 'mo"del', 'модель', '🐘', 'model', '"model":"x"', '$&', '\u2028', '}'];
  for (const from of names) {
    for (const to of names) {
      const text = JSON.stringify({ model: from, stream: true, messages: [{ role: 'user', content: from }] });
      expect(JSON.parse(rewritten(text, to))).toEqual(meant(text, to));
    }
  }
});

test('whatever a body looks like, the provider reads what was meant', () => {
  const random = seededRandom(6);
  const pick = <T>(values: readonly T[]): T => values[integer(random, 0, values.length - 1)] as T;
  const space = () => pick(['', '', ' ', '\n\t', '\r\n ']);
  const parts = [
    '"model":"a"',
    '"model" : "a"',
    '"mod\\u0065l":"a"',
    '"metadata":{"model":"a","stream":"no"}',
    '"metadata":{"m":"\\"model\\":\\"a\\""}',
    '"user":"model"',
    '"stream":true',
    '"stream":false',
    '"stream_options":null',
    '"stream_options":{}',
    '"stream_options":{"include_usage":true}',
    '"stream_options":{"include_usage":false,"x":[{"model":1}]}',
    '"tools":[{"function":{"name":"model","parameters":{"model":{"type":"string"}}}}]',
    '"temperature":1.50',
    '"x":"}"',
  ];
  for (let round = 0; round < 3_000; round++) {
    const chosen = Array.from({ length: integer(random, 0, 5) }, () => pick(parts));
    const all = [...chosen, pick(parts.slice(0, 3)), MESSAGES].sort(() => random() - 0.5);
    const text = `${space()}{${all.map((part) => `${space()}${part}${space()}`).join(',')}}${space()}`;
    const model = pick(['a', 'b', 'Ü"\\']);
    const sent = rewritten(text, model);
    try {
      expect(JSON.parse(sent)).toEqual(meant(text, model));
    } catch (error) {
      throw new Error(`round ${round}: ${text}\nwas sent as ${sent}`, { cause: error });
    }
  }
});
