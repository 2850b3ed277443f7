import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';

import { answer } from './answer.js';
import { type BehaveOptions, behave, refuse } from './behave.js';
import type { SimulatorControl } from './control.js';
import { decideOutage } from './decide.js';
import { CHAT, TEXT } from './events.js';
import { OTHER_OPERATIONS } from './operations/index.js';
import { RateLimits } from './rateLimits.js';

const completionFields = {
  stream: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  stream_options: Type.Optional(
    Type.Union([Type.Object({ include_usage: Type.Optional(Type.Boolean()) }), Type.Null()])
  ),
  max_tokens: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
  max_completion_tokens: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
};
const ChatBody = Type.Object({
  model: Type.String(),
  messages: Type.Array(Type.Unknown(), { minItems: 1 }),
  ...completionFields,
});
const TextBody = Type.Object({
  model: Type.String(),
  prompt: Type.Union([Type.String(), Type.Array(Type.Unknown(), { minItems: 1 })]),
  ...completionFields,
});

/** Bodies as large as any real provider takes. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** A name of 200 characters in base64url. */
const MAX_PARAM_LENGTH = 268;

/** How long a stalled connection is held at most, in milliseconds. */
const STALL_LIMIT_MS = 600_000;

export interface SimulatorOptions {
  readonly stallLimitMs?: number;
}

interface ProviderRoute {
  readonly Params: { readonly provider: string };
}

/**
 * Providers that speak OpenAI's dialect over real HTTP, each under its own name: `/<name>/v1/…`. The gateway
 * calls them as it calls any other provider, so that what they show is what a real one would.
 */
export function createSimulator(
  control: SimulatorControl,
  { stallLimitMs = STALL_LIMIT_MS }: SimulatorOptions = {}
): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // A real provider does not take "true" for true.
    ajv: { customOptions: { coerceTypes: false } },
  });
  const limits = new RateLimits();
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-request-id', `sim_${randomUUID()}`);
  });

  const optionsFor = (provider: string, model: string): BehaveOptions | undefined => {
    const behaviour = control.behaviourOf(provider, model);
    if (behaviour === undefined) {
      return undefined;
    }
    const now = control.now();
    const { rate_limit: limit } = behaviour;
    const takeFromLimit = (tokens: number) =>
      limit && limits.take(JSON.stringify([provider, model]), limit, tokens, now);
    return { behaviour, now, stallLimitMs, takeFromLimit };
  };

  app.post<ProviderRoute & { Body: Static<typeof ChatBody> }>(
    '/:provider/v1/chat/completions',
    { schema: { body: ChatBody } },
    async ({ params, body }, reply) => {
      const provider = nameOf(params.provider);
      const options = optionsFor(provider, body.model);
      return options === undefined ? unknownProvider(reply, provider) : answer(body, reply, CHAT, options);
    }
  );

  app.post<ProviderRoute & { Body: Static<typeof TextBody> }>(
    '/:provider/v1/completions',
    { schema: { body: TextBody } },
    async ({ params, body: { prompt, ...body } }, reply) => {
      const provider = nameOf(params.provider);
      const options = optionsFor(provider, body.model);
      const asChat = { ...body, messages: [{ role: 'user', content: prompt }] };
      return options === undefined ? unknownProvider(reply, provider) : answer(asChat, reply, TEXT, options);
    }
  );

  app.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  for (const { path, read, answer: answerTo } of OTHER_OPERATIONS) {
    app.post<ProviderRoute & { Body: unknown }>(`/:provider/v1${path}`, async ({ params, body }, reply) => {
      const provider = nameOf(params.provider);
      const asked = read(body);
      if (asked === undefined) {
        return reply.code(400).send(errorBody('The request is not one that this provider understands.'));
      }
      const options = optionsFor(provider, asked.model);
      return options === undefined
        ? unknownProvider(reply, provider)
        : behave(reply, options, () => {
            const { tokens, type = 'application/json', body: sent } = answerTo(asked);
            return { tokens, send: async () => reply.type(type).send(sent) };
          });
    });
  }

  // Cheap, and so what an active health check asks: only an outage shows in it.
  app.get<ProviderRoute>('/:provider/v1/models', async (request, reply) => {
    const provider = nameOf(request.params.provider);
    const behaviour = control.behaviourOf(provider);
    if (behaviour === undefined) {
      return unknownProvider(reply, provider);
    }
    const outage = decideOutage(behaviour, control.now());
    if (outage !== undefined) {
      return refuse(reply, outage);
    }
    const data = control.modelsOf(provider).map((id) => ({ id, object: 'model', created: 0, owned_by: provider }));
    return { object: 'list', data };
  });

  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply.code(error.statusCode ?? 500).send(errorBody(error.message))
  );
  return app;
}

/** Names are in base64url, because a router would decode one with a slash in it. */
function nameOf(param: string): string {
  return Buffer.from(param, 'base64url').toString();
}

function unknownProvider(reply: FastifyReply, name: string): FastifyReply {
  return reply.code(404).send(errorBody(`No simulated provider is called "${name}".`));
}

function errorBody(message: string): object {
  return { error: { message, type: 'invalid_request_error', param: null, code: null } };
}
