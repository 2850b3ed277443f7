import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-accounting';

export const sharedStateDown: AlertRule = {
  name: 'LLMGatewaySharedStateDown',
  uid: 'llm-gateway-shared-state-down',
  group,
  severity: 'warning',
  expr: native.sharedStateUp.name,
  threshold: { is: 'below', value: 1 },
  for: '30s',
  summary: 'LLM Gateway {{ $labels.instance }} does not reach Redis',
  description:
    'Budgets and limits are no longer shared between replicas; governance.redis_down says whether each counts by itself, refuses or allows.',
  noData: 'ok',
};

export const ledgerLag: AlertRule = {
  name: 'LLMGatewayLedgerLag',
  uid: 'llm-gateway-ledger-lag',
  group,
  severity: 'warning',
  expr: native.ledgerLag.name,
  threshold: { is: 'above', value: 30 },
  for: '1m',
  summary: 'The ledger of LLM Gateway {{ $labels.instance }} lags behind',
  description:
    'Usage waits in the journal, as the database does not take it. Nothing is lost, but costs are shown late; requests are refused once ledger.max_pending events wait.',
  noData: 'ok',
};
