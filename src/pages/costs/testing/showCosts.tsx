import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import {
  EmbeddedScene,
  SceneDataNode,
  SceneReactObject,
  SceneTimeRange,
  SceneVariableSet,
  UrlSyncManager,
  type SceneObject,
} from '@grafana/scenes';
import { getDefaultTimeRange, LoadingState } from '@grafana/data';
import { locationService, setPluginImportUtils } from '@grafana/runtime';
import { render } from '@testing-library/react';
import React from 'react';
import { fakeDataSources } from '../../../api/testing/fakeGrafana';
import { fakeCombobox } from '../../../datasource/editors/testing/fakeCombobox';
import { Comparison } from '../../../scenes/Comparison';
import { gatewayVariable } from '../../../scenes/variables/gatewayVariable';
import { CostsBody } from '../CostsBody';

export const FROM = Date.UTC(2026, 10, 1);
export const TO = Date.UTC(2026, 10, 26);
export const RESOURCES = '/api/datasources/uid/gw/resources';

// Panels stay on their way: what they would draw is looked at as data.
setPluginImportUtils({ importPanelPlugin: () => new Promise(() => {}), getPanelPluginFromCache: () => undefined });

/** The page with one of its parts in the place of the first view. @param search Of the URL that it is opened at. */
export function showCosts(part: SceneObject, search = ''): CostsBody {
  fakeCombobox();
  fakeDataSources({ uid: 'gw', name: 'Gateway', type: DATASOURCE_ID });
  locationService.push(`/a/llmgateway-app/costs${search}`);
  const nothing = { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange() };
  const body = new CostsBody({
    by: 'team',
    filters: [],
    view: 'spend',
    notices: new SceneReactObject({}),
    tiles: new SceneReactObject({}),
    sections: [part],
    $data: new SceneDataNode({ data: nothing }),
  });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({
      from: new Date(FROM).toISOString(),
      to: new Date(TO).toISOString(),
      timeZone: 'utc',
    }),
    $variables: new SceneVariableSet({ variables: [gatewayVariable('gw')] }),
    controls: [new Comparison()],
    body,
  });
  new UrlSyncManager().initSync(scene);
  render(<scene.Component model={scene} />);
  return body;
}
