import { type KeyPath, keyName } from '../../config/document.js';
import { readAddress } from './address.js';
import type { ImportParts } from './draft.js';
import type { ProviderDraft, TimeoutsDraft } from './providerDraft.js';
import { readSecrets } from './providerSecrets.js';
import { KNOWN_PROVIDERS, OTHER_WAYS } from './providerTable.js';
import { type Mapping, kindOf } from './values.js';

/** How a deployment reaches its provider. */
export interface ProviderUse {
  /** LiteLLM's name of the provider. */
  readonly litellm: string;
  /** Its litellm_params, and the values of the credential that they name. */
  readonly params: Mapping;
  /** Where one of them stands in the file. */
  readonly pathOf: (key: string) => KeyPath;
  /** Region that the model's name says. */
  readonly region: string | undefined;
  readonly timeouts: TimeoutsDraft;
  /** Whether it has a budget of its own, and so must be a provider of its own. */
  readonly alone: boolean;
}

export type ProviderResult =
  | {
      readonly index: number;
      readonly provider: ProviderDraft;
      /** Keys of LiteLLM's parameters that the provider was made of. */
      readonly used: readonly string[];
      readonly note: string | undefined;
    }
  | { readonly problem: string };

const ADDRESS_KEYS = ['api_base', 'base_url', 'aws_bedrock_runtime_endpoint'];

/** Finds or adds our provider for a deployment. */
export function provideFor(use: ProviderUse, { pool, variables }: ImportParts): ProviderResult {
  const { litellm, params, pathOf, timeouts, alone } = use;
  const known = KNOWN_PROVIDERS[litellm];
  if (known === undefined) {
    const instead = OTHER_WAYS[litellm] ?? 'they are not known to speak an API that is supported';
    return { problem: `providers of type ${litellm} are not supported: ${instead}` };
  }
  const addressKey = ADDRESS_KEYS.find((key) => kindOf(params[key]) !== 'empty') ?? 'api_base';
  const address = readAddress(params[addressKey], litellm, known, variables, keyName(pathOf(addressKey)));
  if ('problem' in address) {
    return address;
  }
  const secrets = readSecrets(use, variables);
  if ('problem' in secrets) {
    return secrets;
  }
  // Whatever answers at another address than OpenAI's is another server.
  const isOther = known.type === 'openai' && address.baseUrl !== undefined;
  const prices = isOther ? 'openai' : known.prices;
  const index = pool.add(
    litellm,
    {
      type: isOther ? 'openai-compatible' : known.type,
      ...(address.baseUrl === undefined ? {} : { base_url: address.baseUrl }),
      ...secrets.fields,
      ...(prices === undefined ? {} : { prices }),
      ...(params['drop_params'] === true ? { drop_unsupported: true } : {}),
      ...(Object.keys(timeouts).length === 0 ? {} : { timeouts }),
    },
    alone
  );
  const notes = [known.note, address.note].filter((note) => note !== undefined);
  return {
    index,
    provider: pool.all[index] as ProviderDraft,
    used: [...secrets.used, addressKey],
    note: notes.length === 0 ? undefined : notes.join('; '),
  };
}
