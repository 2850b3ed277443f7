import { messagesSurface } from '../messages/messagesSurface.js';
import { findUsage } from '../providers/openaiDialect/readUsage.js';
import { fields } from '../providers/openaiDialect/usageFields.js';
import type { TokenUsage } from '../usage/event.js';
import { countTokens } from '../usage/estimate.js';
import { countInput } from './inputText.js';
import { estimated, expected, positive } from './openAiOperation.js';
import type { Operation, TypedEvents } from './operation.js';
import { type RequestParameters, invalid, parseObject, readParameters } from './parameters.js';
import { eventsOf } from './typedEvents.js';

/** Anthropic's Messages. */
export const messages: Operation = {
  name: 'messages',
  route: '/v1/messages',
  parse: (bytes) => parseMessages(bytes, 'model, max_tokens and messages'),
  pieces: ({ stream }) => (stream ? { kind: 'events', events: messageEvents() } : undefined),
  answersJson: () => true,
  readUsage: findUsage,
  estimate({ body }, answer, streamed) {
    const text = streamed ? streamedText(answer) : answer;
    const output = countTokens(text);
    const begun = streamed ? startUsage(eventsOf(answer)) : undefined;
    return begun === undefined
      ? estimated({ input: inputTokens(body), output })
      : { ...begun, output, reasoning: 0, source: 'estimated' };
  },
  expect({ body }, bytes, assumedOutput) {
    const output = positive(body['max_tokens']) ?? assumedOutput;
    return expected({ input: bytes, output }, () => ({ input: inputTokens(body), output }));
  },
  error: (error) => JSON.stringify(messagesSurface.error(error)),
  streamError: (error) => `event: error\ndata: ${JSON.stringify(messagesSurface.error(error))}\n\n`,
  surface: messagesSurface,
};

/** @throws GatewayError 400 that names the field. */
export function parseMessages(bytes: Buffer, needs: string): RequestParameters {
  const body = parseObject(bytes, needs);
  const { metadata } = body;
  if (!Array.isArray(body['messages']) || body['messages'].length === 0) {
    throw invalid('messages must be an array with at least one message.', 'messages');
  }
  const { user_id: user, ...tags } = fields(metadata);
  return { ...readParameters({ ...body, metadata: metadata && tags, user }), body };
}

/** The beginning of a stream tells the input, its end the output. */
function messageEvents(): TypedEvents {
  let begun: unknown;
  return {
    ends: ['message_stop'],
    failures: ['error'],
    readUsage(event) {
      const { type, message, usage } = fields(event);
      if (type === 'message_start') {
        begun = fields(message)['usage'];
        return undefined;
      }
      return usage == null ? undefined : findUsage({ usage: { ...fields(begun), ...fields(usage) } });
    },
  };
}

function startUsage(events: ReturnType<typeof eventsOf>): TokenUsage | undefined {
  const start = events.find(({ type }) => type === 'message_start');
  return findUsage({ usage: fields(start?.['message'])['usage'] });
}

function streamedText(events: string): string {
  return eventsOf(events)
    .flatMap(({ delta }) => Object.values(fields(delta)))
    .filter((piece) => typeof piece === 'string')
    .join('');
}

function inputTokens({ messages: asked, system, tools }: Readonly<Record<string, unknown>>): number {
  return countInput(system) + countInput(asked) + countInput(tools);
}
