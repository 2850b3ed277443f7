import React from 'react';
import { FieldType, getDefaultTimeRange, LoadingState, OrgRole, toDataFrame, type DataFrame } from '@grafana/data';
import { EmbeddedScene, SceneDataNode, SceneTimeRange, SceneVariableSet } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { render, screen } from '@testing-library/react';
import { asUser } from '../../api/testing/asUser';
import { fakeApi, fakeDataSources } from '../../api/testing/fakeGrafana';
import { PROMETHEUS_ID } from '../../constants';
import { gatewayVariable } from '../variables/gatewayVariable';
import { prometheusVariable } from '../variables/prometheusVariable';
import { ScrapeNotice } from './ScrapeNotice';

const STATUS = 'GET /api/datasources/uid/gw/resources/status';
const startedAgo = (ms: number) => ({ data: { started_at: new Date(Date.now() - ms).toISOString() } });

const up = (...values: number[]): DataFrame =>
  toDataFrame({ refId: 'targets', fields: [{ name: 'Value', type: FieldType.number, values }] });

function show(...series: DataFrame[]) {
  asUser(OrgRole.Viewer);
  fakeDataSources(
    { uid: 'gw', name: 'Gateway', type: DATASOURCE_ID },
    { uid: 'metrics', name: 'Metrics', type: PROMETHEUS_ID }
  );
  const notice = new ScrapeNotice();
  const data = { state: LoadingState.Done, series, timeRange: getDefaultTimeRange() };
  notice.setState({ $data: new SceneDataNode({ data }) });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({}),
    $variables: new SceneVariableSet({ variables: [gatewayVariable('gw'), prometheusVariable('metrics')] }),
    body: notice,
  });
  render(<scene.Component model={scene} />);
}

it('waits for the first scrape of a gateway that has just started', async () => {
  fakeApi({ [STATUS]: startedAgo(4_000) });
  show();
  expect(await screen.findByRole('status')).toHaveTextContent('Waiting for Prometheus');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('waits too where Prometheus came before the gateway was there', async () => {
  fakeApi({ [STATUS]: startedAgo(4_000) });
  show(up(0));
  expect(await screen.findByRole('status')).toHaveTextContent('Waiting for Prometheus');
});

it('says that it is not scraped once that has had its time', async () => {
  fakeApi({ [STATUS]: startedAgo(10 * 60_000) });
  show();
  expect(await screen.findByRole('alert')).toHaveTextContent('does not scrape the gateway');
});

it('says so as well where the gateway does not answer', async () => {
  fakeApi({ [STATUS]: { status: 502, data: { error: { message: 'gone' } } } });
  show(up(0));
  expect(await screen.findByRole('alert')).toHaveTextContent('Prometheus cannot scrape the gateway');
});

it('says nothing, and asks nobody, where all is well', async () => {
  const asked = fakeApi({ [STATUS]: startedAgo(4_000) });
  show(up(1));
  await Promise.resolve();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(asked).toEqual([]);
});
