import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { storeDown } from '../../managed/changeError.js';
import type { AuditQuery, AuditedChange } from '../../store/auditLog.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { checkParameters, integer, text, time } from './listParameters.js';

/** Reads the audit log, the newest first. */
export type AuditReader = (query: AuditQuery) => Promise<readonly AuditedChange[]>;

const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 1_000;

const Querystring = Type.Object({
  kind: Type.Optional(Type.String({ description: 'e.g. key, provider, simulator, config.' })),
  name: Type.Optional(Type.String()),
  actor: Type.Optional(Type.String()),
  from: Type.Optional(Type.String({ description: 'ISO 8601 or epoch milliseconds.' })),
  to: Type.Optional(Type.String({ description: 'ISO 8601 or epoch milliseconds; not included.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: HIGHEST_LIMIT, default: DEFAULT_LIMIT })),
  cursor: Type.Optional(Type.String({ description: 'next_cursor of the page before.' })),
});

const Document = (description: string) =>
  Type.Object({}, { additionalProperties: true, nullable: true, description: `${description}, without secrets.` });

const Answer = Type.Object({
  changes: Type.Array(
    Type.Object({
      id: Type.String(),
      time: Type.String({ format: 'date-time' }),
      actor: Type.String({ description: 'admin, or the person that the caller named.' }),
      address: Type.String({ nullable: true, description: 'IP address of the caller.' }),
      action: Type.String({ description: 'create, replace, update, delete, rotate, revoke, patch, reset or reload.' }),
      kind: Type.String(),
      name: Type.String(),
      before: Document('What it was'),
      after: Document('What it became'),
    }),
    { description: 'The newest first.' }
  ),
  next_cursor: Type.String({ nullable: true, description: 'For the next page; null on the last one.' }),
});

/** `GET /api/v1/audit`: who changed what. */
export async function auditRoute(app: FastifyInstance, { read }: { readonly read: AuditReader }): Promise<void> {
  const schema = {
    summary: 'Who changed what, and when',
    tags: ['audit'],
    querystring: Querystring,
    response: { 200: Answer, 400: ErrorAnswer, 503: ErrorAnswer },
  };
  app.get('/audit', { schema, ...documented }, async (request) => {
    const parameters = checkParameters(request.query, Object.keys(Querystring.properties));
    const limit = integer(parameters, 'limit', { min: 1, max: HIGHEST_LIMIT }) ?? DEFAULT_LIMIT;
    const query = {
      kind: text(parameters, 'kind'),
      name: text(parameters, 'name'),
      actor: text(parameters, 'actor'),
      from: time(parameters, 'from'),
      to: time(parameters, 'to'),
      before: text(parameters, 'cursor'),
      // One more tells whether there is another page.
      limit: limit + 1,
    };
    const found = await read(query).catch((error: unknown) => {
      throw storeDown(error);
    });
    const changes = found.slice(0, limit);
    return {
      changes: changes.map(({ time: at, address, before, after, ...change }) => ({
        ...change,
        time: new Date(at).toISOString(),
        address: address ?? null,
        before: before ?? null,
        after: after ?? null,
      })),
      next_cursor: found.length > limit ? (changes.at(-1)?.id ?? null) : null,
    };
  });
}
