import type { KeyPath } from '../../config/document.js';
import type { DeploymentDraft, ImportParts } from './draft.js';
import { modelAtProvider } from './modelAtProvider.js';
import { readModelName } from './modelName.js';
import { createPrice } from './price.js';
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
  /** Keys of litellm_params that the provider was made of. */
  readonly providerKeys: readonly string[];
  readonly note: string | undefined;
}

export const DROPPED = 'what a provider cannot honour is left out and named in x-llm-gateway-dropped; content never is';

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
  const at = modelAtProvider(name.provider, name.model, params);
  if ('problem' in at) {
    return leaveOut(at.problem);
  }
  if (!isName(at.model)) {
    return leaveOut('its model’s name is empty, too long, or has spaces or other letters than ASCII in it');
  }
  const timeouts = deploymentTimeouts(params, defaults);
  const alone = asAmount(params['max_budget']) !== undefined;
  const use = { litellm: name.provider, params, pathOf, region: at.region, timeouts, alone };
  const provided = provideFor(use, parts);
  if ('problem' in provided) {
    return leaveOut(provided.problem);
  }
  if (credential !== undefined) {
    for (const key of provided.used.filter((each) => !(each in own))) {
      parts.account.kept(pathOf(key), 'providers', 'of each whose deployments use it');
    }
  }
  const notes = [at.note, provided.note].filter((note) => note !== undefined);
  return {
    path,
    entry,
    params,
    draft: { provider: provided.provider.name, model: at.model },
    providerIndex: provided.index,
    providerKeys: provided.used,
    note: notes.length === 0 ? undefined : notes.join('; '),
  };
}

/** Fills in what the deployment says of itself, and tells where it now stands. */
export function tellDeployment(read: ReadDeployment, to: string, draft: DeploymentDraft, parts: ImportParts): void {
  const { path, entry, params, providerIndex, providerKeys, note: differs } = read;
  const { account } = parts;
  const own = asMapping(entry['litellm_params']);
  account.kept([...path, 'litellm_params', 'model'], `${to}.model`, differs);
  for (const key of [...providerKeys, 'custom_llm_provider', 'litellm_credential_name']) {
    if (kindOf(own[key]) !== 'empty') {
      account.kept([...path, 'litellm_params', key], `providers[${providerIndex}]`);
    }
  }
  if (kindOf(own['model_id']) !== 'empty') {
    account.kept([...path, 'litellm_params', 'model_id'], `${to}.model`);
  }
  if (own['drop_params'] === true) {
    account.kept([...path, 'litellm_params', 'drop_params'], `providers[${providerIndex}].drop_unsupported`, DROPPED);
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
