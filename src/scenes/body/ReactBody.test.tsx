import React, { lazy } from 'react';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import type { DataSourceVariable } from '@grafana/scenes';
import { act, render, screen } from '@testing-library/react';
import { fakeDataSources } from '../../api/testing/fakeGrafana';
import { gatewayPage } from '../gatewayPage';
import { reactBody, type ReactBodyProps } from './ReactBody';

const EU = { uid: 'eu', name: 'Europe', type: DATASOURCE_ID };
const US = { uid: 'us', name: 'America', type: DATASOURCE_ID };

const Keys = ({ gatewayUid }: ReactBodyProps) => <div>keys of {gatewayUid}</div>;

function show(gatewayUid: string) {
  fakeDataSources(EU, US);
  const page = gatewayPage({
    title: 'Keys',
    subTitle: '',
    route: 'keys',
    settings: { gatewayUid, prometheusUid: 'metrics' },
    body: () => reactBody(lazy(async () => ({ default: Keys }))),
  });
  const scene = page.getScene({ params: {}, isExact: true, path: '', url: '' });
  page.initializeScene(scene);
  page.activate();
  render(<scene.Component model={scene} />);
  return page.state.$variables!.state.variables[0] as DataSourceVariable;
}

it('tells the component which gateway is chosen, also when that changes', async () => {
  const variable = show('us');
  expect(await screen.findByText('keys of us')).toBeInTheDocument();
  act(() => variable.changeValueTo('eu'));
  expect(await screen.findByText('keys of eu')).toBeInTheDocument();
});

it('takes a gateway that there is when the configured one is gone', async () => {
  show('gone');
  expect(await screen.findByText('keys of eu')).toBeInTheDocument();
});
