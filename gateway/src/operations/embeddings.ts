import { isObject } from '../chat/completion/fields.js';
import { countInput } from './inputText.js';
import { estimated, expected, openAiOperation } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { invalid, parseObject, readParameters } from './parameters.js';

/** Texts as vectors. */
export const embeddings: Operation = openAiOperation({
  name: 'embeddings',
  route: '/v1/embeddings',
  parse(bytes) {
    const body = parseObject(bytes, 'model and input');
    const parameters = readParameters({ ...body, stream: undefined });
    const { input } = body;
    if (!(typeof input === 'string' && input !== '') && !(Array.isArray(input) && input.length > 0)) {
      throw invalid('input must be a text, or an array of texts or tokens.', 'input');
    }
    return { ...parameters, body };
  },
  estimate: ({ body }) => estimated({ input: countInput(body['input']) }),
  expect: ({ body }, bytes) => expected({ input: bytes }, () => ({ input: countInput(body['input']) })),
  cache: { isGood: isGoodList, streams: false },
});

/** A vector for each text. */
function isGoodList(answer: unknown, { input }: Readonly<Record<string, unknown>>): boolean {
  const data = isObject(answer) ? answer['data'] : undefined;
  const texts = Array.isArray(input) && typeof input[0] !== 'number' ? input.length : 1;
  return Array.isArray(data) && data.length === texts;
}
