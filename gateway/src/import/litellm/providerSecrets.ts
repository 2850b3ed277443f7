import { type KeyPath, keyName } from '../../config/document.js';
import { toVariable } from './address.js';
import type { ProviderDraft } from './providerDraft.js';
import { KNOWN_PROVIDERS } from './providerTable.js';
import { type Mapping, asText, kindOf, variableOf } from './values.js';
import type { Variables } from './variables.js';

export interface SecretsUse {
  /** LiteLLM's name of the provider. */
  readonly litellm: string;
  readonly params: Mapping;
  readonly pathOf: (key: string) => KeyPath;
  /** Region that the model's name says. */
  readonly region: string | undefined;
}

type Fields = Partial<Omit<ProviderDraft, 'name' | 'type'>>;
/** What of a provider's configuration its credentials are, and the keys of LiteLLM's that they were read from. */
export type Secrets = { readonly fields: Fields; readonly used: readonly string[] } | { readonly problem: string };

/** Credentials that are neither keys nor anything else that a type of ours takes. */
const OTHER =
  /^(azure_ad_token|tenant_id|client_id|client_secret|azure_username|azure_password|aws_(?!region_name$|bedrock_runtime_endpoint$).*|vertex_.*|.*_federation_.*|.*identity_token.*)$/;
const AWS_KEYS = [
  ['aws_access_key_id', 'access_key_id', 'AWS_ACCESS_KEY_ID'],
  ['aws_secret_access_key', 'secret_access_key', 'AWS_SECRET_ACCESS_KEY'],
  ['aws_session_token', 'session_token', 'AWS_SESSION_TOKEN'],
] as const;
const WORD = /^[a-z0-9-]+$/;
const REGION = 'eu-central-1';
const VERSION = '2024-10-21';

export function readSecrets(use: SecretsUse, variables: Variables): Secrets {
  const type = KNOWN_PROVIDERS[use.litellm]?.type;
  return type === 'bedrock'
    ? ofAws(use, variables)
    : type === 'azure'
      ? ofAzure(use, variables)
      : ofKey(use, variables);
}

function ofKey(use: SecretsUse, variables: Variables): Secrets {
  const { litellm, params } = use;
  const key = secret('api_key', `${toVariable(litellm)}_API_KEY`, use, variables);
  if (key !== undefined) {
    return { fields: { api_key: key }, used: ['api_key'] };
  }
  const other = given(params).find((each) => OTHER.test(each));
  if (other !== undefined) {
    return { problem: `it signs in with ${other}; give it an api_key, which is all that such a provider takes here` };
  }
  const usual = usualKey(litellm, variables);
  return { fields: usual === undefined ? {} : { api_key: usual }, used: [] };
}

function ofAzure(use: SecretsUse, variables: Variables): Secrets {
  const { litellm, params } = use;
  const version = word('api_version', VERSION, params, variables);
  if (version === undefined) {
    return { problem: `its api_version is none; write one such as ${VERSION}, or leave it out for the v1 API` };
  }
  // LiteLLM's words for the v1 API.
  const dated = ['', 'v1', 'latest', 'preview'].includes(version) ? {} : { api_version: version };
  const key = secret('api_key', `${toVariable(litellm)}_API_KEY`, use, variables);
  if (key !== undefined) {
    return { fields: { api_key: key, ...dated }, used: ['api_key', 'api_version'] };
  }
  const token = asText(params['azure_ad_token'])?.startsWith('oidc/') === true ? 'azure_ad_token' : undefined;
  const other = token ?? given(params).find((each) => each !== 'azure_ad_token' && OTHER.test(each));
  if (other !== undefined) {
    return {
      problem: `it signs in with ${other}, and Microsoft Entra ID is asked for no tokens: give it an api_key, or a token that you renew as azure_ad_token`,
    };
  }
  const entra = secret('azure_ad_token', 'AZURE_AD_TOKEN', use, variables);
  if (entra !== undefined) {
    return { fields: { azure_ad_token: entra, ...dated }, used: ['azure_ad_token', 'api_version'] };
  }
  const usual = usualKey(litellm, variables);
  return { fields: { ...(usual !== undefined && { api_key: usual }), ...dated }, used: ['api_version'] };
}

/** Without credentials in the file, the gateway finds them as AWS's own tools do. */
function ofAws(use: SecretsUse, variables: Variables): Secrets {
  const { params } = use;
  const written = word('aws_region_name', REGION, params, variables);
  if (written === undefined) {
    return { problem: `its aws_region_name is none; write one such as ${REGION}` };
  }
  const region =
    written !== ''
      ? written
      : (use.region ??
        variables.refer('AWS_REGION_NAME', 'the region of Bedrock, which LiteLLM reads there too', REGION));
  const apiKey = secret('api_key', 'AWS_BEARER_TOKEN_BEDROCK', use, variables);
  if (apiKey !== undefined) {
    return { fields: { region, api_key: apiKey }, used: ['api_key', 'aws_region_name'] };
  }
  const own = AWS_KEYS.map(([theirs]) => theirs as string);
  const other = given(params).find((each) => OTHER.test(each) && !own.includes(each));
  if (other !== undefined) {
    return {
      problem: `it signs in with ${other}: give it aws_access_key_id and aws_secret_access_key, or an api_key of Bedrock; or give it nothing, and the gateway a profile (AWS_PROFILE), a web identity (AWS_ROLE_ARN) or a role of its own`,
    };
  }
  const fields = AWS_KEYS.flatMap(([theirs, ours, variable]) => {
    const value = secret(theirs, variable, use, variables);
    return value === undefined ? [] : [[ours, value] as const];
  });
  const names = fields.map(([name]) => name);
  if (names.length > 0 && !(names.includes('access_key_id') && names.includes('secret_access_key'))) {
    return { problem: 'of aws_access_key_id and aws_secret_access_key, one is missing' };
  }
  return { fields: { region, ...Object.fromEntries(fields) }, used: [...own, 'aws_region_name'] };
}

function secret(key: string, wanted: string, { params, pathOf }: SecretsUse, variables: Variables): string | undefined {
  const variable = variableOf(params[key]);
  if (variable !== undefined) {
    return variables.refer(variable);
  }
  const text = asText(params[key]);
  return text === undefined ? undefined : variables.hide(text, wanted, keyName(pathOf(key)));
}

function usualKey(litellm: string, variables: Variables): string | undefined {
  const variable = KNOWN_PROVIDERS[litellm]?.keyVariable;
  return variable === undefined
    ? undefined
    : variables.refer(variable, `the key of ${litellm}, which LiteLLM reads there too`);
}

/** Empty where there is none; undefined where it is something else. */
function word(key: string, sample: string, params: Mapping, variables: Variables): string | undefined {
  const variable = variableOf(params[key]);
  if (variable !== undefined) {
    return variables.refer(variable, undefined, sample);
  }
  const text = asText(params[key]) ?? '';
  return text === '' || WORD.test(text) ? text : undefined;
}

function given(params: Mapping): string[] {
  return Object.keys(params).filter((key) => kindOf(params[key]) !== 'empty');
}
