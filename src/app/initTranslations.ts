import { initPluginTranslations } from '@grafana/i18n';
import { APP_ID } from '@llm-gateway/catalogue';
import { loadResources } from '@grafana/scenes';

/**
 * Grafana loads our own texts (plugin.json's `languages`); those of the scenes library live in our bundle and share
 * our namespace. Must have ended before anything calls `t()`.
 */
export async function initTranslations(): Promise<void> {
  await initPluginTranslations(APP_ID, [loadResources]);
}
