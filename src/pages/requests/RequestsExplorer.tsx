import React from 'react';
import {
  sceneGraph,
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  VariableDependencyConfig,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneObjectUrlValues,
  type VizPanel,
} from '@grafana/scenes';
import { Loading } from '../../components/states/Loading';
import { GATEWAY_VARIABLE } from '../../scenes/variables/names';
import { filtersFromUrl, filtersToUrl, FILTER_URL_KEYS } from './filters/filtersInUrl';
import { NO_FILTERS, type RequestFilters } from './filters/requestFilters';
import { filterHistogram } from './histogram/filterHistogram';
import { requestHistogram } from './histogram/requestHistogram';
import { RequestsView } from './RequestsView';

interface RequestsExplorerState extends SceneObjectState {
  filters: RequestFilters;
  /** The id of the request that is shown in full. */
  request?: string;
  live: boolean;
  histogram: VizPanel;
}

const REQUEST = 'request';
const LIVE = 'live';

/** The page's body. What it shows is in the URL: filters, the request that is open, whether it is live. */
export class RequestsExplorer extends SceneObjectBase<RequestsExplorerState> {
  static Component = RequestsExplorerRenderer;

  protected _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [...FILTER_URL_KEYS, REQUEST, LIVE] });

  protected _variableDependency = new VariableDependencyConfig(this, { variableNames: [GATEWAY_VARIABLE] });

  constructor() {
    super({ filters: NO_FILTERS, live: false, histogram: requestHistogram() });
    this.addActivationHandler(() => {
      filterHistogram(this.state.histogram, this.state.filters);
      const subscription = this.subscribeToState(({ filters, histogram }, before) => {
        if (filters !== before.filters) {
          filterHistogram(histogram, filters);
        }
      });
      return () => subscription.unsubscribe();
    });
  }

  getUrlState(): SceneObjectUrlValues {
    const { filters, request, live } = this.state;
    return { ...filtersToUrl(filters), [REQUEST]: request ?? null, [LIVE]: live ? 'true' : null };
  }

  /** @param changed null for what is gone from the URL */
  updateFromUrl(changed: SceneObjectUrlValues): void {
    const values = { ...this.getUrlState(), ...changed };
    const filters = FILTER_URL_KEYS.some((key) => key in changed) ? filtersFromUrl(values) : this.state.filters;
    const request = [values[REQUEST]].flat()[0] || undefined;
    this.setState({ filters, request, live: values[LIVE] === 'true' });
  }

  /** Shows a request in full; none when undefined. */
  open(request: string | undefined): void {
    // The browser's way back leads out of it again, but not from one request to the one before.
    if (this.state.request === undefined || request === undefined) {
      this._urlSync.performBrowserHistoryAction(() => this.setState({ request }));
    } else {
      this.setState({ request });
    }
  }
}

export function requestsExplorer(): RequestsExplorer {
  return new RequestsExplorer();
}

function RequestsExplorerRenderer({ model }: SceneComponentProps<RequestsExplorer>) {
  const { filters, request, live, histogram } = model.useState();
  const { value: range } = sceneGraph.getTimeRange(model).useState();
  // Before it is settled it may name a data source that is gone.
  if (sceneGraph.hasVariableDependencyInLoadingState(model)) {
    return <Loading />;
  }
  const gatewayUid = String(sceneGraph.lookupVariable(GATEWAY_VARIABLE, model)?.getValue() ?? '');
  return (
    <RequestsView
      key={gatewayUid}
      gatewayUid={gatewayUid}
      range={range}
      timeZone={sceneGraph.getTimeRange(model).getTimeZone()}
      histogram={<histogram.Component model={histogram} />}
      filters={filters}
      request={request}
      live={live}
      onFilter={(chosen) => model.setState({ filters: chosen })}
      onOpen={(id) => model.open(id)}
      onLive={(on) => model.setState({ live: on })}
    />
  );
}
