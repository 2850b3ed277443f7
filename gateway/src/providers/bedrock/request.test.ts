import { type Json, refused, sent } from '../../../../tests/support/dialects.js';
import { bedrockDialect } from './dialect.js';

const dialect = bedrockDialect({
  provider: 'aws',
  host: 'bedrock-runtime.eu-central-1.amazonaws.com',
  basePath: '',
  region: 'eu-central-1',
  credentials: { apiKey: 'bedrock-secret' },
});

const CLAUDE = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';
const request = async (body: Json, model = CLAUDE) => (await sent(dialect, body, { model })).json;

test('where it goes, and with which key', async () => {
  const whole = await sent(dialect, {}, { model: CLAUDE });
  expect(whole.path).toBe('/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse');
  expect(whole.headerMap).toMatchObject({ authorization: 'Bearer bedrock-secret', 'content-type': 'application/json' });
  const arn = 'arn:aws:bedrock:eu-central-1:1:inference-profile/x';
  expect((await sent(dialect, { stream: true }, { model: arn })).path).toBe(
    '/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A1%3Ainference-profile%2Fx/converse-stream'
  );
});

test('system and turns, with cache points where the client marked them', async () => {
  const mark = { cache_control: { type: 'ephemeral' } };
  const messages = [
    { role: 'system', content: [{ type: 'text', text: 'Long.', ...mark }] },
    { role: 'user', content: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral', ttl: '1h' } }] },
    { role: 'assistant', content: 'Hello' },
    { role: 'user', content: 'And' },
    { role: 'user', content: 'now?', ...mark },
  ];
  expect(await request({ messages })).toEqual({
    system: [{ text: 'Long.' }, { cachePoint: { type: 'default' } }],
    messages: [
      { role: 'user', content: [{ text: 'Hi' }, { cachePoint: { type: 'default', ttl: '1h' } }] },
      { role: 'assistant', content: [{ text: 'Hello' }] },
      { role: 'user', content: [{ text: 'And' }, { text: 'now?' }, { cachePoint: { type: 'default' } }] },
    ],
  });
});

test('images and documents', async () => {
  const content = [
    { type: 'image_url', image_url: { url: 'data:image/jpeg;base64,aW1n' } },
    { type: 'file', file: { filename: 'my_report.v2.pdf', file_data: 'data:application/pdf;base64,cGRm' } },
    { type: 'text', text: '' },
  ];
  expect((await request({ messages: [{ role: 'user', content }] }))['messages']).toEqual([
    {
      role: 'user',
      content: [
        { image: { format: 'jpeg', source: { bytes: 'aW1n' } } },
        { document: { format: 'pdf', name: 'my report v2 pdf', source: { bytes: 'cGRm' } } },
      ],
    },
  ]);
});

test.each([
  [{ type: 'image_url', image_url: { url: 'https://example.org/a.png' } }, 'data: URL'],
  [{ type: 'image_url', image_url: { url: 'data:image/tiff;base64,aW1n' } }, 'image/png'],
  [{ type: 'input_audio', input_audio: { data: 'YQ==', format: 'wav' } }, 'audio'],
])('%j is refused, never dropped', async (part, hint) => {
  const error = await refused(dialect, { messages: [{ role: 'user', content: [part] }] }, { drop: true });
  expect(error).toMatchObject({ status: 400, param: 'messages[0].content[0]', code: 'unsupported_content' });
  expect(error.message).toContain(hint);
});

const CONVERSATION = [
  { role: 'user', content: 'Weather in Bern and Rome?' },
  {
    role: 'assistant',
    content: 'One moment.',
    thinking_blocks: [
      { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' },
      { type: 'redacted_thinking', data: 'cmVk' },
      { type: 'thinking', thinking: 'unsigned' },
    ],
    tool_calls: [
      { id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' } },
      { id: 'b', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } },
    ],
  },
  { role: 'tool', tool_call_id: 'a', content: 'sunny' },
  { role: 'tool', tool_call_id: 'b', content: 'broken', is_error: true },
];

test('signed thoughts, parallel calls and their results', async () => {
  expect((await request({ messages: CONVERSATION }))['messages']).toEqual([
    { role: 'user', content: [{ text: 'Weather in Bern and Rome?' }] },
    {
      role: 'assistant',
      content: [
        { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } },
        { reasoningContent: { redactedContent: 'cmVk' } },
        { text: 'One moment.' },
        { toolUse: { toolUseId: 'a', name: 'weather', input: { city: 'Bern' } } },
        { toolUse: { toolUseId: 'b', name: 'weather', input: { city: 'Rome' } } },
      ],
    },
    {
      role: 'user',
      content: [
        { toolResult: { toolUseId: 'a', content: [{ text: 'sunny' }] } },
        { toolResult: { toolUseId: 'b', content: [{ text: 'broken' }], status: 'error' } },
      ],
    },
  ]);
});

const TOOL = { type: 'function', function: { name: 'weather', description: 'd', parameters: { type: 'object' } } };
const SPEC = { toolSpec: { name: 'weather', description: 'd', inputSchema: { json: { type: 'object' } } } };

test.each<[unknown, Json | undefined]>([
  [undefined, { tools: [SPEC] }],
  ['required', { tools: [SPEC], toolChoice: { any: {} } }],
  [
    { type: 'function', function: { name: 'weather' } },
    { tools: [SPEC], toolChoice: { tool: { name: 'weather' } } },
  ],
  ['none', undefined],
])('tool choice %j', async (choice, expected) => {
  expect((await request({ tools: [TOOL], tool_choice: choice }))['toolConfig']).toEqual(expected);
});

test('with calls in the conversation, none cannot be honoured', async () => {
  const asked = { messages: CONVERSATION, tools: [TOOL], tool_choice: 'none' };
  expect(await refused(dialect, asked)).toMatchObject({ status: 400, param: 'tool_choice' });
  const { json, dropped } = await sent(dialect, asked, { drop: true });
  expect(json['toolConfig']).toEqual({ tools: [SPEC] });
  expect(dropped).toEqual(['tool_choice']);
});

const SCHEMA = { type: 'object', properties: {} };

test.each<[string, Json, Json]>([
  [CLAUDE, { temperature: 0, top_p: 0.5 }, { inferenceConfig: { temperature: 0, topP: 0.5 } }],
  [CLAUDE, { max_tokens: 7, stop: 'x' }, { inferenceConfig: { maxTokens: 7, stopSequences: ['x'] } }],
  [CLAUDE, { top_k: 5 }, { additionalModelRequestFields: { top_k: 5 } }],
  ['us.amazon.nova-pro-v1:0', { top_k: 5 }, { additionalModelRequestFields: { inferenceConfig: { topK: 5 } } }],
  [
    CLAUDE,
    { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: SCHEMA } } },
    {
      outputConfig: {
        textFormat: {
          type: 'json_schema',
          structure: { jsonSchema: { name: 'x', schema: JSON.stringify(SCHEMA) } },
        },
      },
    },
  ],
  [
    CLAUDE,
    { reasoning_effort: 'medium' },
    { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 8192 } } },
  ],
  [
    'us.anthropic.claude-opus-4-6-v1',
    { reasoning_effort: 'high' },
    { additionalModelRequestFields: { thinking: { type: 'adaptive' }, output_config: { effort: 'high' } } },
  ],
  [
    CLAUDE,
    { thinking: { type: 'enabled', budget_tokens: 2000 } },
    { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } },
  ],
  [CLAUDE, { reasoning_effort: 'none' }, { additionalModelRequestFields: { thinking: { type: 'disabled' } } }],
  [
    'openai.gpt-oss-120b-1:0',
    { reasoning_effort: 'low' },
    { additionalModelRequestFields: { reasoning_effort: 'low' } },
  ],
  [
    'us.amazon.nova-2-lite-v1:0',
    { reasoning_effort: 'high' },
    { additionalModelRequestFields: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } } },
  ],
])('%s: %j is %j', async (model, asked, expected) => {
  expect(await request(asked, model)).toEqual({ messages: [{ role: 'user', content: [{ text: 'Hi' }] }], ...expected });
});

test.each<[string, Json]>([
  ['n', { n: 2 }],
  ['seed', { seed: 2 }],
  ['logprobs', { logprobs: true }],
  ['frequency_penalty', { frequency_penalty: 1 }],
  ['response_format', { response_format: { type: 'json_object' } }],
  ['reasoning_effort', { reasoning_effort: 'low' }],
  ['top_k', { top_k: 4 }],
])('%s is refused by name, or dropped', async (field, asked) => {
  const model = 'meta.llama3-70b-instruct-v1:0';
  expect(await refused(dialect, asked, { model })).toMatchObject({ status: 400, param: field });
  const { json, dropped } = await sent(dialect, asked, { model, drop: true });
  expect(dropped).toEqual([field]);
  expect(json).toEqual({ messages: [{ role: 'user', content: [{ text: 'Hi' }] }] });
});
