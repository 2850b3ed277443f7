import { type Json, refused, sent } from '../../../../tests/support/dialects.js';
import { geminiDialect } from './dialect.js';

const dialect = geminiDialect({ provider: 'google', basePath: '/v1beta', apiKey: 'AIza-secret' });

const request = async (body: Json, model = 'gemini-2.5-flash') => (await sent(dialect, body, { model })).json;

test('where it goes, and with which key', async () => {
  const whole = await sent(dialect, {}, { model: 'gemini-2.5-flash' });
  expect(whole.path).toBe('/v1beta/models/gemini-2.5-flash:generateContent');
  expect(whole.headerMap).toMatchObject({ 'x-goog-api-key': 'AIza-secret', 'content-type': 'application/json' });
  const stream = await sent(dialect, { stream: true }, { model: 'tunedModels/mine' });
  expect(stream.path).toBe('/v1beta/tunedModels/mine:streamGenerateContent?alt=sse');
});

test('system messages are the instruction, the others turns', async () => {
  const messages = [
    { role: 'system', content: 'Be brief.' },
    { role: 'developer', content: [{ type: 'text', text: 'Be kind.' }] },
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
    { role: 'user', content: 'And' },
    { role: 'user', content: 'now?' },
  ];
  expect(await request({ messages })).toEqual({
    systemInstruction: { parts: [{ text: 'Be brief.' }, { text: 'Be kind.' }] },
    contents: [
      { role: 'user', parts: [{ text: 'Hi' }] },
      { role: 'model', parts: [{ text: 'Hello' }] },
      { role: 'user', parts: [{ text: 'And' }, { text: 'now?' }] },
    ],
  });
});

test('images, audio and files are parts', async () => {
  const content = [
    { type: 'text', text: 'What is this?' },
    { type: 'image_url', image_url: { url: 'data:image/png;base64,aW1n', detail: 'high' } },
    { type: 'image_url', image_url: { url: 'https://example.org/a.JPG?x=1' } },
    { type: 'input_audio', input_audio: { data: 'YXVkaW8=', format: 'wav' } },
    { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,cGRm' } },
  ];
  expect((await request({ messages: [{ role: 'user', content }] }))['contents']).toEqual([
    {
      role: 'user',
      parts: [
        { text: 'What is this?' },
        { inlineData: { mimeType: 'image/png', data: 'aW1n' } },
        { fileData: { fileUri: 'https://example.org/a.JPG?x=1', mimeType: 'image/jpeg' } },
        { inlineData: { mimeType: 'audio/wav', data: 'YXVkaW8=' } },
        { inlineData: { mimeType: 'application/pdf', data: 'cGRm' } },
      ],
    },
  ]);
});

const call = (id: string, name: string, args: string, more: Json = {}) => ({
  id,
  type: 'function',
  function: { name, arguments: args },
  ...more,
});

test('parallel calls keep their signature, and results the name of what was called', async () => {
  const signed = { extra_content: { google: { thought_signature: 'c2ln' } } };
  const messages = [
    { role: 'user', content: 'Weather in Bern and Rome?' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [call('a', 'weather', '{"city":"Bern"}', signed), call('b', 'weather', '{"city":"Rome"}')],
    },
    { role: 'tool', tool_call_id: 'a', content: '{"celsius":9}' },
    { role: 'tool', tool_call_id: 'b', content: 'sunny' },
  ];
  expect((await request({ messages }))['contents']).toEqual([
    { role: 'user', parts: [{ text: 'Weather in Bern and Rome?' }] },
    {
      role: 'model',
      parts: [
        { functionCall: { name: 'weather', args: { city: 'Bern' } }, thoughtSignature: 'c2ln' },
        { functionCall: { name: 'weather', args: { city: 'Rome' } } },
      ],
    },
    {
      role: 'user',
      parts: [
        { functionResponse: { name: 'weather', response: { celsius: 9 } } },
        { functionResponse: { name: 'weather', response: { output: 'sunny' } } },
      ],
    },
  ]);
});

test('a call whose signature the client did not keep is not refused for it', async () => {
  const messages = [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', tool_calls: [call('a', 'now', '{}')] },
    { role: 'tool', tool_call_id: 'a', content: 'failed', is_error: true },
  ];
  expect((await request({ messages }))['contents']).toMatchObject([
    {},
    { parts: [{ functionCall: { name: 'now' }, thoughtSignature: 'skip_thought_signature_validator' }] },
    { parts: [{ functionResponse: { response: { error: 'failed' } } }] },
  ]);
});

const TOOL = {
  type: 'function',
  function: { name: 'weather', description: 'Of a city', parameters: { type: 'object', additionalProperties: false } },
};
const STRICT = { type: 'function', function: { ...TOOL.function, strict: true } };

test.each<[unknown, unknown, object | undefined]>([
  [TOOL, undefined, undefined],
  [TOOL, 'auto', undefined],
  [TOOL, 'none', { mode: 'NONE' }],
  [TOOL, 'required', { mode: 'ANY' }],
  [TOOL, { type: 'function', function: { name: 'weather' } }, { mode: 'ANY', allowedFunctionNames: ['weather'] }],
  [STRICT, undefined, { mode: 'VALIDATED' }],
])('tool %j, choice %j', async (tool, choice, expected) => {
  const { tools, toolConfig } = await request({ tools: [tool], tool_choice: choice });
  expect(tools).toEqual([
    {
      functionDeclarations: [
        {
          name: 'weather',
          description: 'Of a city',
          parametersJsonSchema: { type: 'object', additionalProperties: false },
        },
      ],
    },
  ]);
  expect(toolConfig).toEqual(expected && { functionCallingConfig: expected });
});

const SCHEMA = { type: 'object', properties: { a: { $ref: '#/$defs/b' } } };

test.each<[Json, Json]>([
  [
    { temperature: 0, top_p: 0.5, top_k: 3 },
    { temperature: 0, topP: 0.5, topK: 3 },
  ],
  [{ max_tokens: 7 }, { maxOutputTokens: 7 }],
  [{ max_tokens: 7, max_completion_tokens: 8 }, { maxOutputTokens: 8 }],
  [
    { stop: 'x', seed: 3 },
    { stopSequences: ['x'], seed: 3 },
  ],
  [{ stop: ['x', 'y'] }, { stopSequences: ['x', 'y'] }],
  [{ n: 2 }, { candidateCount: 2 }],
  [
    { frequency_penalty: 0.1, presence_penalty: 0.2 },
    { frequencyPenalty: 0.1, presencePenalty: 0.2 },
  ],
  [
    { logprobs: true, top_logprobs: 4 },
    { responseLogprobs: true, logprobs: 4 },
  ],
  [{ response_format: { type: 'json_object' } }, { responseMimeType: 'application/json' }],
  [
    { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: SCHEMA, strict: true } } },
    { responseMimeType: 'application/json', responseJsonSchema: SCHEMA },
  ],
])('%j is %j', async (asked, expected) => {
  expect((await request(asked))['generationConfig']).toEqual(expected);
});

test.each<[string, Json, Json]>([
  ['gemini-2.5-flash', { reasoning_effort: 'none' }, { thinkingBudget: 0, includeThoughts: false }],
  ['gemini-2.5-flash', { reasoning_effort: 'medium' }, { thinkingBudget: 8192, includeThoughts: true }],
  ['gemini-3-pro', { reasoning_effort: 'high' }, { thinkingLevel: 'high', includeThoughts: true }],
  ['gemini-3-flash', { reasoning_effort: 'none' }, { thinkingLevel: 'minimal', includeThoughts: false }],
  [
    'gemini-2.5-pro',
    { thinking: { type: 'enabled', budget_tokens: 99 } },
    { thinkingBudget: 99, includeThoughts: true },
  ],
  ['gemini-3-pro', { thinking: { type: 'enabled', budget_tokens: 99 } }, { thinkingBudget: 99, includeThoughts: true }],
  ['gemini-3-pro', { thinking: { type: 'adaptive' } }, { includeThoughts: true }],
  ['gemini-2.5-pro', { thinking: { type: 'disabled' } }, { thinkingBudget: 0, includeThoughts: false }],
])('%s thinks as %j says', async (model, asked, expected) => {
  expect((await request(asked, model))['generationConfig']).toEqual({ thinkingConfig: expected });
});

test('what asks for nothing is left out without a word', async () => {
  const nothing = { n: 1, logprobs: false, logit_bias: {}, parallel_tool_calls: true, frequency_penalty: null };
  const { json, dropped } = await sent(dialect, { ...nothing, store: true, user: 'u', metadata: { a: 'b' } });
  expect(json).toEqual({ contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] });
  expect(dropped).toEqual([]);
});

test.each<[string, Json]>([
  ['logit_bias', { logit_bias: { 50256: -100 } }],
  ['parallel_tool_calls', { parallel_tool_calls: false }],
  ['service_tier', { service_tier: 'flex' }],
  ['audio', { audio: { voice: 'alloy' } }],
])('%s is refused by name, or dropped', async (field, asked) => {
  expect(await refused(dialect, asked)).toMatchObject({ status: 400, param: field, type: 'invalid_request_error' });
  const { json, dropped } = await sent(dialect, asked, { drop: true });
  expect(dropped).toEqual([field]);
  expect(json).toEqual({ contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] });
});

test.each<[string, readonly unknown[]]>([
  ['messages[0].role', [{ role: 'robot', content: 'Hi' }]],
  ['messages[0].content[0].type', [{ role: 'user', content: [{ type: 'video_url' }] }]],
  [
    'messages[0].content[0].image_url.url',
    [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] }],
  ],
  ['messages[0].content[0].file.file_data', [{ role: 'user', content: [{ type: 'file', file: { file_id: 'f' } }] }]],
  ['messages[0].tool_call_id', [{ role: 'tool', content: 'x' }]],
  ['messages[0].tool_call_id', [{ role: 'tool', tool_call_id: 'unknown', content: 'x' }]],
  ['messages[0].tool_calls', [{ role: 'assistant', tool_calls: [call('a', 'b', '{"broken"')] }]],
  ['messages', [{ role: 'system', content: 'Alone' }]],
])('what is wrong is named: %s', async (param, messages) => {
  const error = await refused(dialect, { messages });
  expect(error).toMatchObject({ status: 400, param });
  expect(error.message).toContain(param);
});
