import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import type { Inventory } from '../../../managed/inventory.js';
import type { ObjectSync } from '../../../managed/objectSync.js';
import type { ObjectKind } from '../../../store/storedObject.js';
import { documented } from '../documented.js';
import { ErrorAnswer } from '../errorAnswer.js';
import { checkParameters, integer, text } from '../listParameters.js';
import { objectAnswer } from './objectAnswer.js';
import { answerSchema } from './objectSchemas.js';
import { WORDS } from './words.js';

export interface ListRouteParts {
  readonly kind: ObjectKind;
  readonly inventory: Inventory;
  readonly sync: Pick<ObjectSync, 'refresh'>;
  /** What answers say besides, by the name of the object. */
  readonly more: () => Promise<ReadonlyMap<string, object>>;
}

const DEFAULT_LIMIT = 500;
const HIGHEST_LIMIT = 5_000;

const Querystring = Type.Object({
  q: Type.Optional(
    Type.String({
      description: 'Only those with this in their name, or in the team, user, provider or model they name.',
    })
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: HIGHEST_LIMIT, default: DEFAULT_LIMIT, description: 'Most that are answered.' })
  ),
  cursor: Type.Optional(Type.String({ description: 'next_cursor of the page before.' })),
});

/** All objects of a kind, page by page. */
export function listRoute(app: FastifyInstance, { kind, inventory, sync, more }: ListRouteParts): void {
  const { one, about } = WORDS[kind];
  const Answer = Type.Object({
    [`${kind}s`]: Type.Array(answerSchema(kind), { description: 'By name.' }),
    total: Type.Integer({ description: 'On all pages.' }),
    next_cursor: Type.String({ nullable: true, description: 'For the next page; null on the last one.' }),
    partial: Type.Boolean({ description: 'Whether the store cannot be read now: some may be missing.' }),
  });
  const schema = {
    summary: `List ${one}s`,
    description: about,
    tags: [`${kind}s`],
    querystring: Querystring,
    response: { 200: Answer, 400: ErrorAnswer },
  };
  app.get(`/${kind}s`, { schema, ...documented }, async ({ query }) => {
    const parameters = checkParameters(query, Object.keys(Querystring.properties));
    const limit = integer(parameters, 'limit', { min: 1, max: HIGHEST_LIMIT }) ?? DEFAULT_LIMIT;
    const readable = await sync.refresh();
    const page = await inventory.page(kind, {
      search: text(parameters, 'q'),
      after: text(parameters, 'cursor'),
      limit,
    });
    const extra = await more();
    return {
      [`${kind}s`]: page.items.map((item) => objectAnswer(item, extra.get(item.name))),
      total: page.total,
      next_cursor: page.next ?? null,
      partial: !readable,
    };
  });
}
