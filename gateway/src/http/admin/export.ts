// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';

import { queryUsage } from '../../usage/queryUsage.js';
import { askLedger } from './askLedger.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { requestPages, requestsCsv, requestsJson } from './exportRequests.js';
import { EXPORT_DEFAULTS, dateFormat, parseUsageExport, usageCsv } from './exportUsage.js';
import { checkLedgerParameters } from './ledgerParameters.js';
import type { LedgerParts } from './ledgerParts.js';
import { type Parameters, invalid, single } from './queryParameters.js';
import { RequestAnswer } from './requestsAnswer.js';
import { RequestParameters } from './requestsSchema.js';
import { REQUEST_FILTERS, parseRequestFilters } from './requestsQuery.js';
import { rangeOf, toJson } from './usage.js';
import { parseTimezone } from './usageQueryBucket.js';
import { UsageAnswerSchema, UsageParameters } from './usageSchema.js';

type Format = 'csv' | 'json';

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

const FormatParameter = {
  format: Type.Optional(Type.Enum(['csv', 'json'], { default: 'csv' })),
};
const file = (json: object) => ({
  description: 'A file. Amounts in CSV have all nine decimals.',
  content: { 'text/csv': { schema: Type.String() }, 'application/json': { schema: json } },
});

/** `GET /api/v1/usage/export` and `/requests/export`: files for chargeback. */
export async function exportRoutes(app: FastifyInstance, { store, flush }: LedgerParts): Promise<void> {
  app.get<{ Querystring: Parameters }>(
    '/usage/export',
    {
      schema: {
        summary: 'Usage and cost as a file',
        description:
          'Parameters are those of /usage. If left out, group_by is team,key,model,provider, bucket is 1M, and from is the beginning of the month in which the range ends.',
        tags: ['usage'],
        querystring: Type.Object({ ...UsageParameters.properties, ...FormatParameter }),
        response: { 200: file(UsageAnswerSchema), 400: ErrorAnswer },
      },
      ...documented,
    },
    async (request, reply) => {
      const { format, parameters } = formatOf({ ...EXPORT_DEFAULTS, ...request.query });
      const query = parseUsageExport(parameters);
      await flush();
      const answer = await askLedger(() => queryUsage(store, query));
      const timezone = parseTimezone(parameters);
      nameFile(reply, 'usage', format, { ...query, timezone });
      return format === 'json'
        ? { ...rangeOf(parameters, query), ...toJson(answer) }
        : stream(usageCsv(answer, query, { bucket: single(parameters, 'bucket'), timezone }));
    }
  );

  app.get<{ Querystring: Parameters }>(
    '/requests/export',
    {
      schema: {
        summary: 'Requests of a time range as a file, newest first',
        description: 'However many there are: they are sent as they are read.',
        tags: ['requests'],
        querystring: Type.Object({ ...RequestParameters, ...FormatParameter }),
        response: { 200: file(Type.Array(RequestAnswer)), 400: ErrorAnswer },
      },
      ...documented,
      // A HEAD would read all of it.
      exposeHeadRoute: false,
    },
    async (request, reply) => {
      const { format, parameters } = formatOf(request.query);
      checkLedgerParameters(parameters, REQUEST_FILTERS);
      const query = parseRequestFilters(parameters, Date.now());
      await flush();
      const pages = await askLedger(() => begun(requestPages(store, query)));
      nameFile(reply, 'requests', format, { ...query, timezone: 'UTC' });
      return stream(format === 'json' ? requestsJson(pages) : requestsCsv(pages));
    }
  );
}

function formatOf({ format, ...parameters }: Parameters): {
  readonly format: Format;
  readonly parameters: Parameters;
} {
  if (format !== undefined && format !== 'csv' && format !== 'json') {
    throw invalid('format', 'format must be csv or json');
  }
  return { format: format ?? 'csv', parameters };
}

/** So that what fails at once is answered as an error, and not as a file that ends early. */
async function begun<Item>(items: AsyncGenerator<Item>): Promise<AsyncGenerator<Item>> {
  const first = await items.next();
  return (async function* () {
    if (first.done !== true) {
      yield first.value;
      yield* items;
    }
  })();
}

/** Read only as fast as the client takes it, and no further once the client has left. */
function stream(text: Iterable<string> | AsyncIterable<string>): Readable {
  return Readable.from(text, { objectMode: false });
}

function nameFile(
  reply: FastifyReply,
  what: string,
  format: Format,
  { from, to, timezone }: { readonly from: number; readonly to: number; readonly timezone: string }
): void {
  const date = dateFormat(timezone);
  const name = `${what}-${date.format(from)}-to-${date.format(to - 1)}.${format}`;
  void reply.type(TYPES[format]).header('content-disposition', `attachment; filename="${name}"`);
}
