import { fromCursor } from '../../usage/cursor.js';
import type { RequestsQuery } from '../../usage/queryRequests.js';
import type { TimeRange } from '../../usage/query/timeRange.js';
import { checkLedgerParameters, parseFilters, parseRange } from './ledgerParameters.js';
import { type Parameters, invalid, parseCount, single } from './queryParameters.js';

export const MAX_PAGE = 1_000;
const DEFAULT_PAGE = 100;

/** Without those of paging, which an export has none of. */
export const REQUEST_FILTERS = [
  'from',
  'to',
  'code',
  'min_duration_ms',
  'max_duration_ms',
  'min_cost_usd',
  'q',
] as const;

/** Reads the parameters of `GET /api/v1/requests`. @throws GatewayError 400 that names the parameter. */
export function parseRequestsQuery(parameters: Parameters, now: number = Date.now()): RequestsQuery {
  checkLedgerParameters(parameters, [...REQUEST_FILTERS, 'limit', 'cursor']);
  const cursor = single(parameters, 'cursor');
  const after = cursor === undefined ? undefined : fromCursor(cursor);
  if (cursor !== undefined && after === undefined) {
    throw invalid('cursor', 'cursor must be the next_cursor of an earlier answer');
  }
  return {
    ...parseRequestFilters(parameters, now),
    after,
    limit: parseCount(parameters, 'limit', MAX_PAGE) ?? DEFAULT_PAGE,
  };
}

/** The same without paging. */
export function parseRequestFilters(
  parameters: Parameters,
  now: number,
  begin?: (to: number) => number
): Omit<RequestsQuery, 'after' | 'limit'> {
  const { idPrefix, tracePrefix, range } = parseSearch(single(parameters, 'q'));
  const cost = parseAmount(parameters, 'min_cost_usd');
  return {
    ...(range === undefined ? parseRange(parameters, now, begin) : within(parameters, now, range)),
    filters: parseFilters(parameters),
    codes: parseCodes(parameters),
    minDurationMs: parseAmount(parameters, 'min_duration_ms'),
    maxDurationMs: parseAmount(parameters, 'max_duration_ms'),
    minCostNanoUsd: cost === undefined ? undefined : Math.round(cost * 1e9),
    idPrefix,
    tracePrefix,
  };
}

interface Search {
  readonly idPrefix: string | undefined;
  readonly tracePrefix: string | undefined;
  /** When requests of such ids were. */
  readonly range: TimeRange | undefined;
}

function parseSearch(text: string | undefined): Search {
  const search = text?.toLowerCase();
  const [, hex] = /^req_([0-9a-f-]{0,36})$/.exec(search ?? '') ?? [];
  if (search === undefined || /^[0-9a-f]{4,32}$/.test(search)) {
    return { idPrefix: undefined, tracePrefix: search, range: undefined };
  }
  if (hex === undefined) {
    throw invalid('q', 'q must be how a request id (req_…) or a trace id begins');
  }
  // The first twelve digits of an id are its time.
  const digits = hex.replaceAll('-', '').slice(0, 12);
  const range =
    digits === ''
      ? undefined
      : { from: Number.parseInt(digits.padEnd(12, '0'), 16), to: Number.parseInt(digits.padEnd(12, 'f'), 16) + 1 };
  return { idPrefix: search, tracePrefix: undefined, range };
}

/** The range that ids tell of, cut where the parameters say so; not to the last 24 hours. */
function within(parameters: Parameters, now: number, { from, to }: TimeRange): TimeRange {
  const asked = parseRange(parameters, Math.max(now, to), () => 0);
  return { from: Math.max(from, asked.from), to: Math.min(to, asked.to) };
}

function parseCodes(parameters: Parameters): readonly number[] | undefined {
  const codes = [parameters['code'] ?? []].flat().filter((code) => code !== '');
  if (!codes.every((code) => /^[1-5]\d\d$/.test(code))) {
    throw invalid('code', 'code must be an HTTP status such as 429');
  }
  return codes.length === 0 ? undefined : codes.map(Number);
}

function parseAmount(parameters: Parameters, name: string): number | undefined {
  const text = single(parameters, name);
  if (text === undefined) {
    return undefined;
  }
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(text)) {
    throw invalid(name, `${name} must be a number such as 0.25 or 1500`);
  }
  return Number(text);
}
