import React from 'react';
import { toDataFrame, FieldType, LoadingState, getDefaultTimeRange } from '@grafana/data';
import { setPluginImportUtils } from '@grafana/runtime';
import { EmbeddedScene, SceneDataNode, SceneVariableSet, type SceneObject } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { fakeDataSources } from '../../../api/testing/fakeGrafana';
import { gatewayVariable } from '../../../scenes/variables/gatewayVariable';
import { UrlVariable } from '../../../scenes/variables/UrlVariable';
import type { ProviderStanding } from '../facts/standing';
import { DEPLOYMENT, PROVIDER } from '../variables/names';

export const RESOURCES = '/api/datasources/uid/gw/resources';

setPluginImportUtils({ importPanelPlugin: () => new Promise(() => {}), getPanelPluginFromCache: () => undefined });

/** A part of a page of this provider or deployment. @param search Of the URL that it is opened at. */
export function showPart(part: SceneObject, { provider = '', deployment = '', search = '' } = {}): void {
  fakeDataSources({ uid: 'gw', name: 'Gateway', type: DATASOURCE_ID });
  const [ofProvider, ofDeployment] = [new UrlVariable(PROVIDER), new UrlVariable(DEPLOYMENT)];
  ofProvider.setState({ value: provider });
  ofDeployment.setState({ value: deployment });
  const scene = new EmbeddedScene({
    $variables: new SceneVariableSet({ variables: [gatewayVariable('gw'), ofProvider, ofDeployment] }),
    body: part,
  });
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }} initialEntries={[`/${search}`]}>
      <scene.Component model={scene} />
    </MemoryRouter>
  );
}

/** What the data source answers to how the providers stand. */
export function standingsData(...standings: ProviderStanding[]): SceneDataNode {
  const fields = Object.keys(standings[0] ?? { name: '' }).map((name) => ({
    name,
    type: FieldType.other,
    values: standings.map((each) => each[name as keyof ProviderStanding]),
  }));
  return new SceneDataNode({
    data: {
      state: LoadingState.Done,
      series: [toDataFrame({ refId: 'standings', fields })],
      timeRange: getDefaultTimeRange(),
    },
  });
}
