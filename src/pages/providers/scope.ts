import type { UsageFilter } from '../../datasource/types';
import { DEPLOYMENT, MODEL, PROVIDER } from './variables/names';

/** Whose figures a panel shows, for Prometheus and for the ledger. */
export interface Scope {
  /** Labels of calls and requests. */
  readonly calls: { readonly provider?: string; readonly deployment?: string; readonly model?: string };
  /** Labels of how things stand, which no model is part of. */
  readonly standing: { readonly provider?: string; readonly deployment?: string };
  readonly filters: readonly UsageFilter[];
}

const PROVIDER_VALUE = `$${PROVIDER}`;
const DEPLOYMENT_VALUE = `$${DEPLOYMENT}`;
const MODEL_VALUE = `$${MODEL}`;

export const OF_PROVIDER: Scope = {
  calls: { provider: PROVIDER_VALUE, model: MODEL_VALUE },
  standing: { provider: PROVIDER_VALUE },
  filters: [
    { dimension: 'provider', values: [PROVIDER_VALUE] },
    { dimension: 'model', values: [MODEL_VALUE] },
  ],
};

export const OF_DEPLOYMENT: Scope = {
  calls: { deployment: DEPLOYMENT_VALUE },
  standing: { deployment: DEPLOYMENT_VALUE },
  filters: [{ dimension: 'deployment', values: [DEPLOYMENT_VALUE] }],
};

/** Requests that reached no provider carry this in place of its name. */
export const REACHED = { provider: { not: 'none' } };
