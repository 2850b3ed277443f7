import { KNOWN_PROVIDERS } from './providerTable.js';
import { type Mapping, asText, kindOf } from './values.js';

export type ModelAtProvider =
  { readonly model: string; readonly region?: string; readonly note?: string } | { readonly problem: string };

/** What LiteLLM puts in front of names to choose an API or a family. */
const BEDROCK_ROUTES = /^((converse|converse_like|invoke|async_invoke|mantle)\/)/;
const REGION = /^((?:[a-z]{2,3})(?:-[a-z]+)+-\d)\/(?:\d+-month-commitment\/)?/;
const AZURE_FAMILIES = /^(o_series|gpt5_series)\//;

/** What the provider calls a model, where LiteLLM's name of it says more or less. */
export function modelAtProvider(litellm: string, named: string, params: Mapping): ModelAtProvider {
  const [, api] = /^(responses|assistants|realtime)\//.exec(named) ?? [];
  if (api === 'assistants' || api === 'realtime') {
    return { problem: `it is called by the ${api} API, which is not served` };
  }
  const name = api === undefined ? named : named.slice('responses/'.length);
  const note =
    api === undefined
      ? {}
      : { note: 'LiteLLM asks the Responses API for it always; here clients ask /v1/responses themselves' };
  switch (KNOWN_PROVIDERS[litellm]?.type) {
    case 'bedrock':
      return atBedrock(name, params);
    case 'azure':
      return { model: name.replace(AZURE_FAMILIES, ''), ...note };
    case 'huggingface':
      return { model: kindOf(params['api_base'] ?? params['base_url']) === 'empty' ? atRouter(name) : name };
    case 'openrouter':
      // OpenRouter's own models have their prefix in their name.
      return { model: name.includes('/') ? name : `openrouter/${name}` };
    default: {
      const prefix = KNOWN_PROVIDERS[litellm]?.modelPrefix ?? '';
      return { model: name.startsWith('accounts/') || name.includes('#') ? name : prefix + name, ...note };
    }
  }
}

/** `converse/us-west-2/anthropic.claude-…`, `llama/arn:…`, or a model_id beside it. */
function atBedrock(named: string, params: Mapping): ModelAtProvider {
  if (/^agent(core)?\//.test(named)) {
    return { problem: 'agents of Bedrock are not served' };
  }
  const name = named.replace(BEDROCK_ROUTES, '');
  const [front = '', inName] = REGION.exec(name) ?? [];
  const id = asText(params['model_id']);
  const rest = id ?? name.slice(front.length);
  const arn = rest.indexOf('arn:');
  const model = arn < 0 ? rest : rest.slice(arn);
  const region = inName ?? (arn < 0 ? undefined : model.split(':')[3]);
  return { model, ...(region === undefined || region === '' ? {} : { region }) };
}

/** `together/org/model` as the router has it: `org/model:together`. */
function atRouter(name: string): string {
  const [by, ...rest] = name.split('/');
  return rest.length < 2 ? name : `${rest.join('/')}:${by}`;
}
