import { isObject } from '../chat/completion/fields.js';
import { findUsage } from '../providers/openaiDialect/readUsage.js';
import type { TokenUsage } from '../usage/event.js';
import { estimated, expected, openAiOperation, positive } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { invalid, parseObject, readParameters } from './parameters.js';

/** Tokens of a large image in the best quality, rounded up. */
const IMAGE_TOKENS = 7_000;
/** The event of a stream that has an image in full; before it, there may be others of how it comes to be. */
const COMPLETED = 'image_generation.completed';
/** OpenAI's, where the request names none. */
const DEFAULT_MODEL = 'gpt-image-1';

/** Images from a text. */
export const images: Operation = openAiOperation({
  name: 'images',
  route: '/v1/images/generations',
  parse(bytes) {
    const body = parseObject(bytes, 'model and prompt');
    const { prompt, model = DEFAULT_MODEL } = body;
    if (typeof prompt !== 'string' || prompt === '') {
      throw invalid('prompt must be a text.', 'prompt');
    }
    return readParameters({ ...body, model });
  },
  pieces: ({ stream }) =>
    stream
      ? {
          kind: 'events',
          events: {
            ends: [COMPLETED],
            mayFollow: true,
            failures: ['error'],
            readUsage: (event, before) =>
              isObject(event) && event['type'] === COMPLETED ? added(before, withImages(findUsage(event), 1)) : before,
          },
        }
      : undefined,
  readUsage: (answer) =>
    isObject(answer) && Array.isArray(answer['data'])
      ? withImages(findUsage(answer), answer['data'].length)
      : undefined,
  estimate: () => undefined,
  expect({ body }, bytes) {
    const count = positive(body['n']) ?? 1;
    return expected({ input: bytes, output: count * IMAGE_TOKENS, imageOutput: count * IMAGE_TOKENS, images: count });
  },
});

/** What is made of tokens is an image; models that know none are charged by the image. */
function withImages(used: TokenUsage | undefined, images: number): TokenUsage {
  return used === undefined
    ? { ...estimated({ images }), source: 'provider' }
    : { ...used, imageOutput: used.output > 0 ? used.output : undefined, images };
}

/** Each image of a stream tells of itself. */
function added(before: TokenUsage | undefined, used: TokenUsage): TokenUsage {
  if (before === undefined) {
    return used;
  }
  return {
    ...used,
    input: before.input + used.input,
    output: before.output + used.output,
    imageInput: (before.imageInput ?? 0) + (used.imageInput ?? 0),
    imageOutput: (before.imageOutput ?? 0) + (used.imageOutput ?? 0),
    images: (before.images ?? 0) + (used.images ?? 0),
  };
}
