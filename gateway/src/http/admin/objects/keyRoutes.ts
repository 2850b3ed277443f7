import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';

import { invalidDocument } from '../../../managed/changeError.js';
import type { KeyChanges, MadeKey } from '../../../managed/keyChanges.js';
import { callerOf } from '../callerOf.js';
import { documented } from '../documented.js';
import { ErrorAnswer } from '../errorAnswer.js';
import type { KindRoutes } from './objectRoutes.js';
import { objectAnswer } from './objectAnswer.js';
import { answerSchema, inputSchema } from './objectSchemas.js';
import { entityTag, revisionOf } from './revision.js';

const LONGEST_GRACE_SECONDS = 2_592_000;

const Answer = answerSchema('key') as ReturnType<typeof Type.Object>;
const AnswerWithSecret = Type.Object({
  ...Answer.properties,
  key: Type.String({ description: 'The secret. Nobody can be told of it again.' }),
});
const ERRORS = { 400: ErrorAnswer, 403: ErrorAnswer, 404: ErrorAnswer, 409: ErrorAnswer, 503: ErrorAnswer };
const tags = ['keys'];

/** What can be done with keys and with nothing else. */
export function keyRoutes(keys: KeyChanges): KindRoutes {
  return {
    kind: 'key',
    create: (app) => createRoute(app, keys),
    actions: [
      {
        method: 'POST',
        action: '/rotate',
        schema: {
          summary: 'Give a key a new secret',
          tags,
          body: Type.Object({
            grace_seconds: Type.Optional(
              Type.Integer({
                minimum: 0,
                maximum: LONGEST_GRACE_SECONDS,
                default: 0,
                description: 'How long the secret before is good for still.',
              })
            ),
          }),
          response: { 200: AnswerWithSecret, ...ERRORS },
        },
        handle: async (name, request, reply) => {
          const options = { caller: callerOf(request), revision: revisionOf(request) };
          return sendMade(reply, await keys.rotate(name, graceSeconds(request.body), options));
        },
      },
      {
        method: 'POST',
        action: '/revoke',
        schema: {
          summary: 'Take a key back',
          description: 'At once here, within auth.refresh_ms on other replicas; it stays listed.',
          tags,
          response: { 200: Answer, ...ERRORS },
        },
        handle: async (name, request) =>
          objectAnswer(await keys.revoke(name, { caller: callerOf(request), revision: revisionOf(request) })),
      },
    ],
  };
}

function createRoute(app: FastifyInstance, keys: KeyChanges): void {
  app.post(
    '/keys',
    {
      schema: {
        summary: 'Create a key',
        description: 'The secret is in this answer only. `key` brings a secret along that clients have already.',
        tags,
        body: inputSchema('key', true),
        response: { 201: AnswerWithSecret, ...ERRORS },
      },
      ...documented,
    },
    async (request, reply) => {
      const made = await keys.create(request.body, callerOf(request));
      void reply.code(201).header('location', `/api/v1/keys/${encodeURIComponent(made.item.name)}`);
      return sendMade(reply, made);
    }
  );
}

function sendMade(reply: FastifyReply, { item, secret }: MadeKey): object {
  if (item.stored !== undefined) {
    void reply.header('etag', entityTag(item.stored.revision));
  }
  void reply.header('cache-control', 'no-store');
  return objectAnswer(item, { key: secret });
}

/** @throws GatewayError 400 */
function graceSeconds(body: unknown): number {
  const { grace_seconds: given = 0, ...rest } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const faults = Object.keys(rest).map((field) => ({
    path: [field],
    message: 'is not known; there is: grace_seconds',
  }));
  if (!Number.isInteger(given) || (given as number) < 0 || (given as number) > LONGEST_GRACE_SECONDS) {
    faults.push({ path: ['grace_seconds'], message: `must be a whole number from 0 to ${LONGEST_GRACE_SECONDS}` });
  }
  if (faults.length > 0) {
    throw invalidDocument(faults);
  }
  return given as number;
}
