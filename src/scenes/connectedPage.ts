import { DashboardCursorSync } from '@grafana/schema';
import {
  behaviors,
  EmbeddedScene,
  SceneAppPage,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  type SceneObject,
} from '@grafana/scenes';
import type { AppSettings } from '../api/settings/appSettings';
import { prefixRoute, type Route } from '../routing/routes';
import { gatewayVariable } from './variables/gatewayVariable';
import { prometheusVariable } from './variables/prometheusVariable';

export interface ConnectedPageOptions {
  readonly title: string;
  readonly subTitle: string;
  readonly route: Route;
  /** Its data sources are chosen until the URL or the user says otherwise. */
  readonly settings: AppSettings;
  readonly body: () => SceneObject;
}

/** What every page of figures has: both data sources, a time range and a refresh interval, all of them in the URL. */
export function connectedPage({ title, subTitle, route, settings, body }: ConnectedPageOptions): SceneAppPage {
  return new SceneAppPage({
    title,
    subTitle,
    url: prefixRoute(route),
    routePath: route,
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [gatewayVariable(settings.gatewayUid), prometheusVariable(settings.prometheusUid)],
    }),
    controls: [new SceneTimePicker({ isOnCanvas: true }), new SceneRefreshPicker({ refresh: '10s', isOnCanvas: true })],
    getScene: () =>
      new EmbeddedScene({
        controls: [new VariableValueSelectors({})],
        // A crosshair on one panel is a crosshair on all of them.
        $behaviors: [new behaviors.CursorSync({ sync: DashboardCursorSync.Crosshair })],
        body: body(),
      }),
  });
}
