import { completion } from '../translate/completion.js';
import { completionId } from '../translate/ids.js';
import { invalidAnswer } from '../translate/invalidAnswer.js';
import { fieldsOf, objectsOf, parseAnswer, textOf } from '../translate/json.js';
import { finishReason } from './finishReason.js';
import { readLogprobs } from './logprobs.js';
import { readUsage } from './usage.js';

/** An answer of Cohere's as a chat completion. @throws GatewayError 502 for an answer that is none. */
export function readAnswer(
  body: Buffer,
  { provider, model }: { readonly provider: string; readonly model: string }
): Buffer {
  const answer = parseAnswer(provider, body);
  const { message, finish_reason: reason, usage, logprobs } = answer;
  if (message === undefined || typeof reason !== 'string') {
    throw invalidAnswer(provider, 'answered without a message');
  }
  const { content, tool_plan: plan, tool_calls: calls } = fieldsOf(message);
  const parts = objectsOf(content);
  const texts = (type: string) =>
    textOf(
      parts
        .filter((part) => part['type'] === type)
        .map((part) => textOf(part[type]) ?? '')
        .join('')
    );
  return completion({
    id: textOf(answer['id']) ?? completionId(),
    model,
    choices: [
      {
        text: texts('text'),
        reasoning: texts('thinking') ?? textOf(plan),
        toolCalls: objectsOf(calls).map((call) => {
          const { name, arguments: given } = fieldsOf(call['function']);
          const called = { name: String(name), arguments: textOf(given) ?? '{}' };
          return { id: String(call['id']), type: 'function', function: called };
        }),
        finishReason: finishReason(reason, provider),
        logprobs: readLogprobs(objectsOf(logprobs)),
      },
    ],
    usage: readUsage(usage),
  });
}
