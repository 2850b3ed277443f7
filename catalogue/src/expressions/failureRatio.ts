import { native } from '../metrics/native.js';
import { CLIENT_FAULTS } from './clientFaults.js';
import { requestRate } from './requestRate.js';
import { type ExpressionOptions, RATE_INTERVAL, conditions, sumBy } from './selector.js';

/**
 * Share of ended requests that failed through no fault of the client, 0 to 1. Not counted are requests that were wrong,
 * spent budgets, and 429 by our own limits (no provider was reached then); 429 by a provider is.
 */
export function failureRatio({ by, matchers = {}, window = RATE_INTERVAL }: ExpressionOptions = {}): string {
  const given = conditions(matchers);
  const { name } = native.requests;
  const faults = [...CLIENT_FAULTS, 'rate_limit_error'].join('|');
  const ours = [...given, 'status="error"', `error_type!~"${faults}"`].join(',');
  const limited = [...given, 'error_type="rate_limit_error"', 'provider!="none"'].join(',');
  const failed = `${sumBy(by)} (rate(${name}{${ours}}[${window}]) or rate(${name}{${limited}}[${window}]))`;
  const all = requestRate({ ...(by && { by }), matchers, window });
  return `(${failed} or 0 * ${all}) / (${all} > 0)`;
}
