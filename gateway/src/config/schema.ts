import Type, { type Static } from 'typebox';

import { Auth, type Jwt } from './sections/auth.js';
import { Cache } from './sections/cache.js';
import { strict } from './sections/fieldTypes.js';
import { Governance } from './sections/governance.js';
import { KeySchema, TeamSchema, UserSchema } from './sections/identity.js';
import { Ledger } from './sections/ledger.js';
import { Metrics } from './sections/metrics.js';
import { type Deployment, ModelSchema } from './sections/model.js';
import { type Price, PriceOverrideSchema } from './sections/price.js';
import { type HttpProvider, ProviderSchema, type SimulatorProvider } from './sections/provider.js';
import { Routing } from './sections/routing.js';
import { BudgetSchema, LimitSchema } from './sections/rules.js';
import { Server } from './sections/server.js';
import type { Outage, SimulatedError, SimulatedRateLimit, SimulatorBehaviour } from './sections/simulator.js';
import { Tracing } from './sections/tracing.js';
import { Webhook } from './sections/webhook.js';

export {
  BudgetSchema,
  KeySchema,
  LimitSchema,
  ModelSchema,
  PriceOverrideSchema,
  ProviderSchema,
  TeamSchema,
  UserSchema,
};
export { DIALECTS } from './sections/metrics.js';
export { SimulatorBehaviour } from './sections/simulator.js';
export { WEBHOOK_EVENTS } from './sections/webhook.js';

export const ConfigSchema = Type.Object(
  {
    server: Server,
    providers: Type.Array(ProviderSchema, { minItems: 1, description: 'Who answers requests.' }),
    models: Type.Array(ModelSchema, {
      minItems: 1,
      description: 'What clients can ask for, and which providers answer it.',
    }),
    prices: Type.Array(PriceOverrideSchema, { default: [], description: 'Prices that differ from the price list.' }),
    keys: Type.Array(KeySchema, { default: [], description: 'Who may send requests, besides keys made by the API.' }),
    teams: Type.Array(TeamSchema, { default: [], description: 'Who pays; a team need not be listed to be named.' }),
    users: Type.Array(UserSchema, { default: [], description: 'Who asks; a user need not be listed to be named.' }),
    budgets: Type.Array(BudgetSchema, { default: [], description: 'What may be spent.' }),
    limits: Type.Array(LimitSchema, { default: [], description: 'How fast it may go.' }),
    auth: Auth,
    governance: Governance,
    webhooks: Type.Array(Webhook, { default: [], maxItems: 20 }),
    routing: Routing,
    cache: Cache,
    metrics: Metrics,
    ledger: Ledger,
    tracing: Tracing,
  },
  {
    ...strict,
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'LLM Gateway configuration',
  }
);

export type Config = Static<typeof ConfigSchema>;
export type ProviderConfig = Static<typeof ProviderSchema>;
export type HttpProviderConfig = Static<typeof HttpProvider>;
export type SimulatorProviderConfig = Static<typeof SimulatorProvider>;
export type SimulatorSettings = Static<typeof SimulatorBehaviour>;
export type SimulatedErrorConfig = Static<typeof SimulatedError>;
export type OutageConfig = Static<typeof Outage>;
export type SimulatedRateLimitConfig = Static<typeof SimulatedRateLimit>;
export type DeploymentConfig = Static<typeof Deployment>;
export type ModelConfig = Static<typeof ModelSchema>;
export type PriceConfig = Static<typeof Price>;
export type PriceOverrideConfig = Static<typeof PriceOverrideSchema>;
export type KeyConfig = Static<typeof KeySchema>;
export type TeamConfig = Static<typeof TeamSchema>;
export type UserConfig = Static<typeof UserSchema>;
export type BudgetConfig = Static<typeof BudgetSchema>;
export type LimitConfig = Static<typeof LimitSchema>;
export type JwtConfig = Static<typeof Jwt>;
export type WebhookConfig = Static<typeof Webhook>;
export type GovernanceConfig = Static<typeof Governance>;
export type LedgerConfig = Static<typeof Ledger>;
export type TracingConfig = Static<typeof Tracing>;
