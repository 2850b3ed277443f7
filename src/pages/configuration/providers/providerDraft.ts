import type { Provider } from '../../../api/gateway/objects';
import { secretsOf, SIMULATOR, textsOf, type ExtraText, type Secret } from './providerTypes';

type Timeout = 'connect_ms' | 'first_token_ms' | 'idle_ms' | 'total_ms';

/** A provider as it is typed. Fields are called as the gateway calls them; a secret that is undefined stays. */
export type ProviderDraft = { name: string; type: string; base_url: string; prices: string } & {
  max_connections: number | undefined;
} & Record<Timeout, number | undefined> &
  Record<ExtraText, string> &
  Record<Secret, string | undefined>;

/** What the gateway answers, whatever the type. */
type Known = { readonly [Field in keyof ProviderDraft]?: ProviderDraft[Field] } & Pick<Provider, 'timeouts'>;

export function providerDraft(provider?: Provider): ProviderDraft {
  const known: Known = provider ?? {};
  const { connect_ms, first_token_ms, idle_ms, total_ms } = known.timeouts ?? {};
  return {
    name: known.name ?? '',
    type: known.type ?? 'openai',
    base_url: known.base_url ?? '',
    prices: known.prices ?? '',
    api_version: known.api_version ?? '',
    region: known.region ?? '',
    access_key_id: known.access_key_id ?? '',
    site_url: known.site_url ?? '',
    app_name: known.app_name ?? '',
    api_key: undefined,
    azure_ad_token: undefined,
    secret_access_key: undefined,
    session_token: undefined,
    max_connections: known.max_connections,
    connect_ms,
    first_token_ms,
    idle_ms,
    total_ms,
  };
}

/** What is sent for it. What the form does not ask of one that is there already stays, and so do its secrets. */
export function providerBody(draft: ProviderDraft, before?: Provider): Record<string, unknown> {
  const { name, type, base_url, prices, max_connections, connect_ms, first_token_ms, idle_ms, total_ms } = draft;
  const timeouts = { connect_ms, first_token_ms, idle_ms, total_ms };
  const isEmpty = Object.values(timeouts).every((each) => each === undefined);
  return {
    ...before,
    name: name.trim(),
    type,
    prices: given(prices),
    timeouts: isEmpty ? undefined : timeouts,
    ...(type === SIMULATOR ? {} : { base_url: given(base_url), max_connections }),
    ...Object.fromEntries(textsOf(type).map((field) => [field, given(draft[field])])),
    ...Object.fromEntries(secretsOf(type).map((field) => [field, given(draft[field])])),
  };
}

function given(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}
