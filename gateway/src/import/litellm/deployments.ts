import type { KeyPath } from '../../config/document.js';
import type { DeploymentDraft, ImportParts, TimeoutsDraft } from './draft.js';
import { readModelName } from './modelName.js';
import { type PriceBuilder, createPrice } from './price.js';
import { KNOWN_PROVIDERS } from './providerTable.js';
import { provideFor } from './providers.js';
import { type Timeouts, deploymentTimeouts } from './timeouts.js';
import { type Mapping, asAmount, asCount, asMapping, asNumber, asText, kindOf } from './values.js';

/** An entry of model_list that we can call. */
export interface ReadDeployment {
  /** Of the entry in LiteLLM's file. */
  readonly path: KeyPath;
  readonly entry: Mapping;
  readonly params: Mapping;
  readonly draft: DeploymentDraft;
  readonly providerIndex: number;
  readonly providerNote: string | undefined;
  readonly timeouts: TimeoutsDraft;
  readonly price: PriceBuilder;
  /** Where one of the params stands: in the entry, or in the credential that it names. */
  readonly pathOf: (key: string) => KeyPath;
}

/** What clients ask for may be anything that is visible ASCII. */
const NAME = /^[\x21-\x7e]{1,200}$/;

export function isName(text: string | undefined): text is string {
  return text !== undefined && NAME.test(text) && !text.includes('${') && !text.includes('*');
}

/** Reads an entry of model_list; undefined, and told of, where it cannot be called. */
export function readDeployment(
  entry: Mapping,
  path: KeyPath,
  defaults: Timeouts,
  parts: ImportParts
): ReadDeployment | undefined {
  const own = asMapping(entry['litellm_params']);
  const credential = parts.credentials.get(asText(own['litellm_credential_name']) ?? '');
  const params = { ...credential?.values, ...own };
  const pathOf = (key: string): KeyPath =>
    key in own || credential === undefined
      ? [...path, 'litellm_params', key]
      : [...credential.path, 'credential_values', key];

  const leaveOut = (problem: string): undefined => parts.account.leftOut(path, `left out whole: ${problem}`) as undefined;
  if (kindOf(own['litellm_credential_name']) !== 'empty' && credential === undefined) {
    return leaveOut('its litellm_credential_name is not in credential_list');
  }
  if (asMapping(entry['model_info'])['blocked'] === true) {
    return leaveOut('it is blocked');
  }
  const name = readModelName(params);
  if ('problem' in name) {
    return leaveOut(name.problem);
  }
  const prefix = KNOWN_PROVIDERS[name.provider]?.modelPrefix ?? '';
  const model = name.model.startsWith('accounts/') || name.model.includes('#') ? name.model : prefix + name.model;
  if (!isName(model)) {
    return leaveOut('its model’s name is empty, too long, or has spaces or other letters than ASCII in it');
  }
  const timeouts = deploymentTimeouts(params, defaults);
  const alone = asAmount(params['max_budget']) !== undefined;
  const provided = provideFor({ litellm: name.provider, params, pathOf, timeouts, alone }, parts);
  if ('problem' in provided) {
    return leaveOut(provided.problem);
  }
  return {
    path,
    entry,
    params,
    draft: { provider: provided.provider.name, model },
    providerIndex: provided.index,
    providerNote: provided.note,
    timeouts,
    price: createPrice(),
    pathOf,
  };
}

/** Fills in what the deployment says of itself, and tells where it now stands. */
export function tellDeployment(read: ReadDeployment, to: string, { account }: ImportParts): void {
  const { path, entry, params, draft, providerIndex, providerNote, timeouts, price } = read;
  const own = asMapping(entry['litellm_params']);
  const provider = `providers[${providerIndex}]`;
  const at = (key: string): KeyPath => [...path, 'litellm_params', key];
  const said = (key: string) => key in own && kindOf(own[key]) !== 'empty';

  account.kept(at('model'), `${to}.model`, providerNote);
  for (const key of ['api_key', 'api_base', 'base_url', 'custom_llm_provider', 'litellm_credential_name']) {
    if (said(key)) {
      account.kept(at(key), provider);
    }
  }
  const unread = 'it is not a number of seconds';
  const tellTime = (key: string, field: keyof TimeoutsDraft, note: string) =>
    said(key) &&
    (timeouts[field] === undefined || asAmount(own[key]) === undefined
      ? account.leftOut(at(key), unread)
      : account.kept(at(key), `${provider}.timeouts.${field}`, note));
  tellTime('timeout', 'total_ms', 'for a whole answer, streamed or not');
  tellTime('stream_timeout', 'idle_ms', 'for the first token of a stream, and between two chunks');

  const parallel = asCount(params['max_parallel_requests']);
  if (parallel !== undefined) {
    draft.max_concurrent = parallel;
    account.kept(at('max_parallel_requests'), `${to}.max_concurrent`, 'further requests go elsewhere, or wait');
  }
  for (const [section, values] of [
    ['model_info', asMapping(entry['model_info'])],
    ['litellm_params', own],
  ] as const) {
    for (const [key, value] of Object.entries(values)) {
      const field = /cost/.test(key) && kindOf(value) !== 'empty' ? price.add(key, value) : undefined;
      if (field !== undefined) {
        account.kept([...path, section, key], `${to}.price.${field}`);
      }
    }
  }
  const built = price.build();
  if (built !== undefined) {
    draft.price = built;
  }
}

/** Share of the traffic, as simple-shuffle has it. */
export function weightOf(params: Mapping, metric: string): number {
  const weight = asNumber(params[metric]) ?? 0;
  return weight > 0 ? weight : 0;
}
