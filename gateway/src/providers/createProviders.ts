import { isDeepStrictEqual } from 'node:util';

import type { Config, ProviderConfig, HttpProviderConfig, SimulatorProviderConfig } from '../config/schema.js';
import { openUpstream } from '../upstream/upstream.js';
import { bedrockAddress } from './bedrock/provider.js';
import type { HttpProviderOptions } from './httpProviderOptions.js';
import { HTTP_PROVIDERS } from './httpProviders.js';
import { openAiCompatibleProvider } from './openaiCompatible.js';
import { COMPATIBLE_OPERATIONS } from './openaiOperations.js';
import type { Provider } from './provider.js';

/** Connections to a simulated provider: it is on this machine, and a demo should not queue. */
const SIMULATOR_CONNECTIONS = 1024;

export interface PreviousProviders {
  readonly config: Config;
  readonly providers: ReadonlyMap<string, Provider>;
}

export interface ProviderSettings {
  /** Where the simulated providers listen, e.g. `http://127.0.0.1:40123`. */
  readonly simulatorOrigin: string | undefined;
  /** For providers that do not say themselves. */
  readonly dropUnsupported: boolean;
}

/** @param previous a provider whose configuration did not change stays, with its connections */
export function createProviders(
  config: Config,
  simulatorOrigin: string | undefined,
  previous?: PreviousProviders
): ReadonlyMap<string, Provider> {
  const { drop_unsupported: dropUnsupported } = config.routing;
  const comparable = previous?.config.routing.drop_unsupported === dropUnsupported;
  return new Map(
    config.providers.map((provider) => {
      const before = comparable ? previous?.config.providers.find(({ name }) => name === provider.name) : undefined;
      const kept = isDeepStrictEqual(before, provider) ? previous?.providers.get(provider.name) : undefined;
      return [provider.name, kept ?? createProvider(provider, { simulatorOrigin, dropUnsupported })];
    })
  );
}

/** One provider, with connections of its own. */
export function createProvider(provider: ProviderConfig, settings: ProviderSettings): Provider {
  return provider.type === 'simulator' ? simulated(provider, settings.simulatorOrigin) : http(provider, settings);
}

function http(config: HttpProviderConfig, settings: ProviderSettings): Provider {
  const { type, max_connections: maxConnections, timeouts } = config;
  const baseUrl = config.type === 'bedrock' ? (config.base_url ?? bedrockAddress(config)) : config.base_url;
  const upstream = openUpstream({ baseUrl, maxConnections, timeouts });
  const dropUnsupported = config.drop_unsupported ?? settings.dropUnsupported;
  // The type says which of the configurations it is, which TypeScript does not follow through a table.
  const create = HTTP_PROVIDERS[type] as (options: HttpProviderOptions<HttpProviderConfig>) => Provider;
  return create({ config, upstream, dropUnsupported });
}

function simulated({ name, type, timeouts }: SimulatorProviderConfig, origin: string | undefined): Provider {
  const baseUrl = `${origin}/${Buffer.from(name).toString('base64url')}/v1`;
  const upstream = openUpstream({ baseUrl, maxConnections: SIMULATOR_CONNECTIONS, timeouts });
  return openAiCompatibleProvider({ name, type, upstream, apiKey: undefined, operations: COMPATIBLE_OPERATIONS });
}
