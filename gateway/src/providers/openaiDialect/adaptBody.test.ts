import type { GatewayError } from '../../errors/gatewayError.js';
import { Unsupported } from '../unsupported.js';
import { type FieldTraits, adaptBody } from './adaptBody.js';

const MESSAGES = [{ role: 'user', content: 'Hi' }];
const BODY = { model: 'm', messages: MESSAGES };

function adapt(body: object, traits: FieldTraits, drop = false) {
  const unsupported = new Unsupported('p', drop);
  return { adapted: adaptBody({ ...BODY, ...body }, traits, unsupported), dropped: unsupported.dropped };
}

const TRAITS: FieldTraits = {
  ignored: ['store'],
  unknown: ['n', 'logit_bias'],
  renamed: { max_completion_tokens: 'max_tokens', seed: 'random_seed' },
  jsonWithoutSchema: true,
  noDeveloper: true,
};

test('a body that asks for nothing special stays as it is', () => {
  expect(adapt({ temperature: 0, response_format: { type: 'json_object' } }, TRAITS).adapted).toBeUndefined();
});

test.each<[object, object]>([
  [{ store: true }, {}],
  [{ n: 1 }, {}],
  [{ logit_bias: {} }, {}],
  [{ max_completion_tokens: 5 }, { max_tokens: 5 }],
  [{ max_completion_tokens: 5, max_tokens: 6 }, { max_tokens: 6 }],
  [{ seed: 1 }, { random_seed: 1 }],
  [{ messages: [{ role: 'developer', content: 'x' }] }, { messages: [{ role: 'system', content: 'x' }] }],
])('%j becomes %j', (body, expected) => {
  expect(adapt(body, TRAITS).adapted).toEqual({ ...BODY, ...expected });
});

test('custom tools are refused where there are none, even where fields are left out', () => {
  const tools = [
    { type: 'function', function: { name: 'f' } },
    { type: 'custom', custom: { name: 'g' } },
  ];
  for (const drop of [false, true]) {
    expect(() => adapt({ tools }, { noCustomTools: true }, drop)).toThrow(/tools\[1\]\.type must be function/);
  }
  expect(adapt({ tools }, {}).adapted).toBeUndefined();
  expect(adapt({ tools: tools.slice(0, 1) }, { noCustomTools: true }).adapted).toBeUndefined();
});

test.each<[string, object]>([
  ['n', { n: 2 }],
  ['logit_bias', { logit_bias: { 1: 1 } }],
  ['response_format', { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: {} } } }],
])('%s is refused by name, or dropped', (field, body) => {
  let error: GatewayError | undefined;
  try {
    adapt(body, TRAITS);
  } catch (thrown) {
    error = thrown as GatewayError;
  }
  expect(error).toMatchObject({ status: 400, param: field });
  expect(adapt(body, TRAITS, true)).toEqual({ adapted: BODY, dropped: [field] });
});

test('what is added goes behind what the client says', () => {
  const traits = { added: { usage: { include: true } } };
  expect(adapt({}, traits).adapted).toEqual({ ...BODY, usage: { include: true } });
  expect(adapt({ usage: { include: false } }, traits).adapted).toEqual({ ...BODY, usage: { include: false } });
});
