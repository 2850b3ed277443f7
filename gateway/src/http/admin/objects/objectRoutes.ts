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
import { checkParameters, integer, text } from '../listParameters.js';
import { type NamedRoute, namedRoutes } from '../namedRoutes.js';
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

const DEFAULT_LIMIT = 500;
const HIGHEST_LIMIT = 5_000;
const ERRORS = { 400: ErrorAnswer, 403: ErrorAnswer, 404: ErrorAnswer, 409: ErrorAnswer, 412: ErrorAnswer, 503: ErrorAnswer };

const ListParameters = Type.Object({
  q: Type.Optional(
    Type.String({ description: 'Only those with this in their name, or in the team, user, provider or model they name.' })
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: HIGHEST_LIMIT, default: DEFAULT_LIMIT, description: 'Most that are answered.' })
  ),
  cursor: Type.Optional(Type.String({ description: 'next_cursor of the page before.' })),
});

const RevisionParameter = Type.Object({
  revision: Type.Optional(
    Type.Integer({ description: 'Refuses the change with 412 if there has been another since; as If-Match does.' })
  ),
});

/** List, read, create, replace, change and remove: the same for every kind of object. */
export function objectRoutes(app: FastifyInstance, parts: ObjectRouteParts, routes: KindRoutes): void {
  const { inventory, changes, sync } = parts;
  const { kind } = routes;
  const { one, about } = WORDS[kind];
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

  app.get(
    path,
    {
      schema: {
        summary: `List ${one}s`,
        description: about,
        tags,
        querystring: ListParameters,
        response: {
          200: Type.Object({
            [`${kind}s`]: Type.Array(Answer, { description: 'By name.' }),
            total: Type.Integer({ description: 'On all pages.' }),
            next_cursor: Type.String({ nullable: true, description: 'For the next page; null on the last one.' }),
            partial: Type.Boolean({ description: 'Whether the store cannot be read now: some may be missing.' }),
          }),
          400: ErrorAnswer,
        },
      },
      ...documented,
    },
    async ({ query }) => {
      const parameters = checkParameters(query, Object.keys(ListParameters.properties));
      const limit = integer(parameters, 'limit', { min: 1, max: HIGHEST_LIMIT }) ?? DEFAULT_LIMIT;
      const [search, after] = [text(parameters, 'q'), text(parameters, 'cursor')];
      const readable = await sync.refresh();
      const page = inventory.page(kind, { search, after, limit });
      const extra = await more();
      return {
        [`${kind}s`]: page.items.map((item) => objectAnswer(item, extra.get(item.name))),
        total: page.total,
        next_cursor: page.next ?? null,
        partial: !readable,
      };
    }
  );

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
