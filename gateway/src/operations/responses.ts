import { findUsage } from '../providers/openaiDialect/readUsage.js';
import { responsesSurface } from '../responses/responsesSurface.js';
import { countTokens } from '../usage/estimate.js';
import { countInput } from './inputText.js';
import { estimated, expected, openAiOperation, positive } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { invalid, parseObject, readParameters } from './parameters.js';
import { eventsOf } from './typedEvents.js';

/** OpenAI's Responses. */
export const responses: Operation = openAiOperation({
  name: 'responses',
  route: '/v1/responses',
  parse(bytes) {
    const body = parseObject(bytes, 'model and input');
    const parameters = readParameters(body);
    const { input, prompt } = body;
    if (prompt == null && !(typeof input === 'string' && input !== '') && !(Array.isArray(input) && input.length > 0)) {
      throw invalid('input must be a text, or an array with at least one item.', 'input');
    }
    return parameters;
  },
  pieces: ({ stream }) =>
    stream
      ? {
          kind: 'events',
          events: {
            ends: ['response.completed', 'response.incomplete'],
            failures: ['response.failed', 'error'],
            readUsage: findUsage,
          },
        }
      : undefined,
  estimate: ({ body }, answer, streamed) =>
    estimated({
      input: inputTokens(body),
      output: countTokens(streamed ? streamedText(answer) : answer),
    }),
  expect({ body }, bytes, assumedOutput) {
    const output = positive(body['max_output_tokens']) ?? assumedOutput;
    return expected({ input: bytes, output }, () => ({ input: inputTokens(body), output }));
  },
  surface: responsesSurface,
  streamError({ message, code, param }) {
    const event = { type: 'error', code: code ?? null, message, param: param ?? null };
    return `event: error\ndata: ${JSON.stringify(event)}\n\n`;
  },
});

function inputTokens({ input, instructions, tools }: Readonly<Record<string, unknown>>): number {
  return countInput(instructions) + countInput(input) + countInput(tools);
}

function streamedText(events: string): string {
  const deltas = eventsOf(events).map(({ type, delta }) => (String(type).endsWith('.delta') ? delta : undefined));
  return deltas.filter((delta) => typeof delta === 'string').join('');
}
