import type { FastifyReply } from 'fastify';

import type { SimulatorSettings } from '../config/schema.js';
import { clientGone, pause, resetConnection, stall } from './connection.js';
import { type Outage, type StreamEnd, decide } from './decide.js';
import { type Failure, failureAnswer } from './failure.js';
import type { RateLimitVerdict } from './rateLimits.js';

export interface BehaveOptions {
  readonly behaviour: SimulatorSettings;
  /** Milliseconds since the start of the process. */
  readonly now: number;
  /** Longest time that a connection is held without an answer, in milliseconds. */
  readonly stallLimitMs: number;
  /** Takes a request with so many tokens from the rate limit; undefined where there is none. */
  readonly takeFromLimit: (tokens: number) => RateLimitVerdict | undefined;
}

/** What is answered if nothing is in the way. */
export interface Prepared {
  /** Taken from the rate limit. */
  readonly tokens: number;
  send(streamEnd: StreamEnd, gone: AbortSignal): Promise<unknown>;
}

/** Answers a request, or does to it what was decided. */
export async function behave(
  reply: FastifyReply,
  { behaviour, now, stallLimitMs, takeFromLimit }: BehaveOptions,
  prepare: () => Prepared
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
  const prepared = prepare();
  const limit = takeFromLimit(prepared.tokens);
  void reply.headers(limit?.headers ?? {});
  if (limit?.refusal !== undefined) {
    return sendFailure(reply, limit.refusal);
  }
  await pause(decision.latencyMs, gone);
  return decision.kind === 'failure' ? sendFailure(reply, decision.failure) : prepared.send(decision.streamEnd, gone);
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
