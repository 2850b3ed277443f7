import type { components } from './adminApi';
import type { Answer } from './operations';

type Schemas = components['schemas'];

/** What the admin API manages, as it answers it. */
export type Key = Schemas['Key'];
export type Team = Schemas['Team'];
export type User = Schemas['User'];
export type Budget = Schemas['Budget'];
export type Limit = Schemas['Limit'];
export type Provider = Schemas['Provider'];
export type Model = Schemas['ModelModel'];
export type PriceOverride = Schemas['PricePrice'];
export type Rates = Schemas['Price'];
export type Standing = NonNullable<Budget['standings']>[number];
export type LimitStanding = NonNullable<Limit['standings']>[number];

/** How one deployment of a model stands. */
export type DeploymentState = Answer<'/deployments', 'get'>['deployments'][number];
export type GatewayStatus = Answer<'/status', 'get'>;

/** Most that one call of a list answers. */
export const LONGEST_LIST = 5_000;
