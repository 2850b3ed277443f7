import { USAGE_DIMENSIONS, type UsageDimension } from '@llm-gateway/catalogue';

import { GatewayError } from '../../errors/gatewayError.js';
import { parseDuration } from '../../usage/duration.js';
import type { UsageQuery } from '../../usage/queryUsage.js';

const DAY_MS = 86_400_000;

/** As many points as a Prometheus range query may have; more is a mistake. */
const MAX_BUCKETS = 11_000;

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the parameters of `GET /api/v1/usage`. @throws GatewayError 400 that names the parameter. */
export function parseUsageQuery(parameters: Parameters, now: number = Date.now()): UsageQuery {
  checkNames(parameters);
  const to = parseTime(parameters, 'to') ?? now;
  const from = parseTime(parameters, 'from') ?? to - DAY_MS;
  if (from >= to) {
    throw invalid('from', 'from must be before to');
  }
  return {
    from,
    to,
    groupBy: parseGroupBy(single(parameters, 'group_by')),
    bucketMs: parseBucket(single(parameters, 'bucket'), to - from),
    filters: Object.fromEntries(
      USAGE_DIMENSIONS.flatMap((name) => {
        const values = parameters[name];
        return values === undefined ? [] : [[name, [values].flat()]];
      })
    ),
  };
}

function checkNames(parameters: Parameters): void {
  const known = ['from', 'to', 'group_by', 'bucket', ...USAGE_DIMENSIONS];
  for (const name of Object.keys(parameters)) {
    if (!known.includes(name)) {
      throw invalid(name, `${name} is not a parameter; there are: ${known.join(', ')}`);
    }
  }
  for (const value of [parameters['streaming'] ?? []].flat()) {
    if (value !== 'true' && value !== 'false') {
      throw invalid('streaming', 'streaming must be true or false');
    }
  }
}

function parseTime(parameters: Parameters, name: string): number | undefined {
  const text = single(parameters, name);
  if (text === undefined || text === '') {
    return undefined;
  }
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (!Number.isSafeInteger(time) || Math.abs(time) > 8.64e15) {
    throw invalid(name, `${name} must be an ISO 8601 time or epoch milliseconds`);
  }
  return time;
}

function parseGroupBy(text: string | undefined): readonly UsageDimension[] {
  const names = (text ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  for (const name of names) {
    if (!(USAGE_DIMENSIONS as readonly string[]).includes(name)) {
      throw invalid('group_by', `group_by has "${name}"; there are: ${USAGE_DIMENSIONS.join(', ')}`);
    }
  }
  return [...new Set(names)] as UsageDimension[];
}

function parseBucket(text: string | undefined, rangeMs: number): number | undefined {
  if (text === undefined || text === '') {
    return undefined;
  }
  const bucketMs = parseDuration(text);
  if (bucketMs === undefined) {
    throw invalid('bucket', 'bucket must be a duration such as 30s, 5m, 1h or 1d');
  }
  if (rangeMs / bucketMs > MAX_BUCKETS) {
    throw invalid('bucket', `bucket is too short for the range: at most ${MAX_BUCKETS} buckets`);
  }
  return bucketMs;
}

function single(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (Array.isArray(value)) {
    throw invalid(name, `${name} can be given only once`);
  }
  return value;
}

function invalid(param: string, message: string): GatewayError {
  return new GatewayError(`${message}.`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_parameter',
    param,
  });
}
