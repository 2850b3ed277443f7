import { estimated, expected, openAiOperation } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { invalid, parseObject, readParameters } from './parameters.js';

/** OpenAI's, where the request names none. */
const DEFAULT_MODEL = 'omni-moderation-latest';

/** Whether a text or an image is harmful. It is charged by the request, if at all. */
export const moderations: Operation = openAiOperation({
  name: 'moderations',
  route: '/v1/moderations',
  parse(bytes) {
    const body = parseObject(bytes, 'input');
    const { input, model = DEFAULT_MODEL } = body;
    if (typeof input !== 'string' && !(Array.isArray(input) && input.length > 0)) {
      throw invalid('input must be a text, or an array of texts or images.', 'input');
    }
    return readParameters({ ...body, model });
  },
  estimate: () => estimated({}),
  expect: () => expected({}),
});
