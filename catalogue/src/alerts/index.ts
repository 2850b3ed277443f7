import { ledgerLag, sharedStateDown } from './accounting.js';
import { gatewayDown } from './availability.js';
import type { AlertRule } from './rule.js';

export const alertRules: readonly AlertRule[] = [gatewayDown, sharedStateDown, ledgerLag];
export type { AlertRule, Severity } from './rule.js';
