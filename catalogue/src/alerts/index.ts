import * as accounting from './accounting.js';
import * as availability from './availability.js';
import * as budgets from './budgets.js';
import * as capacity from './capacity.js';
import * as cost from './cost.js';
import * as dependencies from './dependencies.js';
import * as errors from './errors.js';
import * as latency from './latency.js';
import * as machines from './machines.js';
import * as providers from './providers.js';
import type { AlertRule } from './rule.js';
import * as usage from './usage.js';

const subjects = [
  availability,
  providers,
  errors,
  latency,
  capacity,
  usage,
  cost,
  budgets,
  accounting,
  dependencies,
  machines,
];

/** All rules, subject by subject. */
export const alertRules: readonly AlertRule[] = subjects.flatMap((rules): AlertRule[] => Object.values(rules));
export type { AlertRule, Severity } from './rule.js';
