/** LiteLLM's word for a label without a value. */
export const NONE = 'None';

const none = { fixed: NONE } as const;

/** What `key` and `team` of a native family are in LiteLLM: its alias is our name; ids and hashes are no labels here. */
export const KEY_AND_TEAM = { hashed_api_key: none, api_key_alias: 'key', team: 'team', team_alias: 'team' } as const;

/** The same where the native family knows neither. */
export const NO_KEY = { hashed_api_key: none, api_key_alias: none } as const;
export const NO_KEY_AND_TEAM = { ...NO_KEY, team: none, team_alias: none } as const;

/** Users of clients are in the ledger and no labels: there is no bound to how many there are. */
export const NO_USER = { end_user: none, user: none } as const;
export const NO_USER_OR_EMAIL = { ...NO_USER, user_email: none } as const;
export const NO_CLIENT = { client_ip: none, user_agent: none } as const;

/** There are no organizations here. */
export const NO_ORGANIZATION = { org_id: none, org_alias: none } as const;

/** `model` of LiteLLM is what it calls the provider with; native families of requests know what was asked for. */
export const MODEL = { model: 'model', requested_model: 'model', api_provider: 'provider' } as const;

/** A deployment is known by `provider/model`, which is unique. */
export const DEPLOYMENT = {
  litellm_model_name: 'deployment',
  model_id: 'deployment',
  api_base: none,
  api_provider: 'provider',
} as const;
