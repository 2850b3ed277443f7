import type { KeyPath } from '../../config/document.js';
import type { DeploymentDraft, ImportParts } from './draft.js';
import { readModelName } from './modelName.js';
import { createPrice } from './price.js';
import { KNOWN_PROVIDERS } from './providerTable.js';
import { provideFor } from './providers.js';
import { type Timeouts, deploymentTimeouts } from './timeouts.js';
import { type Mapping, asAmount, asCount, asMapping, asText, kindOf } from './values.js';

/** An entry of model_list that we can call. */
export interface ReadDeployment {
  /** Of the entry in LiteLLM's file. */
  readonly path: KeyPath;
  readonly entry: Mapping;
  readonly params: Mapping;
  readonly draft: DeploymentDraft;
  readonly providerIndex: number;
  readonly providerNote: string | undefined;
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

  const leaveOut = (problem: string): undefined =>
    parts.account.leftOut(path, `${asText(entry['model_name']) ?? 'it'} is left out whole: ${problem}`) as undefined;
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
  };
}

/** Fills in what the deployment says of itself, and tells where it now stands. */
export function tellDeployment(read: ReadDeployment, to: string, draft: DeploymentDraft, parts: ImportParts): void {
  const { path, entry, params, providerIndex, providerNote } = read;
  const { account } = parts;
  const own = asMapping(entry['litellm_params']);
  account.kept([...path, 'litellm_params', 'model'], `${to}.model`, providerNote);
  for (const key of ['api_key', 'api_base', 'base_url', 'custom_llm_provider', 'litellm_credential_name']) {
    if (kindOf(own[key]) !== 'empty') {
      account.kept([...path, 'litellm_params', key], `providers[${providerIndex}]`);
    }
  }
  tellTimeouts(read, own, parts);
  const parallel = asCount(params['max_parallel_requests']);
  if (parallel !== undefined) {
    draft.max_concurrent = (draft.max_concurrent ?? 0) + parallel;
    const note = 'further requests go elsewhere, or wait';
    account.kept([...path, 'litellm_params', 'max_parallel_requests'], `${to}.max_concurrent`, note);
  }
  tellPrice(read, own, to, draft, parts);
}

function tellTimeouts({ path, providerIndex }: ReadDeployment, own: Mapping, { account }: ImportParts): void {
  for (const [key, field, note] of [
    ['timeout', 'total_ms', 'for a whole answer, streamed or not'],
    ['stream_timeout', 'idle_ms', 'for the first token of a stream, and between two chunks'],
  ] as const) {
    if (asAmount(own[key]) !== undefined) {
      account.kept([...path, 'litellm_params', key], `providers[${providerIndex}].timeouts.${field}`, note);
    }
  }
}

function tellPrice(
  { path, entry }: ReadDeployment,
  own: Mapping,
  to: string,
  draft: DeploymentDraft,
  { account }: ImportParts
): void {
  const price = createPrice();
  const sections = { model_info: asMapping(entry['model_info']), litellm_params: own };
  const read = Object.entries(sections).flatMap(([section, values]) =>
    Object.entries(values).flatMap(([key, value]) => {
      const field = key.includes('cost') ? price.add(key, value) : undefined;
      return field === undefined ? [] : [{ at: [...path, section, key], field }];
    })
  );
  const built = price.build();
  draft.price ??= built as NonNullable<typeof built>;
  const isOurs = JSON.stringify(draft.price) === JSON.stringify(built);
  const half =
    built?.input_per_million_usd === undefined || built.output_per_million_usd === undefined
      ? 'input or output has no price beside it: add the other, or such tokens are unpriced'
      : undefined;
  for (const { at, field } of read) {
    if (isOurs) {
      account.kept(at, `${to}.price.${field}`, half);
    } else {
      account.leftOut(at, 'the same deployment is there twice, with another price');
    }
  }
}
