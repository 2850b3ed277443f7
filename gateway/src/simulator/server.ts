import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';

import type { SimulatorProviderConfig, SimulatorSettings } from '../config/schema.js';
import { complete } from './completion.js';
import { paced } from './stream.js';

const ChatBody = Type.Object({
  model: Type.String(),
  messages: Type.Array(Type.Unknown(), { minItems: 1 }),
  stream: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  stream_options: Type.Optional(
    Type.Union([Type.Object({ include_usage: Type.Optional(Type.Boolean()) }), Type.Null()])
  ),
  max_tokens: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
  max_completion_tokens: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
});

/** Bodies as large as any real provider takes. */
const BODY_LIMIT = 64 * 1024 * 1024;

/**
 * Providers that speak OpenAI's chat completions over real HTTP, each under its own name: `/<name>/v1/…`. The gateway
 * calls them as it calls any other provider, so that what they show is what a real one would.
 */
export function createSimulator(providers: readonly SimulatorProviderConfig[]): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    // A real provider does not take "true" for true.
    ajv: { customOptions: { coerceTypes: false } },
  });
  for (const provider of providers) {
    // base64url, because the router would decode a name with a slash in it.
    const base = `/${Buffer.from(provider.name).toString('base64url')}/v1`;
    app.post<{ Body: Static<typeof ChatBody> }>(
      `${base}/chat/completions`,
      { schema: { body: ChatBody } },
      async (request, reply) => answer(request.body, reply, provider.models[request.body.model] ?? provider.simulator)
    );
  }
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply
      .code(error.statusCode ?? 500)
      .send({ error: { message: error.message, type: 'invalid_request_error', param: null, code: null } })
  );
  return app;
}

async function answer(
  body: Static<typeof ChatBody>,
  reply: FastifyReply,
  behaviour: SimulatorSettings
): Promise<unknown> {
  const spread = 1 + behaviour.jitter * (2 * Math.random() - 1);
  const latency = behaviour.latency_ms * spread;
  if (latency > 0) {
    await sleep(latency);
  }
  if (Math.random() < behaviour.error_rate) {
    return reply.code(behaviour.error_status).send({ error: simulatedError(behaviour.error_status) });
  }
  const completion = complete(body, behaviour);
  if (body.stream === true) {
    const events = paced(completion, behaviour.tokens_per_second, body.stream_options?.include_usage === true);
    return reply.type('text/event-stream').send(Readable.from(events));
  }
  await sleep((completion.tokens.length * 1000) / behaviour.tokens_per_second);
  const { tokens, finishReason, ...head } = completion;
  const message = { role: 'assistant', content: tokens.join('') };
  return { ...head, object: 'chat.completion', choices: [{ index: 0, message, finish_reason: finishReason }] };
}

function simulatedError(status: number): object {
  const type = status === 429 ? 'rate_limit_error' : status < 500 ? 'invalid_request_error' : 'server_error';
  return { message: `The simulated provider failed with ${status}, as it was told to.`, type, param: null, code: null };
}
