import { findUsage } from '../providers/openaiDialect/readUsage.js';
import { estimated, expected, openAiOperation } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { type RequestParameters, invalid, parseObject, readParameters } from './parameters.js';

/** A text as sound: bytes of audio or, for `stream_format: sse`, events. */
export const speech: Operation = openAiOperation({
  name: 'speech',
  route: '/v1/audio/speech',
  parse(bytes) {
    const body = parseObject(bytes, 'model, input and voice');
    const parameters = readParameters({ ...body, stream: body['stream_format'] === 'sse' });
    if (typeof body['input'] !== 'string' || body['input'] === '') {
      throw invalid('input must be the text to speak.', 'input');
    }
    return { ...parameters, body };
  },
  pieces: ({ stream }) =>
    stream
      ? { kind: 'events', events: { ends: ['speech.audio.done'], failures: ['error'], readUsage: findUsage } }
      : { kind: 'bytes' },
  answersJson: () => false,
  estimate: (parameters) => estimated({ characters: charactersOf(parameters) }),
  expect: (parameters) => expected({ characters: charactersOf(parameters) }),
});

function charactersOf({ body }: RequestParameters): number {
  return [...String(body['input'])].length;
}
