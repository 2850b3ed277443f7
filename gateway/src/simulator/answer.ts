import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

import { type BehaveOptions, behave } from './behave.js';
import { type SimulatedCompletion, type SimulatedRequest, complete } from './completion.js';
import { pause, resetConnection, stall } from './connection.js';
import type { StreamEnd } from './decide.js';
import type { CompletionShape } from './events.js';
import { type Pace, brokenStream, wholeStream } from './stream.js';

export interface SimulatedStreamRequest extends SimulatedRequest {
  readonly stream?: boolean | null;
  readonly stream_options?: { readonly include_usage?: boolean } | null;
}

/** Answers what is completed in text: a chat, or what came before chats. */
export async function answer(
  request: SimulatedStreamRequest,
  reply: FastifyReply,
  shape: CompletionShape,
  options: BehaveOptions
): Promise<unknown> {
  const { behaviour, stallLimitMs } = options;
  return behave(reply, options, () => {
    const completion = complete(request, behaviour);
    return {
      tokens: completion.usage.total_tokens,
      async send(streamEnd, gone) {
        const pace = { tokensPerSecond: behaviour.tokens_per_second, gone };
        if (request.stream === true) {
          const includeUsage = request.stream_options?.include_usage === true;
          const events = streamOf({ completion, shape, includeUsage }, pace, streamEnd, reply, stallLimitMs);
          return reply.type('text/event-stream').send(Readable.from(events));
        }
        await pause((completion.tokens.length * 1000) / pace.tokensPerSecond, gone);
        return wholeAnswer(completion, shape);
      },
    };
  });
}

interface Streamed {
  readonly completion: SimulatedCompletion;
  readonly shape: CompletionShape;
  readonly includeUsage: boolean;
}

function streamOf(
  { completion, shape, includeUsage }: Streamed,
  pace: Pace,
  end: StreamEnd,
  { raw }: FastifyReply,
  stallLimitMs: number
): AsyncGenerator<string> {
  switch (end) {
    case 'whole':
      return wholeStream(completion, shape, includeUsage, pace);
    case 'reset':
      return brokenStream(completion, shape, pace, async () => resetConnection(raw));
    case 'stall':
      return brokenStream(completion, shape, pace, () => stall(raw, stallLimitMs, pace.gone));
  }
}

function wholeAnswer(
  { tokens, finishReason, ...head }: SimulatedCompletion,
  { object, whole }: CompletionShape
): object {
  return { ...head, object, choices: [{ index: 0, ...whole(tokens.join('')), finish_reason: finishReason }] };
}
