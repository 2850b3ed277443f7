import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';

import { changedFields, givenFields, replacement } from '../../../managed/candidate.js';
import type { Changes } from '../../../managed/changes.js';
import type { Inventory } from '../../../managed/inventory.js';
import type { Item } from '../../../managed/item.js';
import { mergePatch } from '../../../managed/mergePatch.js';
import type { ObjectSync } from '../../../managed/objectSync.js';
import type { ObjectKind } from '../../../store/storedObject.js';
import { callerOf } from '../callerOf.js';
import { documented } from '../documented.js';
import { ErrorAnswer } from '../errorAnswer.js';
import { type NamedRoute, namedRoutes } from '../namedRoutes.js';
import { listRoute } from './listRoute.js';
import { objectAnswer } from './objectAnswer.js';
import { answerSchema, inputSchema, patchSchema } from './objectSchemas.js';
import { entityTag, revisionOf } from './revision.js';
import { WORDS } from './words.js';

export interface ObjectRouteParts {
  readonly inventory: Inventory;
  readonly changes: Changes;
  readonly sync: Pick<ObjectSync, 'refresh'>;
}

export interface KindRoutes {
  readonly kind: ObjectKind;
  /** What answers say besides, by the name of the object. */
  readonly more?: (() => Promise<ReadonlyMap<string, object>>) | undefined;
  /** In place of the route that creates one. */
  readonly create?: ((app: FastifyInstance) => void) | undefined;
  /** Beside those that every kind has. */
  readonly actions?: readonly NamedRoute[];
}

const ERRORS = {
  400: ErrorAnswer,
  403: ErrorAnswer,
  404: ErrorAnswer,
  409: ErrorAnswer,
  412: ErrorAnswer,
  503: ErrorAnswer,
};

const RevisionParameter = Type.Object({
  revision: Type.Optional(
    Type.Integer({ description: 'Refuses the change with 412 if there has been another since; as If-Match does.' })
  ),
});

/** List, read, create, replace, change and remove: the same for every kind of object. */
export function objectRoutes(app: FastifyInstance, parts: ObjectRouteParts, routes: KindRoutes): void {
  const { inventory, changes, sync } = parts;
  const { kind } = routes;
  const { one } = WORDS[kind];
  const path = `/${kind}s`;
  const tags = [`${kind}s`];
  const Answer = answerSchema(kind);
  const more = routes.more ?? (async () => new Map<string, object>());

  const send = async (reply: FastifyReply, item: Item): Promise<object> => {
    if (item.stored !== undefined) {
      void reply.header('etag', entityTag(item.stored.revision));
    }
    return objectAnswer(item, (await more()).get(item.name));
  };

  listRoute(app, { kind, inventory, sync, more });

  const create =
    routes.create ??
    (() =>
      app.post(
        path,
        {
          schema: {
            summary: `Create a ${one}`,
            tags,
            body: inputSchema(kind, true),
            response: { 201: Answer, ...ERRORS },
          },
          ...documented,
        },
        async (request, reply) => {
          const item = await changes.create(kind, givenFields(kind, request.body, true), callerOf(request));
          void reply.code(201).header('location', `/api/v1${path}/${encodeURIComponent(item.name)}`);
          return send(reply, item);
        }
      ));
  create(app);

  namedRoutes(app, path, [
    {
      method: 'GET',
      schema: { summary: `Read a ${one}`, tags, response: { 200: Answer, 404: ErrorAnswer, 503: ErrorAnswer } },
      handle: async (name, _request, reply) => {
        await sync.refresh();
        return send(reply, inventory.get(kind, name));
      },
    },
    {
      method: 'PUT',
      schema: {
        summary: `Replace a ${one}`,
        description: 'What is left out goes back to its default; secrets that are left out stay.',
        tags,
        querystring: RevisionParameter,
        body: inputSchema(kind, false),
        response: { 200: Answer, ...ERRORS },
      },
      handle: async (name, request, reply) => {
        const given = changedFields(kind, name, request.body);
        const options = { caller: callerOf(request), revision: revisionOf(request) };
        const edit = (before: Readonly<Record<string, unknown>>) => replacement(kind, before, given);
        return send(reply, await changes.edit(kind, name, 'replace', edit, options));
      },
    },
    {
      method: 'PATCH',
      schema: {
        summary: `Change single fields of a ${one}`,
        tags,
        querystring: RevisionParameter,
        body: patchSchema(kind),
        response: { 200: Answer, ...ERRORS },
      },
      handle: async (name, request, reply) => {
        const given = changedFields(kind, name, request.body);
        const options = { caller: callerOf(request), revision: revisionOf(request) };
        const edit = (before: Readonly<Record<string, unknown>>) => mergePatch(before, given);
        return send(reply, await changes.edit(kind, name, 'update', edit, options));
      },
    },
    {
      method: 'DELETE',
      schema: {
        summary: `Remove a ${one}`,
        tags,
        querystring: RevisionParameter,
        response: { 204: Type.Null({ description: 'It is gone.' }), ...ERRORS },
      },
      handle: async (name, request, reply) => {
        await changes.remove(kind, name, { caller: callerOf(request), revision: revisionOf(request) });
        return reply.code(204).send();
      },
    },
    ...(routes.actions ?? []),
  ]);
}
