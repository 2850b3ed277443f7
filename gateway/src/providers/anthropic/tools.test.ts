import type { Fields } from '../../chat/completion/fields.js';
import { Unsupported } from '../unsupported.js';
import { traitsOf } from './models.js';
import { toToolChoice, toTools } from './tools.js';

const choice = (body: Fields, model = 'claude-sonnet-4-5', drop = false) =>
  toToolChoice(body, traitsOf(model), new Unsupported('anthropic', drop));

test('functions', () => {
  const parameters = { type: 'object', properties: { a: { type: 'string' } } };
  expect(
    toTools([
      { type: 'function', function: { name: 'f', description: 'Does.', parameters, strict: true } },
      { type: 'function', function: { name: 'g' }, cache_control: { type: 'ephemeral' } },
    ])
  ).toEqual([
    { name: 'f', description: 'Does.', input_schema: parameters, strict: true },
    { name: 'g', input_schema: { type: 'object', properties: {} }, cache_control: { type: 'ephemeral' } },
  ]);
  expect(toTools(undefined)).toEqual([]);
});

test.each([
  ['tools', 'f'],
  ['tools.0', [{ type: 'custom', custom: { name: 'f' } }]],
  ['tools.0', [{ type: 'web_search' }]],
  ['tools.0', [null]],
])('%s is named when it is no function', (param, tools) => {
  expect(() => toTools(tools)).toThrow(expect.objectContaining({ status: 400, param }));
});

test.each<[unknown, unknown, Fields | undefined]>([
  [undefined, undefined, undefined],
  [undefined, true, undefined],
  ['auto', undefined, { type: 'auto' }],
  [undefined, false, { type: 'auto', disable_parallel_tool_use: true }],
  ['none', false, { type: 'none' }],
  ['required', undefined, { type: 'any' }],
  ['required', false, { type: 'any', disable_parallel_tool_use: true }],
  [{ type: 'function', function: { name: 'f' } }, undefined, { type: 'tool', name: 'f' }],
])('choice %j, parallel %j: %j', (tool_choice, parallel_tool_calls, expected) => {
  expect(choice({ tool_choice, parallel_tool_calls })).toEqual(expected);
});

test('a choice that there is not', () => {
  expect(() => choice({ tool_choice: 'some' })).toThrow(expect.objectContaining({ param: 'tool_choice' }));
});

test('a model that cannot be forced to call', () => {
  expect(() => choice({ tool_choice: 'required' }, 'claude-opus-5-5')).toThrow(
    expect.objectContaining({ param: 'tool_choice', code: 'unsupported_field' })
  );
  expect(choice({ tool_choice: 'required' }, 'claude-opus-5-5', true)).toEqual({ type: 'auto' });
});
