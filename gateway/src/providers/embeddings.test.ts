import { headerMap } from '../../../tests/support/dialects.js';
import type { GatewayError } from '../errors/gatewayError.js';
import { cohereEmbeddings } from './cohere/embeddings.js';
import { geminiEmbeddings } from './gemini/embeddings.js';
import type { OperationDialect } from './operationDialect.js';

const cohere = cohereEmbeddings({ provider: 'cohere', basePath: '', apiKey: 'co-secret' });
const gemini = geminiEmbeddings({ provider: 'google', basePath: '/v1beta', apiKey: 'AIza-secret' });

async function sent(dialect: OperationDialect, model: string, body: object, dropUnsupported = false) {
  const call = await dialect.request({ model: 'asked', ...body }, model, { dropUnsupported });
  return { ...call, json: JSON.parse(call.body.toString()) as unknown };
}

test.each<[string, OperationDialect, string, object, string, object]>([
  [
    'Gemini',
    gemini,
    'gemini-embedding-001',
    { input: ['a', 'b'], dimensions: 8, task_type: 'CLUSTERING' },
    '/v1beta/models/gemini-embedding-001:batchEmbedContents',
    {
      requests: ['a', 'b'].map((text) => ({
        model: 'models/gemini-embedding-001',
        content: { parts: [{ text }] },
        taskType: 'CLUSTERING',
        outputDimensionality: 8,
      })),
    },
  ],
  [
    'Cohere',
    cohere,
    'embed-v4.0',
    { input: 'a', dimensions: 8 },
    '/v2/embed',
    {
      model: 'embed-v4.0',
      texts: ['a'],
      input_type: 'search_document',
      embedding_types: ['float'],
      output_dimension: 8,
    },
  ],
])('a request to %s', async (_name, dialect, model, body, path, expected) => {
  const call = await sent(dialect, model, body);
  expect(call.path).toBe(path);
  expect(call.json).toEqual(expected);
  expect(headerMap(call.headers)).toHaveProperty('content-type', 'application/json');
});

test.each<[string, OperationDialect, string, object, object | undefined]>([
  ['Gemini', gemini, 'm', { embeddings: [{ values: [1, -0.5] }, { values: [0, 2] }] }, undefined],
  [
    'Cohere',
    cohere,
    'm',
    {
      embeddings: {
        float: [
          [1, -0.5],
          [0, 2],
        ],
      },
      meta: { billed_units: { input_tokens: 3 } },
    },
    { prompt_tokens: 3, total_tokens: 3 },
  ],
])('an answer of %s, as floats and as base64', (_name, dialect, model, answer, usage) => {
  const read = (asked: object) => {
    const bytes = dialect.answer(Buffer.from(JSON.stringify(answer)), { model, ...asked });
    return JSON.parse(bytes.toString()) as { data: unknown[]; usage?: unknown };
  };
  expect(read({})).toEqual({
    object: 'list',
    model,
    data: [
      { object: 'embedding', index: 0, embedding: [1, -0.5] },
      { object: 'embedding', index: 1, embedding: [0, 2] },
    ],
    ...(usage && { usage }),
  });
  // 1 and -0.5 as IEEE 754, little-endian.
  expect(read({ encoding_format: 'base64' }).data[0]).toMatchObject({ embedding: 'AACAPwAAAL8=' });
});

test.each<[string, OperationDialect, object, string]>([
  ['tokens', gemini, { input: [[1, 2]] }, 'input'],
  ['nothing', cohere, { input: [] }, 'input'],
  ['more than Gemini takes', gemini, { input: Array.from({ length: 101 }, String) }, 'input'],
  ['what there is not', gemini, { input: 'a', other: 1 }, 'other'],
])('%s is refused by name', async (_what, dialect, body, param) => {
  const error: GatewayError = await sent(dialect, 'm', body).then(
    () => Promise.reject(new Error('It was not refused.')),
    (thrown: GatewayError) => thrown
  );
  expect(error).toMatchObject({ status: 400, param });
});

test.each([gemini, cohere])('what is no answer is an error', (dialect) => {
  expect(() => dialect.answer(Buffer.from('{}'), {})).toThrow(expect.objectContaining({ type: 'invalid_response' }));
});
