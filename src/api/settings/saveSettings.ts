import type { AppPluginMeta } from '@grafana/data';
import { APP_ID } from '@llm-gateway/catalogue';
import { send } from '../grafana';
import type { AppSettings } from './appSettings';
import { rememberSavedSettings } from './settingsStore';

/** Saves the settings for the whole organisation; Grafana allows it to admins only. Other keys of jsonData stay. */
export async function saveSettings(meta: AppPluginMeta, settings: AppSettings): Promise<void> {
  await send('POST', `/api/plugins/${APP_ID}/settings`, {
    enabled: meta.enabled ?? true,
    pinned: meta.pinned ?? true,
    jsonData: { ...meta.jsonData, ...settings },
  });
  rememberSavedSettings(settings);
}
