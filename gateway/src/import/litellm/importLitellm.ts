import { importAliases } from './aliases.js';
import { readCredentials } from './credentials.js';
import { type Draft, type ImportParts, type ModelDraft, createDraft } from './draft.js';
import { importFallbacks } from './fallbacks.js';
import { type Finding, createAccount } from './finding.js';
import { importGeneral } from './general.js';
import { tellLeftovers } from './leftovers.js';
import { importLitellmSettings } from './litellmSettings.js';
import { readModelName } from './modelName.js';
import { importModels } from './models.js';
import { createProviderPool } from './providerPool.js';
import { KNOWN_PROVIDERS } from './providerTable.js';
import { importRouting } from './routing.js';
import { readRoutingFacts } from './routingFacts.js';
import { type Mapping, asList, asMapping, kindOf } from './values.js';
import { type Variable, createVariables } from './variables.js';

export interface Imported {
  /** Our configuration; without models it cannot be used. */
  readonly config: Mapping;
  readonly models: readonly ModelDraft[];
  /** What became of each setting, in the order of the file. */
  readonly findings: readonly Finding[];
  /** Environment variables that it refers to. */
  readonly variables: readonly Variable[];
}

/** LiteLLM's proxy configuration as ours. Every setting of it is among the findings. */
export function importLitellm(input: Mapping): Imported {
  const account = createAccount(input);
  const parts: ImportParts = {
    input,
    account,
    variables: createVariables(input, impliedKeys(input)),
    draft: createDraft(),
    pool: createProviderPool(),
    credentials: readCredentials(input, account),
  };
  const laterTiers = importModels(readRoutingFacts(input), parts);
  const aliasOf = importAliases(parts);
  importFallbacks(aliasOf, laterTiers, parts);
  importRouting(parts);
  importLitellmSettings(parts);
  importGeneral(parts);
  for (const name of Object.keys(asMapping(input['environment_variables']))) {
    account.environment(['environment_variables', name], name, 'set it in the environment of the gateway');
  }
  tellLeftovers(parts);
  return {
    config: assembled(parts),
    models: parts.draft.models,
    findings: account.findings,
    variables: parts.variables.all,
  };
}

/** Variables that LiteLLM takes keys from where the file has none. */
function impliedKeys(input: Mapping): string[] {
  return asList(input['model_list']).flatMap((entry) => {
    const params = asMapping(asMapping(entry)['litellm_params']);
    const name = readModelName(params);
    const variable = 'provider' in name ? KNOWN_PROVIDERS[name.provider]?.keyVariable : undefined;
    const hasNone = ['api_key', 'litellm_credential_name'].every((key) => kindOf(params[key]) === 'empty');
    return variable !== undefined && hasNone ? [variable] : [];
  });
}

/** In the order in which people read it, without sections that say nothing. */
function assembled({ draft, pool }: ImportParts): Mapping {
  const { models, keys, budgets, limits, auth, governance, server, webhooks, routing, metrics, ledger }: Draft = draft;
  const sections = {
    server,
    providers: pool.all,
    models,
    keys,
    budgets,
    limits,
    auth,
    governance,
    webhooks,
    routing,
    metrics,
    ledger,
  };
  return Object.fromEntries(Object.entries(sections).filter(([, section]) => Object.keys(section).length > 0));
}
