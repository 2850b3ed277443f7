import { gatewayDown } from './availability.js';
import type { AlertRule } from './rule.js';

export const alertRules: readonly AlertRule[] = [gatewayDown];
export type { AlertRule, Severity } from './rule.js';
