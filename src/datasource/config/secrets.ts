import type { DataSourceSettings } from '@grafana/data';
import type { GatewayOptions, GatewaySecrets } from '../types';

type Settings = DataSourceSettings<GatewayOptions, GatewaySecrets>;

/** Settings with a secret as typed; Grafana takes it when they are saved and never sends it back. */
export function typeSecret(settings: Settings, name: keyof GatewaySecrets, value: string): Settings {
  return { ...settings, secureJsonData: { ...settings.secureJsonData, [name]: value } };
}

/** Settings without a secret that was saved before, ready for another to be typed. */
export function resetSecret(settings: Settings, name: keyof GatewaySecrets): Settings {
  return {
    ...typeSecret(settings, name, ''),
    secureJsonFields: { ...settings.secureJsonFields, [name]: false },
  };
}
