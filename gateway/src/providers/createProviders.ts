import { isDeepStrictEqual } from 'node:util';

import type { Config, ProviderConfig, HttpProviderConfig, SimulatorProviderConfig } from '../config/schema.js';
import { openUpstream } from '../upstream/upstream.js';
import { openAiCompatibleProvider } from './openaiCompatible.js';
import type { Provider } from './provider.js';

/** Connections to a simulated provider: it is on this machine, and a demo should not queue. */
const SIMULATOR_CONNECTIONS = 1024;

export interface PreviousProviders {
  readonly config: Config;
  readonly providers: ReadonlyMap<string, Provider>;
}

/**
 * @param simulatorOrigin where the simulated providers listen, e.g. `http://127.0.0.1:40123`
 * @param previous a provider whose configuration did not change stays, with its connections
 */
export function createProviders(
  config: Config,
  simulatorOrigin: string | undefined,
  previous?: PreviousProviders
): ReadonlyMap<string, Provider> {
  return new Map(
    config.providers.map((provider) => {
      const before = previous?.config.providers.find(({ name }) => name === provider.name);
      const kept = isDeepStrictEqual(before, provider) ? previous?.providers.get(provider.name) : undefined;
      return [provider.name, kept ?? createProvider(provider, simulatorOrigin)];
    })
  );
}

/** One provider, with connections of its own. */
export function createProvider(provider: ProviderConfig, simulatorOrigin: string | undefined): Provider {
  return provider.type === 'simulator' ? simulated(provider, simulatorOrigin) : http(provider);
}

function http({
  name,
  type,
  base_url: baseUrl,
  api_key: apiKey,
  max_connections,
  timeouts,
}: HttpProviderConfig): Provider {
  const upstream = openUpstream({ baseUrl, maxConnections: max_connections, timeouts });
  return openAiCompatibleProvider({ name, type, upstream, apiKey });
}

function simulated({ name, type, timeouts }: SimulatorProviderConfig, origin: string | undefined): Provider {
  const baseUrl = `${origin}/${Buffer.from(name).toString('base64url')}/v1`;
  const upstream = openUpstream({ baseUrl, maxConnections: SIMULATOR_CONNECTIONS, timeouts });
  return openAiCompatibleProvider({ name, type, upstream, apiKey: undefined });
}
