import { GATEWAY_UID, PROMETHEUS_UID } from '@llm-gateway/catalogue';

/** What the app remembers for everyone; kept by Grafana in the plugin's jsonData. */
export interface AppSettings {
  /** Uid of the Prometheus data source that scrapes the gateway. */
  readonly prometheusUid: string;
  /** Uid of the LLM Gateway data source. */
  readonly gatewayUid: string;
}

/** Reads jsonData, which anyone may have provisioned: what is absent or not a uid becomes the provisioned data source's. */
export function parseAppSettings(jsonData: unknown): AppSettings {
  const given = typeof jsonData === 'object' && jsonData !== null ? jsonData : {};
  return {
    prometheusUid: uid(given, 'prometheusUid') ?? PROMETHEUS_UID,
    gatewayUid: uid(given, 'gatewayUid') ?? GATEWAY_UID,
  };
}

function uid(from: object, key: keyof AppSettings): string | undefined {
  const value: unknown = Reflect.get(from, key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
