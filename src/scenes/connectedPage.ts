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
  type SceneVariable,
} from '@grafana/scenes';
import { pageAddress, type PageAddress } from './pageAddress';
import { gatewayVariable } from './variables/gatewayVariable';
import { prometheusVariable } from './variables/prometheusVariable';

export interface ConnectedPageOptions extends PageAddress {
  /** `lazyBody(…)` keeps it out of what the first page loads. */
  readonly body: () => SceneObject;
  /** The page's own, besides both data sources: filters, the thing that is looked at. In the URL as `var-<name>`. */
  readonly variables?: () => SceneVariable[];
}

/** What every page of figures has: both data sources, a time range and a refresh interval, all of them in the URL. */
export function connectedPage(options: ConnectedPageOptions): SceneAppPage {
  const { settings, body, variables = () => [] } = options;
  return new SceneAppPage({
    ...pageAddress(options),
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [gatewayVariable(settings.gatewayUid), prometheusVariable(settings.prometheusUid), ...variables()],
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
