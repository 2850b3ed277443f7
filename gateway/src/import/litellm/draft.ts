import type {
  BudgetConfig,
  Config,
  DeploymentConfig,
  LimitConfig,
  ModelConfig,
  PriceConfig,
} from '../../config/schema.js';
import type { Credential } from './credentials.js';
import type { Account } from './finding.js';
import type { ProviderPool } from './providerPool.js';
import type { Mapping } from './values.js';
import type { Variables } from './variables.js';

/** Without what the schema fills in. */
type Sparse<Section> = { -readonly [Key in keyof Section]?: Section[Key] | undefined };

export type DeploymentDraft = Pick<DeploymentConfig, 'provider' | 'model'> & {
  weight?: number;
  max_concurrent?: number;
  price?: PriceConfig;
};

export interface ModelDraft {
  readonly name: string;
  strategy?: ModelConfig['strategy'];
  sticky?: ModelConfig['sticky'];
  readonly deployments: DeploymentDraft[];
  fallbacks?: string[];
  context_window_fallbacks?: string[];
  content_policy_fallbacks?: string[];
}

/** Our configuration while it is put together. */
export interface Draft {
  readonly server: Sparse<Config['server']>;
  readonly models: ModelDraft[];
  readonly keys: Array<{ readonly name: string; readonly key: string }>;
  readonly budgets: Array<Sparse<BudgetConfig> & { readonly name: string }>;
  readonly limits: Array<Sparse<LimitConfig> & { readonly name: string }>;
  readonly auth: { jwt?: Mapping[] };
  readonly governance: Sparse<Config['governance']>;
  readonly webhooks: Mapping[];
  readonly routing: Sparse<Omit<Config['routing'], 'breaker'>> & { breaker?: Sparse<Config['routing']['breaker']> };
  readonly metrics: Sparse<Config['metrics']>;
  readonly ledger: { retention_days?: number; contents?: Mapping };
}

/** What each part of the import works on. */
export interface ImportParts {
  /** LiteLLM's file. */
  readonly input: Mapping;
  readonly account: Account;
  readonly variables: Variables;
  readonly draft: Draft;
  readonly pool: ProviderPool;
  readonly credentials: ReadonlyMap<string, Credential>;
}

export function createDraft(): Draft {
  return {
    server: {},
    models: [],
    keys: [],
    budgets: [],
    limits: [],
    auth: {},
    governance: {},
    webhooks: [],
    routing: {},
    metrics: {},
    ledger: {},
  };
}
