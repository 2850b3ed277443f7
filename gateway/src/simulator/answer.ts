import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

import type { SimulatorSettings } from '../config/schema.js';
import { type SimulatedCompletion, type SimulatedRequest, complete } from './completion.js';
import { clientGone, pause, resetConnection, stall } from './connection.js';
import { type Outage, type StreamEnd, decide } from './decide.js';
import { type Failure, failureAnswer } from './failure.js';
import type { RateLimitVerdict } from './rateLimits.js';
import { type Pace, brokenStream, wholeStream } from './stream.js';

export interface SimulatedChatRequest extends SimulatedRequest {
  readonly stream?: boolean | null;
  readonly stream_options?: { readonly include_usage?: boolean } | null;
}

export interface AnswerOptions {
  readonly behaviour: SimulatorSettings;
  /** Milliseconds since the start of the process. */
  readonly now: number;
  /** Longest time that a connection is held without an answer, in milliseconds. */
  readonly stallLimitMs: number;
  /** Takes a request with so many tokens from the rate limit; undefined where there is none. */
  readonly takeFromLimit: (tokens: number) => RateLimitVerdict | undefined;
}

/** Answers a chat completion, or does to it what was decided. */
export async function answer(
  request: SimulatedChatRequest,
  reply: FastifyReply,
  { behaviour, now, stallLimitMs, takeFromLimit }: AnswerOptions
): Promise<unknown> {
  const decision = decide(behaviour, Math.random, now);
  if (decision.kind === 'outage' || decision.kind === 'reset') {
    return refuse(reply, decision);
  }
  const gone = clientGone(reply.raw);
  if (decision.kind === 'stall') {
    reply.hijack();
    return stall(reply.raw, stallLimitMs, gone);
  }
  const completion = complete(request, behaviour);
  const limit = takeFromLimit(completion.usage.total_tokens);
  void reply.headers(limit?.headers ?? {});
  if (limit?.refusal !== undefined) {
    return sendFailure(reply, limit.refusal);
  }
  await pause(decision.latencyMs, gone);
  if (decision.kind === 'failure') {
    return sendFailure(reply, decision.failure);
  }
  const pace = { tokensPerSecond: behaviour.tokens_per_second, gone };
  if (request.stream === true) {
    const includeUsage = request.stream_options?.include_usage === true;
    const events = streamOf(completion, includeUsage, pace, decision.streamEnd, reply, stallLimitMs);
    return reply.type('text/event-stream').send(Readable.from(events));
  }
  await pause((completion.tokens.length * 1000) / pace.tokensPerSecond, gone);
  return wholeAnswer(completion);
}

/** An outage, or a connection that is reset. */
export function refuse(reply: FastifyReply, outage: Outage): FastifyReply {
  if (outage.kind === 'outage') {
    return sendFailure(reply, outage.failure);
  }
  void reply.hijack();
  resetConnection(reply.raw);
  return reply;
}

function sendFailure(reply: FastifyReply, failure: Failure): FastifyReply {
  const { status, headers, body } = failureAnswer(failure);
  return reply.code(status).headers(headers).send(body);
}

function streamOf(
  completion: SimulatedCompletion,
  includeUsage: boolean,
  pace: Pace,
  end: StreamEnd,
  { raw }: FastifyReply,
  stallLimitMs: number
): AsyncGenerator<string> {
  switch (end) {
    case 'whole':
      return wholeStream(completion, includeUsage, pace);
    case 'reset':
      return brokenStream(completion, pace, async () => resetConnection(raw));
    case 'stall':
      return brokenStream(completion, pace, () => stall(raw, stallLimitMs, pace.gone));
  }
}

function wholeAnswer({ tokens, finishReason, ...head }: SimulatedCompletion): object {
  const message = { role: 'assistant', content: tokens.join('') };
  return { ...head, object: 'chat.completion', choices: [{ index: 0, message, finish_reason: finishReason }] };
}
