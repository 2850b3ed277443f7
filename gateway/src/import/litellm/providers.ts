import { type KeyPath, keyName } from '../../config/document.js';
import { readAddress, toVariable } from './address.js';
import type { ImportParts } from './draft.js';
import type { ProviderDraft, TimeoutsDraft } from './providerDraft.js';
import { KNOWN_PROVIDERS } from './providerTable.js';
import { type Mapping, asText, kindOf, variableOf } from './values.js';

/** How a deployment reaches its provider. */
export interface ProviderUse {
  /** LiteLLM's name of the provider. */
  readonly litellm: string;
  /** Its litellm_params, and the values of the credential that they name. */
  readonly params: Mapping;
  /** Where one of them stands in the file. */
  readonly pathOf: (key: string) => KeyPath;
  readonly timeouts: TimeoutsDraft;
  /** Whether it has a budget of its own, and so must be a provider of its own. */
  readonly alone: boolean;
}

export type ProviderResult =
  | { readonly index: number; readonly provider: ProviderDraft; readonly note: string | undefined }
  | { readonly problem: string };

/** Credentials that are no key. */
const NO_KEYS =
  /^(azure_ad_token|tenant_id|client_id|client_secret|azure_username|azure_password|aws_.*|vertex_.*|.*_federation_.*|.*identity_token.*)$/;

/** Finds or adds our provider for a deployment. */
export function provideFor(use: ProviderUse, { pool, variables }: ImportParts): ProviderResult {
  const { litellm, params, pathOf, timeouts, alone } = use;
  const known = KNOWN_PROVIDERS[litellm];
  if (known === undefined) {
    return { problem: `providers of type ${litellm} are not supported: they are not known to speak OpenAI’s API` };
  }
  const credential = Object.keys(params).find((key) => NO_KEYS.test(key) && kindOf(params[key]) !== 'empty');
  if (credential !== undefined && kindOf(params['api_key']) === 'empty') {
    return { problem: `it signs in with ${credential}; only keys are supported` };
  }
  const addressKey = kindOf(params['api_base']) === 'empty' ? 'base_url' : 'api_base';
  const where = keyName(pathOf(addressKey));
  const address = readAddress(params[addressKey], litellm, known, variables, where);
  if ('problem' in address) {
    return address;
  }
  const isOpenAi = litellm === 'openai' && address.baseUrl === known.baseUrl;
  const key = readKey(use, variables);
  const index = pool.add(
    litellm,
    {
      type: isOpenAi ? 'openai' : 'openai-compatible',
      ...(isOpenAi ? {} : { base_url: address.baseUrl }),
      ...(key === undefined ? {} : { api_key: key }),
      ...(isOpenAi || known.prices === undefined ? {} : { prices: known.prices }),
      ...(Object.keys(timeouts).length === 0 ? {} : { timeouts }),
    },
    alone
  );
  const notes = [known.note, address.note].filter((note) => note !== undefined);
  const note = notes.length === 0 ? undefined : notes.join('; ');
  return { index, provider: pool.all[index] as ProviderDraft, note };
}

function readKey({ litellm, params, pathOf }: ProviderUse, variables: ImportParts['variables']): string | undefined {
  const variable = variableOf(params['api_key']);
  if (variable !== undefined) {
    return variables.refer(variable);
  }
  const secret = asText(params['api_key']);
  if (secret !== undefined) {
    return variables.hide(secret, `${toVariable(litellm)}_API_KEY`, keyName(pathOf('api_key')));
  }
  const usual = KNOWN_PROVIDERS[litellm]?.keyVariable;
  return usual === undefined
    ? undefined
    : variables.refer(usual, `the key of ${litellm}, which LiteLLM reads there too`);
}
