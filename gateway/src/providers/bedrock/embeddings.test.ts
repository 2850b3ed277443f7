import type { GatewayError } from '../../errors/gatewayError.js';
import { bedrockEmbeddings } from './embeddings.js';

const dialect = bedrockEmbeddings({
  provider: 'aws',
  host: 'localhost',
  basePath: '',
  region: 'us-east-1',
  credentials: { apiKey: 'k' },
});

async function sent(model: string, body: object) {
  const call = await dialect.request({ model: 'asked', ...body }, model, { dropUnsupported: false });
  return { path: call.path, json: JSON.parse(call.body.toString()) as unknown };
}

test.each<[string, object, string, object]>([
  [
    'amazon.titan-embed-text-v2:0',
    { input: ['a'], dimensions: 256 },
    '/model/amazon.titan-embed-text-v2%3A0/invoke',
    { inputText: 'a', dimensions: 256 },
  ],
  [
    'cohere.embed-english-v3',
    { input: ['a', 'b'], input_type: 'search_query' },
    '/model/cohere.embed-english-v3/invoke',
    { texts: ['a', 'b'], input_type: 'search_query' },
  ],
])('a request to %s', async (model, body, path, json) => {
  expect(await sent(model, body)).toEqual({ path, json });
});

test.each<[object, object]>([
  [{ embedding: [1, 2], inputTextTokenCount: 4 }, { usage: { prompt_tokens: 4, total_tokens: 4 } }],
  [{ embeddings: [[1, 2]] }, {}],
  [{ embeddings: { float: [[1, 2]] } }, {}],
])('the answer %j', (answer, more) => {
  const bytes = dialect.answer(Buffer.from(JSON.stringify(answer)), { model: 'asked' });
  const data = [{ object: 'embedding', index: 0, embedding: [1, 2] }];
  expect(JSON.parse(bytes.toString())).toEqual({ object: 'list', model: 'asked', data, ...more });
});

test('Titan takes one text at once', async () => {
  const error = await sent('amazon.titan-embed-text-v2:0', { input: ['a', 'b'] }).then(
    () => undefined,
    (thrown: GatewayError) => thrown
  );
  expect(error).toMatchObject({ status: 400, param: 'input' });
});

test('what is no answer is an error', () => {
  expect(() => dialect.answer(Buffer.from('{}'), {})).toThrow(expect.objectContaining({ type: 'invalid_response' }));
});
