import { native } from '../metrics/native.js';
import { CLIENT_FAULTS } from './clientFaults.js';
import { type ExpressionOptions, RATE_INTERVAL, conditions, selector, sumBy } from './selector.js';

/** Outcomes of a call that say nothing against the provider. */
const NOT_ITS_FAULT = ['success', 'aborted', 'internal_error', ...CLIENT_FAULTS].join('|');

/** Share of calls to providers that failed through the provider, 0 to 1, whether or not a retry or fallback saved the request. */
export function providerFailureRatio({ by, matchers = {}, window = RATE_INTERVAL }: ExpressionOptions = {}): string {
  const { name } = native.attempts;
  const given = conditions(matchers);
  const failing = [...given, `outcome!~"${NOT_ITS_FAULT}"`].join(',');
  const failed = `${sumBy(by)} (rate(${name}{${failing}}[${window}]))`;
  const all = `${sumBy(by)} (rate(${name}${selector(matchers)}[${window}]))`;
  return `(${failed} or 0 * ${all}) / (${all} > 0)`;
}
