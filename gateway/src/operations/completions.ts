import { isObject } from '../chat/completion/fields.js';
import { countTokens } from '../usage/estimate.js';
import { countInput } from './inputText.js';
import { estimated, expected, openAiOperation, positive } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { invalid, parseObject, readParameters } from './parameters.js';

/** A text that is gone on with; what came before chats. */
export const completions: Operation = openAiOperation({
  name: 'completions',
  route: '/v1/completions',
  parse(bytes) {
    const body = parseObject(bytes, 'model and prompt');
    const parameters = readParameters(body);
    const { prompt } = body;
    if (typeof prompt !== 'string' && !(Array.isArray(prompt) && prompt.length > 0)) {
      throw invalid('prompt must be a text, or an array of texts or tokens.', 'prompt');
    }
    return parameters;
  },
  pieces: ({ stream }) => (stream ? { kind: 'chunks' } : undefined),
  estimate: ({ body }, answer, streamed) =>
    estimated({
      input: countInput(body['prompt']),
      output: countTokens(streamed ? streamedText(answer) : textOf(answer)),
    }),
  expect({ body }, bytes, assumedOutput) {
    const prompts = Array.isArray(body['prompt']) && Array.isArray(body['prompt'][0]) ? body['prompt'].length : 1;
    const output = (positive(body['max_tokens']) ?? assumedOutput) * (positive(body['n']) ?? 1) * prompts;
    return expected({ input: bytes, output }, () => ({ input: countInput(body['prompt']), output }));
  },
  cache: { isGood: isGoodText, streams: false },
});

/** Every text to its end. */
function isGoodText(answer: unknown): boolean {
  const choices = isObject(answer) ? answer['choices'] : undefined;
  return Array.isArray(choices) && choices.length > 0 && choices.every(isWhole);
}

function isWhole(choice: unknown): boolean {
  return isObject(choice) && (choice['finish_reason'] === 'stop' || choice['finish_reason'] === 'length');
}

function streamedText(events: string): string {
  return events
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => textOf(line.slice('data:'.length)))
    .join('');
}

function textOf(json: string): string {
  try {
    const { choices } = JSON.parse(json) as { choices?: ReadonlyArray<{ readonly text?: unknown }> };
    return (choices ?? []).map(({ text }) => (typeof text === 'string' ? text : '')).join('');
  } catch {
    return '';
  }
}
