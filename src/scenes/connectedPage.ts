import { DashboardCursorSync } from '@grafana/schema';
import {
  behaviors,
  EmbeddedScene,
  type SceneAppPage,
  SceneControlsSpacer,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  type SceneObject,
  type SceneVariable,
} from '@grafana/scenes';
import { eventLayers } from './annotations/eventLayers';
import { EventsControl } from './annotations/EventsControl';
import { AppPage } from './AppPage';
import { Comparison } from './Comparison';
import { pageAddress, type PageAddress } from './pageAddress';
import { shortcutsControl } from './shortcutsControl';
import { gatewayVariable } from './variables/gatewayVariable';
import { prometheusVariable } from './variables/prometheusVariable';

export interface ConnectedPageOptions extends PageAddress {
  /** `lazyBody(…)` keeps it out of what the first page loads. */
  readonly body: () => SceneObject;
  /** The page's own, besides both data sources: filters, the thing that is looked at. In the URL as `var-<name>`. */
  readonly variables?: () => SceneVariable[];
  /** Until the URL or the user says otherwise: the last hour, read again every ten seconds. */
  readonly begin?: { readonly from: string; readonly refresh: string };
}

/**
 * What every page of figures has: both data sources, a time range and a refresh interval, events to mark on the graphs
 * and a period to compare with, all of them in the URL.
 */
export function connectedPage(options: ConnectedPageOptions): SceneAppPage {
  const { settings, body, variables = () => [], begin = { from: 'now-1h', refresh: '10s' } } = options;
  return new AppPage({
    ...pageAddress(options),
    $timeRange: new SceneTimeRange({ from: begin.from, to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [gatewayVariable(settings.gatewayUid), prometheusVariable(settings.prometheusUid), ...variables()],
    }),
    controls: [
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: begin.refresh, isOnCanvas: true }),
    ],
    getScene: () =>
      new EmbeddedScene({
        // Its layers' marks are on all graphs of the page.
        $data: eventLayers(),
        controls: [
          new VariableValueSelectors({}),
          new SceneControlsSpacer(),
          new EventsControl(),
          new Comparison(),
          shortcutsControl(),
        ],
        // A crosshair on one panel is a crosshair on all of them.
        $behaviors: [new behaviors.CursorSync({ sync: DashboardCursorSync.Crosshair })],
        body: body(),
      }),
  });
}
