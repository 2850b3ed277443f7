import { SceneApp } from '@grafana/scenes';
import type { AppSettings } from '../api/settings/appSettings';
import { alertsPage } from '../pages/alerts/alertsPage';
import { costsPage } from '../pages/costs/costsPage';
import { keysPage } from '../pages/keys/keysPage';
import { overviewPage } from '../pages/overview/overviewPage';
import { providersPage } from '../pages/providers/providersPage';
import { requestsPage } from '../pages/requests/requestsPage';

let built: { settings: AppSettings; app: SceneApp } | undefined;

/**
 * One SceneApp for as long as the settings are the same: who comes back from elsewhere in Grafana finds the time range
 * and data sources as they were. Other settings are other default data sources, hence a new one.
 */
export function sceneAppFor(settings: AppSettings): SceneApp {
  if (!built || !sameSettings(built.settings, settings)) {
    built = { settings, app: buildSceneApp(settings) };
  }
  return built.app;
}

function sameSettings(a: AppSettings, b: AppSettings): boolean {
  return a.prometheusUid === b.prometheusUid && a.gatewayUid === b.gatewayUid;
}

function buildSceneApp(settings: AppSettings): SceneApp {
  return new SceneApp({
    name: 'llm-gateway',
    pages: [
      overviewPage(settings),
      providersPage(settings),
      costsPage(settings),
      requestsPage(settings),
      keysPage(settings),
      alertsPage(settings),
    ],
    urlSyncOptions: { updateUrlOnInit: true, createBrowserHistorySteps: true },
  });
}
